import { and, asc, eq, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PublicationDocument } from '~/workflows/publication';
import type { Transaction } from '../client';
import { products, productTransfers, publications, publicSupplierChanges, suppliers } from '../schema';

/**
 * Writes the public history of a product's suppliers anew: transfers that happened when something had been published.
 * A transfer before that is nobody's business. The caller has locked the read model.
 * @param productId null: of every product
 */
export async function writeSupplierChanges(tx: Transaction, productId: string | null): Promise<void> {
  const giver = alias(suppliers, 'giver');
  const taker = alias(suppliers, 'taker');
  const rows = await tx
    .selectDistinct({
      transferId: productTransfers.id,
      productSlug: products.slug,
      fromName: giver.name,
      fromCvr: giver.cvr,
      toSlug: taker.slug,
      toName: taker.name,
      toCvr: taker.cvr,
      changedAt: productTransfers.decidedAt,
    })
    .from(productTransfers)
    .innerJoin(products, eq(products.id, productTransfers.productId))
    .innerJoin(giver, eq(giver.id, productTransfers.fromSupplierId))
    .innerJoin(taker, eq(taker.id, productTransfers.toSupplierId))
    .innerJoin(
      publications,
      and(eq(publications.productSlug, products.slug), lte(publications.publishedAt, productTransfers.decidedAt)),
    )
    .where(and(eq(productTransfers.decidedAs, 'accepted'), productId === null ? undefined : eq(products.id, productId)))
    .orderBy(asc(productTransfers.decidedAt), asc(productTransfers.id));
  const changes = rows.flatMap(({ changedAt, ...row }) => (changedAt === null ? [] : [{ ...row, changedAt }]));
  if (productId === null) await tx.delete(publicSupplierChanges);
  if (changes.length > 0) await tx.insert(publicSupplierChanges).values(changes).onConflictDoNothing();
}

/**
 * A publication as its product's page shows it: under the supplier that has the product now. The publication itself,
 * which can be cited, keeps the supplier that it was approved for.
 */
export async function underPresentSupplier(
  tx: Transaction,
  productId: string,
  document: PublicationDocument,
): Promise<PublicationDocument> {
  const [present] = await tx
    .select({ slug: suppliers.slug, name: suppliers.name, cvr: suppliers.cvr })
    .from(products)
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .where(eq(products.id, productId));
  return !present || present.cvr === document.supplier.cvr ? document : { ...document, supplier: present };
}
