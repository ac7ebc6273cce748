import { and, asc, count, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { publicProducts, publicSuppliers } from '../schema';
import { danish } from './product-filters';
import { pageSize } from './products';

export interface SupplierView {
  slug: string;
  name: string;
  cvr: string;
  website: string | null;
  isDemo: boolean;
  /** How many published products it has. */
  products: number;
}

function selectSuppliers(db: Db, condition?: SQL) {
  return (
    db
      .select({
        slug: publicSuppliers.slug,
        name: publicSuppliers.name,
        cvr: publicSuppliers.cvr,
        website: publicSuppliers.website,
        isDemo: publicSuppliers.isDemo,
        products: count(publicProducts.productId),
      })
      .from(publicSuppliers)
      .innerJoin(publicProducts, eq(publicProducts.supplierSlug, publicSuppliers.slug))
      .where(condition)
      // All of them: as of a past day it is a view, which has no key that the others would follow from.
      .groupBy(
        publicSuppliers.slug,
        publicSuppliers.name,
        publicSuppliers.cvr,
        publicSuppliers.website,
        publicSuppliers.isDemo,
      )
      .orderBy(asc(danish(publicSuppliers.name)), asc(publicSuppliers.slug))
  );
}

/** Every supplier with a published product, by name. */
export async function listPublishedSuppliers(db: Db): Promise<SupplierView[]> {
  return selectSuppliers(db);
}

/** Suppliers by name from a position on: at most `pageSize`, and whether there are more. */
export async function listPublishedSuppliersAfter(
  db: Db,
  after?: { name: string; slug: string },
): Promise<{ suppliers: SupplierView[]; hasMore: boolean }> {
  const name = danish(publicSuppliers.name);
  const condition =
    after &&
    or(sql`${name} > ${after.name}`, and(sql`${name} = ${after.name}`, sql`${publicSuppliers.slug} > ${after.slug}`));
  const rows = await selectSuppliers(db, condition).limit(pageSize + 1);
  return { suppliers: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
}

/** @param id the supplier's slug or CVR number */
export async function findPublishedSupplier(db: Db, id: string): Promise<SupplierView | undefined> {
  const [row] = await selectSuppliers(db, or(eq(publicSuppliers.slug, id), eq(publicSuppliers.cvr, id))).limit(1);
  return row;
}
