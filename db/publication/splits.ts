import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../client';
import { products, publications, publicSplits, registryChanges } from '../schema';

/**
 * Writes anew which products came out of another: of those that were public when they were split, the ones that have
 * been public since. The caller has locked the read model.
 */
export async function writeSplits(tx: Transaction): Promise<void> {
  const [from, to] = [alias(products, 'split_from'), alias(products, 'split_to')];
  const splits = await tx
    .select({ fromSlug: from.slug, toSlug: to.slug, splitAt: registryChanges.doneAt })
    .from(registryChanges)
    .innerJoin(from, eq(from.id, registryChanges.fromId))
    .innerJoin(to, eq(to.id, registryChanges.toId))
    .where(and(eq(registryChanges.kind, 'product-split'), isNull(registryChanges.undoneAt)))
    .orderBy(asc(registryChanges.doneAt));
  await tx.delete(publicSplits);
  for (const { fromSlug, toSlug, splitAt } of splits) {
    const [old, made] = [await asKnown(tx, fromSlug), await asKnown(tx, toSlug)];
    // What became of a product before anybody had been shown it is nobody's business.
    if (!old || !made || old.since > splitAt) continue;
    const row = { toSlug, toName: made.name, fromSlug, fromName: old.name, splitAt, toldFrom: made.since };
    await tx.insert(publicSplits).values(row);
  }
}

/** @returns what the public last called a product, and since when it has known it; undefined: it never has */
async function asKnown(tx: Transaction, slug: string): Promise<{ name: string; since: Date } | undefined> {
  const rows = await tx
    .select({
      name: sql<string>`${publications.document} #>> '{product,name}'`,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .where(eq(publications.productSlug, slug))
    .orderBy(asc(publications.number));
  const [first, last] = [rows.at(0), rows.at(-1)];
  return first && last && { name: last.name, since: first.publishedAt };
}
