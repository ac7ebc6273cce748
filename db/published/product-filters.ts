import { and, asc, desc, eq, exists, gte, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { noFilters, type ProductFilters, type ProductSort, partsOf, supportingLevels } from '~/workflows/product-query';
import type { SearchClause } from '~/workflows/search-words';
import type { Rung } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicRedirects, publicSupport } from '../schema';
import { isAttestedBy, rungColumn } from './attestations';
import { resolveSearch } from './search';
import { matchesTerm } from './term';

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

/** Filters with their search resolved, ready to be asked. */
export interface ProductSelection {
  filters: ProductFilters;
  clauses: readonly SearchClause[];
  /** yyyy-mm-dd in Copenhagen, for rungs and freshness. */
  today: string;
}

export async function selectionOf(db: Db, filters: ProductFilters, today: string): Promise<ProductSelection> {
  const { clauses } = filters.q === '' ? { clauses: [] } : await resolveSearch(db, filters.q);
  return { filters, clauses, today };
}

/**
 * @param except the filter to leave out, for counting what its other values would give
 * @returns the condition on published.products
 */
export function productCondition(
  db: Db,
  { filters, clauses, today }: ProductSelection,
  except?: keyof ProductFilters,
): SQL | undefined {
  const used = except === undefined ? filters : { ...filters, [except]: noFilters[except] };
  return and(
    ...clauses.map(({ terms, negated }) => {
      const matched = or(...terms.map(matchesTerm));
      return negated && matched ? not(matched) : matched;
    }),
    ...supportConditions(db, used, today),
    ...oneOf(used.supplier, (values) => isOfSupplier(db, values)),
    ...oneOf(used.type, (values) =>
      inArray(publicProducts.type, values as (typeof publicProducts.$inferSelect)['type'][]),
    ),
    ...oneOf(used.kle, (values) => or(...values.map(inMainGroup))),
    used.since === '' ? undefined : gte(publicProducts.publishedAt, startOfDay(sql`${used.since}::date`)),
    used.fresh === '' ? undefined : isFresh(used.fresh, today),
  );
}

/** Under its present address or one from before a merge, which saved searches and links still have. */
function isOfSupplier(db: Db, slugs: string[]): SQL | undefined {
  const survivors = db
    .select({ slug: publicRedirects.toSlug })
    .from(publicRedirects)
    .where(and(eq(publicRedirects.kind, 'supplier'), inArray(publicRedirects.fromSlug, slugs)));
  return or(inArray(publicProducts.supplierSlug, slugs), inArray(publicProducts.supplierSlug, survivors));
}

/** Any of what is asked for, and nothing of what is to be left out. */
function oneOf(values: readonly string[], condition: (values: string[]) => SQL | undefined): (SQL | undefined)[] {
  const { wanted, unwanted } = partsOf(values);
  const excluded = unwanted.length > 0 ? condition(unwanted) : undefined;
  return [wanted.length > 0 ? condition(wanted) : undefined, excluded && not(excluded)];
}

function supportConditions(db: Db, filters: ProductFilters, today: string): (SQL | undefined)[] {
  const counts = supportCondition(filters, today);
  const supports = (...conditions: (SQL | undefined)[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(publicSupport)
        .where(and(eq(publicSupport.productId, publicProducts.productId), counts, ...conditions)),
    );
  const interfaces = partsOf(filters.interface);
  const groups = partsOf(filters.group);
  const municipalities = partsOf(filters.municipality);
  const wanted = interfaces.wanted.map((id) => supports(eq(publicSupport.interfaceId, id)));
  const conditions = filters.match === 'any' && wanted.length > 0 ? [or(...wanted)] : [...wanted];
  if (groups.wanted.length > 0) conditions.push(supports(inArray(publicSupport.groupId, groups.wanted)));
  const isQualified =
    filters.level.length + filters.rung.length + filters.version.length + municipalities.wanted.length > 0;
  if (conditions.length === 0 && isQualified) conditions.push(supports());
  const unwanted = [
    ...interfaces.unwanted.map((id) => eq(publicSupport.interfaceId, id)),
    ...(groups.unwanted.length > 0 ? [inArray(publicSupport.groupId, groups.unwanted)] : []),
    ...municipalities.unwanted.map((code) => isUsedIn(code, today)),
  ];
  return [...conditions, ...unwanted.map((condition) => not(supports(condition)))];
}

/** Which support of an interface counts: by level, rung, version and the municipalities that use it. */
export function supportCondition(
  { level, rung, version, municipality }: Pick<ProductFilters, 'level' | 'rung' | 'version' | 'municipality'>,
  today: string,
): SQL | undefined {
  const named = partsOf(municipality).wanted;
  return and(
    inArray(publicSupport.level, [...(level.length > 0 ? level : supportingLevels)]),
    rung.length > 0 ? or(...rung.map((each) => isOnRung(each, today))) : undefined,
    version.length > 0 ? inArray(publicSupport.version, [...version]) : undefined,
    or(...named.map((code) => isUsedIn(code, today))),
  );
}

/** As an approved answer of the supplier says, or as the municipality itself attests. */
function isUsedIn(municipality: string, today: string): SQL | undefined {
  const isNamed = sql`${publicSupport.municipalities} @> ${JSON.stringify([municipality])}::jsonb`;
  return or(isNamed, isAttestedBy(municipality, today));
}

function isOnRung(rung: Rung, today: string): SQL {
  return sql`${rungColumn(today)} = ${rung}`;
}

/** A product's KLE numbers may be main groups, groups or subjects. */
function inMainGroup(mainGroup: string): SQL {
  return sql`exists (select 1 from unnest(${publicProducts.kle}) as number where left(number, 2) = ${mainGroup})`;
}

/** @param days how long ago at most, as a number in text */
export function isFresh(days: string, today: string): SQL {
  return gte(publicProducts.publishedAt, startOfDay(sql`(${today}::date - ${days}::int)`));
}

function startOfDay(day: SQL): SQL<Date> {
  return sql`(${day})::timestamp at time zone 'Europe/Copenhagen'`;
}
