import { copenhagenDay } from './day';
import {
  type Freshness,
  freshnesses,
  type ProductFilters,
  type ProductSort,
  partsOf,
  supportingLevels,
} from './product-query';
import type { Outcome, ProductType, Rung, SupportLevel } from './words';
import { productTypes } from './words';
import { addDays } from './working-days';

/**
 * Everything that is published, as small as lists, filters and the matrix need it, held in memory between two
 * publications: the same questions to the database took most of the time of a page, and more with each product.
 * What `db/published/product-filters.ts` and `facets.ts` say in SQL, for the API and for search, is said here once more
 * for pages; a test holds that both give the same.
 */
export interface Market {
  /** The day that rungs hold for, yyyy-mm-dd in Copenhagen. */
  today: string;
  /** By name. */
  products: readonly MarketProduct[];
}

export interface MarketProduct {
  productId: string;
  slug: string;
  name: string;
  type: ProductType;
  /** KLE main groups. */
  kle: readonly string[];
  isDemo: boolean;
  supplierSlug: string;
  supplierName: string;
  outcome: Outcome;
  decidedBy: string;
  /** yyyy-mm-dd in Copenhagen. */
  publishedOn: string;
  /** Places in the orders other than by name. */
  order: Record<Exclude<ProductSort, 'name'>, number>;
  /** In the catalogue's order. */
  support: readonly MarketSupport[];
}

/** Shared by all products of which it is true. */
export interface MarketSupport {
  /** Counted from 0 over the rows that differ: what was found out about a row is kept in a list by it. */
  place: number;
  interfaceId: string;
  groupId: string;
  level: SupportLevel;
  version: string | null;
  plannedOn: string | null;
  rung: Rung;
  attestedBy: number;
  isDisputed: boolean;
  municipalities: readonly string[];
}

export interface Facet<Value extends string = string> {
  value: Value;
  /** Products that are found when this value is chosen beside the other filters. */
  count: number;
}

export interface Facets {
  interface: Facet[];
  group: Facet[];
  level: Facet<SupportLevel>[];
  rung: Facet<Rung>[];
  /** Only where an interface is asked for: a version says nothing without. */
  version: Facet[];
  municipality: Facet[];
  supplier: (Facet & { name: string })[];
  kle: Facet[];
  type: Facet<ProductType>[];
  fresh: Facet<Freshness>[];
}

/** By name. @param found ids of the products that the search finds; null: nothing is searched for */
export function selectProducts(
  market: Market,
  filters: ProductFilters,
  found: ReadonlySet<string> | null,
): MarketProduct[] {
  return market.products.filter(productTest(filters, market.today, found));
}

/** @param products by name */
export function sortProducts(products: readonly MarketProduct[], sort: ProductSort): readonly MarketProduct[] {
  return sort === 'name' ? products : [...products].sort((a, b) => a.order[sort] - b.order[sort]);
}

/** For each filter its values with what choosing them would find; a value that finds nothing is not listed. */
export function countMarket(market: Market, filters: ProductFilters, found: ReadonlySet<string> | null): Facets {
  const all = selectProducts(market, filters, found);
  /** Most filters are not in use, and leaving one of those out leaves the same products. */
  const where = (changes: Partial<ProductFilters>): readonly MarketProduct[] => {
    const isSame = Object.entries(changes).every(
      ([name, value]) => String(filters[name as keyof ProductFilters]) === String(value),
    );
    return isSame ? all : selectProducts(market, { ...filters, ...changes }, found);
  };
  const onlyUnwanted = (values: readonly string[]) => values.filter((value) => value.startsWith('-'));
  const asked = askedTest(filters);
  /** What is asked of support is asked of the counted row itself. */
  const ofRows = {
    level: [],
    rung: [],
    version: [],
    interface: onlyUnwanted(filters.interface),
    group: onlyUnwanted(filters.group),
  };
  const qualified = (except: 'level' | 'rung' | 'version') => {
    const counts = except === 'level' ? () => true : supportTest({ ...filters, [except]: [] });
    return (row: MarketSupport) => counts(row) && asked(row);
  };
  const counts = supportTest(filters);
  const municipality = onlyUnwanted(filters.municipality);
  const named = supportTest({ ...filters, municipality });
  return {
    supplier: suppliersOf(where({ supplier: [] })),
    type: inOrder(
      productTypes,
      countBy(where({ type: [] }), ({ type }) => [type]),
    ),
    kle: sorted(countBy(where({ kle: [] }), ({ kle }) => kle)),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    interface: sorted(
      countRows(
        filters.match === 'all' ? all : where({ interface: onlyUnwanted(filters.interface) }),
        counts,
        ({ interfaceId }) => [interfaceId],
      ),
    ),
    group: sorted(countRows(where({ group: [] }), counts, ({ groupId }) => [groupId])),
    level: sorted(countRows(where(ofRows), qualified('level'), ({ level }) => [level])),
    rung: sorted(countRows(where(ofRows), qualified('rung'), ({ rung }) => [rung])),
    version:
      partsOf(filters.interface).wanted.length === 0
        ? []
        : sorted(countRows(where(ofRows), qualified('version'), ({ version }) => (version === null ? [] : [version]))),
    municipality: sorted(
      countRows(
        where({ municipality }),
        (row) => named(row) && asked(row),
        ({ municipalities }) => municipalities,
      ),
    ),
    fresh: freshOf(where({ fresh: '' }), market.today),
  };
}

