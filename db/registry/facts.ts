import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { ProductFacts } from '~/workflows/registry';
import { isTransferableState } from '~/workflows/supplier-rights';
import type { Db, Transaction } from '../client';
import {
  cases,
  declarations,
  disputes,
  productFamilies,
  products,
  productTransfers,
  publications,
  suppliers,
} from '../schema';

export type ProductRow = typeof products.$inferSelect;
export type SupplierRow = typeof suppliers.$inferSelect;

/** The products of a supplier that have not ended, by name. */
export async function listPresentProducts(db: Db, supplierId: string): Promise<ProductRow[]> {
  return db
    .select()
    .from(products)
    .where(and(eq(products.supplierId, supplierId), isNull(products.endedAt)))
    .orderBy(asc(products.name), asc(products.id));
}

/** @param ref a product's id or address name */
export async function findProductByRef(db: Db, ref: string): Promise<ProductRow | undefined> {
  const [row] = await db.select().from(products).where(sql`${products.id}::text = ${ref} or ${products.slug} = ${ref}`);
  return row;
}

/** @param ref a supplier's id, address name or CVR number */
export async function findSupplierByRef(db: Db, ref: string): Promise<SupplierRow | undefined> {
  const [row] = await db
    .select()
    .from(suppliers)
    .where(sql`${suppliers.id}::text = ${ref} or ${suppliers.slug} = ${ref} or ${suppliers.cvr} = ${ref}`);
  return row;
}

/** What decides whether products can be merged or moved. */
export async function productFacts(db: Db, rows: readonly ProductRow[]): Promise<ProductFacts[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const slugs = rows.map(({ slug }) => slug);
  const declared = await db
    .select({ id: declarations.id, productId: declarations.productId })
    .from(declarations)
    .where(inArray(declarations.productId, ids));
  const families = await db
    .select({ name: productFamilies.name, productId: declarations.productId })
    .from(productFamilies)
    .innerJoin(declarations, eq(declarations.id, productFamilies.sourceDeclarationId))
    .where(inArray(declarations.productId, ids));
  const states = await db
    .select({ productId: cases.productId, state: cases.state })
    .from(cases)
    .where(inArray(cases.productId, ids));
  const objected = await db
    .select({ productId: disputes.productId })
    .from(disputes)
    .where(
      and(inArray(disputes.productId, ids), isNull(disputes.endedAt), notInArray(disputes.state, ['unconfirmed'])),
    );
  const offered = await db
    .select({ productId: productTransfers.productId })
    .from(productTransfers)
    .where(and(inArray(productTransfers.productId, ids), isNull(productTransfers.decidedAt)));
  const published = await db
    .selectDistinct({ slug: publications.productSlug })
    .from(publications)
    .where(inArray(publications.productSlug, slugs));
  const owners = await db
    .select({ id: suppliers.id, isDemo: suppliers.isDemo })
    .from(suppliers)
    .where(inArray(suppliers.id, [...new Set(rows.map(({ supplierId }) => supplierId))]));
  return rows.map(({ id, slug, supplierId, endedAt }) => ({
    id,
    supplierId,
    isEnded: endedAt !== null,
    isDemo: owners.some((owner) => owner.id === supplierId && owner.isDemo),
    hasDeclaration: declared.some(({ productId }) => productId === id),
    wasPublic: published.some((each) => each.slug === slug),
    hasBusyCase: states.some(({ productId, state }) => productId === id && !isTransferableState(state)),
    openDisputes: objected.filter(({ productId }) => productId === id).length,
    hasOpenTransfer: offered.some(({ productId }) => productId === id),
    sourceOf: families.filter(({ productId }) => productId === id).map(({ name }) => name),
  }));
}

/** No case of these products is sent or decided meanwhile, and nobody changes them. */
export async function lockProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
  const ids = [...productIds];
  if (ids.length === 0) return;
  await tx
    .select({ id: products.id })
    .from(products)
    .where(inArray(products.id, ids))
    .orderBy(products.id)
    .for('no key update');
  await tx
    .select({ id: declarations.id })
    .from(declarations)
    .where(inArray(declarations.productId, ids))
    .orderBy(declarations.id)
    .for('no key update');
  await tx.select({ id: cases.id }).from(cases).where(inArray(cases.productId, ids)).orderBy(cases.id).for('share');
}

/** Locks every product that a request is about. */
export async function lockSubjects(
  tx: Transaction,
  request: { kind: string; from: string; to?: string },
): Promise<void> {
  if (request.kind.startsWith('product')) {
    const named = [await findProductByRef(tx, request.from), await findProductByRef(tx, request.to ?? '')];
    return lockProducts(
      tx,
      named.flatMap((each) => each?.id ?? []),
    );
  }
  const supplier = await findSupplierByRef(tx, request.from);
  const rows = supplier ? await listPresentProducts(tx, supplier.id) : [];
  return lockProducts(
    tx,
    rows.map(({ id }) => id),
  );
}
