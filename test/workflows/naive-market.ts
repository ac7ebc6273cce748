import type { Facet, Facets, Market, MarketProduct, MarketSupport } from '~/workflows/market';
import { type Freshness, freshnesses, type ProductFilters, partsOf, supportingLevels } from '~/workflows/product-query';
import { productTypes, rungs, type SupportLevel, supportLevels } from '~/workflows/words';
import { addDays } from '~/workflows/working-days';

/**
 * The rules of the filters of a market, product by product and row by row: what `workflows/market-counts.ts` computes
 * from sets of bits, said so plainly that it can be checked by reading.
 */

/** By name. @param found ids of the products that the search finds; null: nothing is searched for */
export function naiveProducts(
  market: Market,
  filters: ProductFilters,
  found: ReadonlySet<string> | null,
): MarketProduct[] {
  return market.products.filter(productTest(filters, market.today, found));
}

/** For each filter its values with what choosing them would find; a value that finds nothing is not listed. */
export function naiveFacets(market: Market, filters: ProductFilters, found: ReadonlySet<string> | null): Facets {
  const all = naiveProducts(market, filters, found);
  /** Most filters are not in use, and leaving one of those out leaves the same products. */
  const where = (changes: Partial<ProductFilters>): readonly MarketProduct[] => {
    const isSame = Object.entries(changes).every(
      ([name, value]) => String(filters[name as keyof ProductFilters]) === String(value),
    );
    return isSame ? all : naiveProducts(market, { ...filters, ...changes }, found);
  };
  const onlyUnwanted = (values: readonly string[]) => values.filter((value) => value.startsWith('-'));
  const chosen = <Value extends string>(values: readonly Value[], choose: (value: Value) => Partial<ProductFilters>) =>
    sorted(
      new Map(
        values.flatMap((value) => {
          const { length } = where(choose(value));
          return length > 0 ? [[value, length] as const] : [];
        }),
      ),
    );
  /** Every value that anything published has. */
  const ever = (valuesOf: (row: MarketSupport) => readonly string[]) => [
    ...new Set(market.products.flatMap(({ support }) => support.flatMap((row) => [...valuesOf(row)]))),
  ];
  const interfaces = partsOf(filters.interface);
  return {
    supplier: suppliersOf(market.products, where({ supplier: [] }), filters.supplier),
    type: inOrder(
      productTypes,
      countBy(where({ type: [] }), ({ type }) => [type]),
    ),
    kle: sorted(countBy(where({ kle: onlyUnwanted(filters.kle) }), ({ kle }) => kle)),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    interface: chosen(
      ever(({ interfaceId }) => [interfaceId]),
      (value) => ({
        interface: [...(filters.match === 'all' ? filters.interface : onlyUnwanted(filters.interface)), value],
      }),
    ),
    group: chosen(
      ever(({ groupId }) => [groupId]),
      (value) => ({ group: [...onlyUnwanted(filters.group), value] }),
    ),
    level: chosen(supportLevels, (value) => ({ level: [value] })),
    rung: chosen(rungs, (value) => ({ rung: [value] })),
    version:
      interfaces.wanted.length === 0
        ? []
        : chosen(
            ever(({ version }) => (version === null ? [] : [version])),
            (value) => ({ version: [value] }),
          ),
    municipality: chosen(
      ever(({ municipalities }) => municipalities),
      (value) => ({ municipality: [...onlyUnwanted(filters.municipality), value] }),
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
    return ({ support }: MarketProduct): boolean => support.some((row) => has(row) && counts(row));
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

function suppliersOf(
  all: readonly MarketProduct[],
  products: readonly MarketProduct[],
  chosen: readonly string[],
): Facets['supplier'] {
  const bySlug = new Map<string, { value: string; name: string; place: number }>();
  for (const { supplierSlug: value, supplierName: name, order } of all) {
    const place = Math.min(order.supplier, bySlug.get(value)?.place ?? order.supplier);
    bySlug.set(value, { value, name, place });
  }
  return [...bySlug.values()]
    .sort((a, b) => a.place - b.place)
    .map(({ value, name }) => ({ value, name, count: products.filter((each) => each.supplierSlug === value).length }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value) || chosen.includes(`-${value}`));
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

function sorted<Value extends string>(counts: ReadonlyMap<Value, number>): Facet<Value>[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}

function inOrder<Value extends string>(values: readonly Value[], counts: ReadonlyMap<Value, number>): Facet<Value>[] {
  return values.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, count }];
  });
}
