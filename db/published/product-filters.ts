import { and, asc, desc, eq, exists, gte, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { noFilters, type ProductFilters, type ProductSort, supportingLevels } from '~/workflows/product-query';
import { searchWords } from '~/workflows/search-words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';

/** Sorted as a Danish dictionary, whatever the server's own collation. */
export const danish = (column: AnyPgColumn): SQL => sql`${column} collate "da-x-icu"`;

const readyCount = sql<number>`cardinality(${publicProducts.readyInterfaceIds})`;

/** Each order ends in the slug, which is unique: pages neither repeat nor lose a product. */
export const productOrders: Record<ProductSort, SQL[]> = {
  name: [asc(danish(publicProducts.name)), asc(publicProducts.slug)],
  supplier: [asc(danish(publicProducts.supplierName)), asc(danish(publicProducts.name)), asc(publicProducts.slug)],
  newest: [desc(publicProducts.publishedAt), asc(publicProducts.slug)],
  ready: [desc(readyCount), asc(danish(publicProducts.name)), asc(publicProducts.slug)],
};

/**
 * @param except the filter to leave out, for counting what its other values would give
 * @returns the condition on published.products
 */
export function productCondition(db: Db, filters: ProductFilters, except?: keyof ProductFilters): SQL | undefined {
  const used = except === undefined ? filters : { ...filters, [except]: noFilters[except] };
  return and(
    ...searchWords(used.q).map((word) => like(publicProducts.searchText, `%${escapeLike(word)}%`)),
    ...supportConditions(db, used),
    used.supplier.length > 0 ? inArray(publicProducts.supplierSlug, [...used.supplier]) : undefined,
    used.type.length > 0 ? inArray(publicProducts.type, [...used.type]) : undefined,
    or(...used.kle.map(inMainGroup)),
    used.since === '' ? undefined : gte(publicProducts.publishedAt, startOfDay(used.since)),
  );
}

function supportConditions(db: Db, { interface: interfaces, group, level }: ProductFilters): SQL[] {
  const levels = level.length > 0 ? level : supportingLevels;
  const supports = (...conditions: SQL[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(publicSupport)
        .where(
          and(
            eq(publicSupport.productId, publicProducts.productId),
            inArray(publicSupport.level, [...levels]),
            ...conditions,
          ),
        ),
    );
  const conditions = interfaces.map((id) => supports(eq(publicSupport.interfaceId, id)));
  if (group.length > 0) conditions.push(supports(inArray(publicSupport.groupId, [...group])));
  if (conditions.length === 0 && level.length > 0) conditions.push(supports());
  return conditions;
}

/** A product's KLE numbers may be main groups, groups or subjects. */
function inMainGroup(mainGroup: string): SQL {
  return sql`exists (select 1 from unnest(${publicProducts.kle}) as number where left(number, 2) = ${mainGroup})`;
}

function startOfDay(day: string): SQL<Date> {
  return sql`(${day}::date)::timestamp at time zone 'Europe/Copenhagen'`;
}

/** So that a percent sign or underscore that somebody searches for stands for itself. */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
