import { asc, count, eq, gt, or, type SQL } from 'drizzle-orm';
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

const byName = [asc(danish(publicSuppliers.name)), asc(publicSuppliers.slug)];

function selectSuppliers(db: Db, condition?: SQL, order: SQL[] = byName) {
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
      .orderBy(...order)
  );
}

/** Every supplier with a published product, by name. */
export async function listPublishedSuppliers(db: Db): Promise<SupplierView[]> {
  return selectSuppliers(db);
}

/**
 * Suppliers by slug, which never changes, so that none is lost or repeated over what is published meanwhile.
 * @param after the last one that was given
 * @returns at most `pageSize`, and whether there are more
 */
export async function listPublishedSuppliersAfter(
  db: Db,
  after?: string,
): Promise<{ suppliers: SupplierView[]; hasMore: boolean }> {
  const { slug } = publicSuppliers;
  const rows = await selectSuppliers(db, after === undefined ? undefined : gt(slug, after), [asc(slug)]).limit(
    pageSize + 1,
  );
  return { suppliers: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
}

/** @param id the supplier's slug or CVR number */
export async function findPublishedSupplier(db: Db, id: string): Promise<SupplierView | undefined> {
  const [row] = await selectSuppliers(db, or(eq(publicSuppliers.slug, id), eq(publicSuppliers.cvr, id))).limit(1);
  return row;
}
