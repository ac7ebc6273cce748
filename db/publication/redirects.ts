import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { products, publications, publicRedirects, registryChanges, suppliers } from '../schema';

/**
 * Writes anew where old addresses lead: of what was public once, under the name that the public knew, and to whatever
 * survives now, also over several merges. The caller has locked the read model.
 */
export async function writeRedirects(tx: Transaction): Promise<void> {
  await tx.delete(publicRedirects);
  const merges = await tx
    .select()
    .from(registryChanges)
    .where(and(inArray(registryChanges.kind, ['product-merge', 'supplier-merge']), isNull(registryChanges.undoneAt)))
    .orderBy(asc(registryChanges.doneAt));
  if (merges.length === 0) return;
  const next = new Map(merges.map(({ fromId, toId }) => [fromId, toId]));
  const survivorOf = (id: string): string => {
    const onward = next.get(id);
    return onward === undefined ? id : survivorOf(onward);
  };
  const slugs = new Map(
    [
      ...(await tx.select({ id: products.id, slug: products.slug }).from(products).where(isOneOf(products.id, merges))),
      ...(await tx
        .select({ id: suppliers.id, slug: suppliers.slug })
        .from(suppliers)
        .where(isOneOf(suppliers.id, merges))),
    ].map(({ id, slug }) => [id, slug]),
  );
  for (const { kind, fromId, doneAt } of merges) {
    const fromSlug = slugs.get(fromId) ?? '';
    const toSlug = slugs.get(survivorOf(fromId)) ?? '';
    const known = kind === 'product-merge' ? await productAsKnown(tx, fromSlug) : await supplierAsKnown(tx, fromSlug);
    if (!known) continue;
    await tx.insert(publicRedirects).values({ ...known, fromSlug, toSlug, mergedAt: doneAt });
  }
}

function isOneOf(
  column: typeof products.id | typeof suppliers.id,
  merges: readonly { fromId: string; toId: string }[],
) {
  return inArray(
    column,
    merges.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
}

const told = (...path: string[]) => sql<string>`${publications.document} #>> ${`{${path.join(',')}}`}::text[]`;

async function productAsKnown(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({ fromName: told('product', 'name'), kitosUuid: sql<string | null>`${told('product', 'kitosUuid')}` })
    .from(publications)
    .where(eq(publications.productSlug, slug))
    .orderBy(sql`${publications.number} desc`)
    .limit(1);
  return row && { kind: 'product' as const, ...row };
}

async function supplierAsKnown(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({ fromName: told('supplier', 'name'), cvr: told('supplier', 'cvr') })
    .from(publications)
    .where(eq(told('supplier', 'slug'), slug))
    .orderBy(sql`${publications.publishedAt} desc`)
    .limit(1);
  return row && { kind: 'supplier' as const, ...row };
}
