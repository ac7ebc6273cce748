import { and, asc, desc, eq, exists, gte, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { searchWords } from '~/workflows/search-words';
import { type ProductType, type SupportLevel, supportLevels } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';

/** What the public list, the matrix and the API can be narrowed by. Empty: not narrowed. */
export interface ProductFilters {
  q: string;
  /** Interface ids; a product has to support each of them. */
  interface: readonly string[];
  /** Support levels that count; empty: every level with which an interface is, or is to be, supported. */
  level: readonly SupportLevel[];
  /** Interface groups, supplier slugs, KLE main groups, product types: any of them. */
  group: readonly string[];
  supplier: readonly string[];
  kle: readonly string[];
  type: readonly ProductType[];
  /** Published on this day or later, yyyy-mm-dd in Copenhagen; empty: whenever. */
  since: string;
}

export const noFilters: ProductFilters = {
  q: '',
  interface: [],
  level: [],
  group: [],
  supplier: [],
  kle: [],
  type: [],
  since: '',
};

/** What a search for an interface finds where no level is asked for. */
export const supportingLevels: readonly SupportLevel[] = supportLevels.filter(
  (level) => level !== 'not_supported' && level !== 'not_relevant',
);

export const productSorts = ['name', 'supplier', 'newest', 'ready'] as const;
export type ProductSort = (typeof productSorts)[number];

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
