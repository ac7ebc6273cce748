import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { publicProducts, publicSplits, publicSupplierChanges } from '../schema';

/** The other product of a split. */
export interface SplitProduct {
  slug: string;
  name: string;
  splitAt: Date;
}

/** What has come out of a product, and what it has come out of itself. */
export async function readSplits(db: Db, slug: string): Promise<{ into: SplitProduct[]; from: SplitProduct | null }> {
  const [into, from] = await Promise.all([listSplitOff(db, slug), findSplitFrom(db, slug)]);
  return { into, from };
}

/** What has come out of a product, oldest first, under the names that the public knows. */
function listSplitOff(db: Db, slug: string): Promise<SplitProduct[]> {
  return db
    .select({
      slug: publicSplits.toSlug,
      name: sql<string>`coalesce(${publicProducts.name}, ${publicSplits.toName})`,
      splitAt: publicSplits.splitAt,
    })
    .from(publicSplits)
    .leftJoin(publicProducts, eq(publicProducts.slug, publicSplits.toSlug))
    .where(eq(publicSplits.fromSlug, slug))
    .orderBy(asc(publicSplits.splitAt), asc(publicSplits.toSlug));
}

async function findSplitFrom(db: Db, slug: string): Promise<SplitProduct | null> {
  const [row] = await db
    .select({
      slug: publicSplits.fromSlug,
      name: sql<string>`coalesce(${publicProducts.name}, ${publicSplits.fromName})`,
      splitAt: publicSplits.splitAt,
    })
    .from(publicSplits)
    .leftJoin(publicProducts, eq(publicProducts.slug, publicSplits.fromSlug))
    .where(eq(publicSplits.toSlug, slug));
  return row ?? null;
}

/** A public product that went from one supplier to another. */
export interface MovedProduct extends SplitProduct {
  supplierSlug: string;
  supplierName: string;
}

/** The products that left a supplier, by a split or as they were sold, and are public; oldest first. */
export async function listMovedAway(db: Db, cvr: string): Promise<MovedProduct[]> {
  return db
    .select({
      slug: publicProducts.slug,
      name: publicProducts.name,
      splitAt: publicSupplierChanges.changedAt,
      supplierSlug: publicSupplierChanges.toSlug,
      supplierName: publicSupplierChanges.toName,
    })
    .from(publicSupplierChanges)
    .innerJoin(publicProducts, eq(publicProducts.slug, publicSupplierChanges.productSlug))
    .where(eq(publicSupplierChanges.fromCvr, cvr))
    .orderBy(asc(publicSupplierChanges.changedAt), asc(publicProducts.name));
}