function productTest(filters: ProductFilters, today: string, found: ReadonlySet<string> | null) {
  const tests: ((product: MarketProduct) => boolean)[] = [];
  if (found) tests.push(({ productId }) => found.has(productId));
  const oneOf = (values: readonly string[], has: (product: MarketProduct, value: string) => boolean): void => {
    const { wanted, unwanted } = partsOf(values);
    if (wanted.length > 0) tests.push((product) => wanted.some((value) => has(product, value)));
    if (unwanted.length > 0) tests.push((product) => !unwanted.some((value) => has(product, value)));
  };
  oneOf(filters.supplier, ({ supplierSlug }, value) => supplierSlug === value);
  oneOf(filters.type, ({ type }, value) => type === value);
  oneOf(filters.kle, ({ kle }, value) => kle.includes(value));
  if (filters.since !== '') tests.push(({ publishedOn }) => publishedOn >= filters.since);
  if (filters.fresh !== '') tests.push(isFresh(filters.fresh, today));
  tests.push(...supportTests(filters));
  return (product: MarketProduct) => tests.every((test) => test(product));
}

function supportTests(filters: ProductFilters): ((product: MarketProduct) => boolean)[] {
  const counts = supportTest(filters);
  const interfaces = partsOf(filters.interface);
  const groups = partsOf(filters.group);
  const municipalities = partsOf(filters.municipality);
  const supports = (has: (row: MarketSupport) => boolean) => {
    const test = askedOnce((row) => has(row) && counts(row));
    return ({ support }: MarketProduct): boolean => support.some(test);
  };
  const wanted = interfaces.wanted.map((id) => supports(({ interfaceId }) => interfaceId === id));
  const isAny = filters.match === 'any' && wanted.length > 0;
  const tests = isAny ? [(product: MarketProduct) => wanted.some((test) => test(product))] : wanted;
  if (groups.wanted.length > 0) tests.push(supports(({ groupId }) => groups.wanted.includes(groupId)));
  const isQualified =
    filters.level.length + filters.rung.length + filters.version.length + municipalities.wanted.length > 0;
  if (tests.length === 0 && isQualified) tests.push(supports(() => true));
  const unwanted = supports(
    (row) =>
      interfaces.unwanted.includes(row.interfaceId) ||
      groups.unwanted.includes(row.groupId) ||
      municipalities.unwanted.some((code) => row.municipalities.includes(code)),
  );
  const leavesOut = interfaces.unwanted.length + groups.unwanted.length + municipalities.unwanted.length > 0;
  return leavesOut ? [...tests, (product) => !unwanted(product)] : tests;
}

/** Which support of an interface counts: by level, rung, version and the municipalities that it names. */
function supportTest({
  level,
  rung,
  version,
  municipality,
}: Pick<ProductFilters, 'level' | 'rung' | 'version' | 'municipality'>) {
  const levels: readonly SupportLevel[] = level.length > 0 ? level : supportingLevels;
  const named = partsOf(municipality).wanted;
  return (row: MarketSupport): boolean =>
    levels.includes(row.level) &&
    (rung.length === 0 || rung.includes(row.rung)) &&
    (version.length === 0 || (row.version !== null && version.includes(row.version))) &&
    (named.length === 0 || named.some((code) => row.municipalities.includes(code)));
}

function askedTest(filters: ProductFilters): (row: MarketSupport) => boolean {
  const { wanted } = partsOf(filters.interface);
  const groups = partsOf(filters.group).wanted;
  if (wanted.length > 0) return ({ interfaceId }) => wanted.includes(interfaceId);
  return groups.length > 0 ? ({ groupId }) => groups.includes(groupId) : () => true;
}

