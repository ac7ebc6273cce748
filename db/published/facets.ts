import { and, count, type SQL, sql } from 'drizzle-orm';
import { type ProductFilters, supportingLevels } from '~/workflows/product-query';
import type { ProductType } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';
import { productCondition } from './product-filters';

export interface Facet<Value extends string = string> {
  value: Value;
  /** Products that are found when this value is chosen beside the other filters. */
  count: number;
}

export interface Facets {
  interface: Facet[];
  group: Facet[];
  supplier: (Facet & { name: string })[];
  kle: Facet[];
  type: Facet<ProductType>[];
}

/** For each filter its values with what choosing them would find; a value that finds nothing is not listed. */
export async function countFacets(db: Db, filters: ProductFilters): Promise<Facets> {
  const [bySupplier, byType, byKle, byInterface, byGroup] = await Promise.all([
    db
      .select({ value: publicProducts.supplierSlug, name: publicProducts.supplierName, count: count() })
      .from(publicProducts)
      .where(productCondition(db, filters, 'supplier'))
      .groupBy(publicProducts.supplierSlug, publicProducts.supplierName)
      .orderBy(sql`${publicProducts.supplierName} collate "da-x-icu"`),
    db
      .select({ value: publicProducts.type, count: count() })
      .from(publicProducts)
      .where(productCondition(db, filters, 'type'))
      .groupBy(publicProducts.type),
    countKle(db, productCondition(db, filters, 'kle')),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    countSupport(db, publicSupport.interfaceId, filters.level, productCondition(db, filters)),
    countSupport(db, publicSupport.groupId, filters.level, productCondition(db, filters, 'group')),
  ]);
  return { supplier: bySupplier, type: byType, kle: byKle, interface: byInterface, group: byGroup };
}

function countKle(db: Db, condition: SQL | undefined): Promise<Facet[]> {
  const mainGroup = sql<string>`left(number, 2)`;
  return db
    .select({ value: mainGroup, count: sql<number>`count(distinct ${publicProducts.productId})::int` })
    .from(publicProducts)
    .innerJoin(sql`unnest(${publicProducts.kle}) as number`, sql`true`)
    .where(condition)
    .groupBy(mainGroup)
    .orderBy(mainGroup);
}

function countSupport(
  db: Db,
  column: typeof publicSupport.interfaceId | typeof publicSupport.groupId,
  levels: ProductFilters['level'],
  condition: SQL | undefined,
): Promise<Facet[]> {
  const counted = levels.length > 0 ? levels : supportingLevels;
  return db
    .select({ value: column, count: sql<number>`count(distinct ${publicSupport.productId})::int` })
    .from(publicSupport)
    .innerJoin(publicProducts, sql`${publicProducts.productId} = ${publicSupport.productId}`)
    .where(and(sql`${publicSupport.level} in ${[...counted]}`, condition))
    .groupBy(column);
}