/** Published so many days ago at most: from the first moment of that day in Copenhagen on. */
function isFresh(days: string, today: string): (product: MarketProduct) => boolean {
  const from = addDays(today, -Number(days));
  return ({ publishedOn }) => publishedOn >= from;
}

function freshOf(products: readonly MarketProduct[], today: string): Facet<Freshness>[] {
  return freshnesses.flatMap((value) => {
    const count = products.filter(isFresh(value, today)).length;
    return count > 0 ? [{ value, count }] : [];
  });
}

function suppliersOf(products: readonly MarketProduct[]): Facets['supplier'] {
  const bySlug = new Map<string, { value: string; name: string; count: number; place: number }>();
  for (const { supplierSlug, supplierName, order } of products) {
    const known = bySlug.get(supplierSlug);
    if (known) known.count += 1;
    else bySlug.set(supplierSlug, { value: supplierSlug, name: supplierName, count: 1, place: order.supplier });
  }
  return [...bySlug.values()].sort((a, b) => a.place - b.place).map(({ place, ...facet }) => facet);
}

function countBy<Value extends string>(
  products: readonly MarketProduct[],
  valuesOf: (product: MarketProduct) => readonly Value[],
): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const product of products)
    for (const value of valuesOf(product)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Rows are shared by many products, so each is asked once. */
function askedOnce<Answer>(ask: (row: MarketSupport) => Answer): (row: MarketSupport) => Answer {
  const answers: Answer[] = [];
  return (row) => {
    const known = answers[row.place];
    if (known !== undefined) return known;
    const answer = ask(row);
    answers[row.place] = answer;
    return answer;
  };
}

/** Products, not rows: one that has a value twice is counted once. */
function countRows<Value extends string>(
  products: readonly MarketProduct[],
  counts: (row: MarketSupport) => boolean,
  valuesOf: (row: MarketSupport) => readonly Value[],
): Map<Value, number> {
  const found = new Map<Value, { count: number; last: MarketProduct | null }>();
  const countOf = (value: Value) => {
    const known = found.get(value) ?? { count: 0, last: null };
    found.set(value, known);
    return known;
  };
  // Looking a value up for each of a hundred thousand rows is what would take the time.
  const countsOf = askedOnce((row) => (counts(row) ? valuesOf(row).map(countOf) : []));
  for (const product of products) {
    for (const row of product.support) {
      for (const known of countsOf(row)) {
        if (known.last === product) continue;
        known.count += 1;
        known.last = product;
      }
    }
  }
  return new Map([...found].map(([value, { count }]) => [value, count]));
}

function sorted<Value extends string>(counts: ReadonlyMap<Value, number>): Facet<Value>[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}

function inOrder<Value extends string>(values: readonly Value[], counts: ReadonlyMap<Value, number>): Facet<Value>[] {
  return values.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, count }];
  });
}

/** What the read model's row of a product is in the market. @param interned by what they say, shared between products */
export function marketProduct(row: MarketRow, interned: Map<string, MarketSupport>): MarketProduct {
  const { kle, publishedAt, bySupplier, byNewest, byReady, support, ...rest } = row;
  return {
    ...rest,
    kle: [...new Set(kle.map((number) => number.slice(0, 2)))],
    publishedOn: copenhagenDay(publishedAt),
    order: { supplier: bySupplier, newest: byNewest, ready: byReady },
    support: support === '' ? [] : support.split(rowEnd).map((cells) => supportOf(cells, interned)),
  };
}

/** Between the cells of a row of support, and between rows. No cell can hold them: texts of people come as JSON. */
export const cellEnd = '\u001f';
export const rowEnd = '\u001e';

function supportOf(cells: string, interned: Map<string, MarketSupport>): MarketSupport {
  const known = interned.get(cells);
  if (known) return known;
  const [interfaceId = '', groupId = '', level, rung, attestedBy, isDisputed, plannedOn, version, municipalities] =
    cells.split(cellEnd);
  const made: MarketSupport = {
    place: interned.size,
    interfaceId,
    groupId,
    level: level as SupportLevel,
    rung: rung as Rung,
    attestedBy: Number(attestedBy),
    isDisputed: isDisputed === 't',
    plannedOn: plannedOn || null,
    version: version ? JSON.parse(version) : null,
    municipalities: JSON.parse(municipalities || '[]'),
  };
  interned.set(cells, made);
  return made;
}

export interface MarketRow extends Omit<MarketProduct, 'publishedOn' | 'order' | 'support'> {
  publishedAt: Date;
  bySupplier: number;
  byNewest: number;
  byReady: number;
  /** Rows of cells, ended by `rowEnd` and `cellEnd`. */
  support: string;
}
