import type { Facet, Facets, Market, MarketSupport } from './market';
import {
  addAll,
  addBit,
  type Bits,
  countAll,
  countCommon,
  dayNumber,
  eachPlace,
  getOrMake,
  type MarketIndex,
  noBits,
  type SupportClass,
} from './market-bits';
import { askedTest, freshFrom, levelTest, openCounter, rowsOf, rowTest } from './market-selection';
import { type Freshness, freshnesses, type ProductFilters, partsOf } from './product-query';
import { productTypes, type Rung, rungs, supportLevels } from './words';

/** For each filter its values with what choosing them would find; a value that finds nothing is not listed. */
export function countMarket(market: Market, filters: ProductFilters, found: ReadonlySet<string> | null): Facets {
  const { index, select, classesFor } = openCounter(market, found);
  const all = select(filters);
  /** Most filters are not in use, and leaving one of those out leaves the same products. */
  const where = (changes: Partial<ProductFilters>): Bits => {
    const isSame = Object.entries(changes).every(
      ([name, value]) => String(filters[name as keyof ProductFilters]) === String(value),
    );
    return isSame ? all : select({ ...filters, ...changes });
  };
  const counting = classesFor(filters).filter(levelTest(filters));
  const count = <Value extends string>(
    classes: readonly SupportClass[],
    products: Bits,
    nameOf: (support: SupportClass) => Value,
  ) => sorted(countClasses(classes, products, nameOf));
  return {
    supplier: suppliersOf(index, where({ supplier: [] }), filters.supplier),
    type: inOrder(productTypes, countKept(index.byType, where({ type: [] }))),
    kle: sorted(countKept(index.byKle, where({ kle: onlyUnwanted(filters.kle) }))),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    interface: count(
      counting,
      filters.match === 'all' ? all : where({ interface: onlyUnwanted(filters.interface) }),
      ({ interfaceId }) => interfaceId,
    ),
    group: count(counting, where({ group: onlyUnwanted(filters.group) }), ({ groupId }) => groupId),
    ...(isAskedOnce(filters)
      ? countAskedRows(filters, { index, where, classesFor })
      : countEachValue(filters, { index, where, classesFor })),
    fresh: freshOf(index, where({ fresh: '' }), market.today),
  };
}

type Counter = ReturnType<typeof openCounter>;

interface Counting extends Pick<Counter, 'index' | 'classesFor'> {
  where(changes: Partial<ProductFilters>): Bits;
}

type OfSupport = Pick<Facets, 'level' | 'rung' | 'version' | 'municipality'>;

/**
 * Whether support is asked for in one condition, so that a product that has a value in a row of it is a product that is
 * found by that value. Several interfaces that all have to be supported, or what is to be left out, are more conditions.
 */
function isAskedOnce(filters: ProductFilters): boolean {
  const interfaces = partsOf(filters.interface);
  const groups = partsOf(filters.group);
  const conditions =
    (filters.match === 'all' ? interfaces.wanted.length : Math.min(1, interfaces.wanted.length)) +
    Math.min(1, groups.wanted.length);
  const unwanted = interfaces.unwanted.length + groups.unwanted.length + partsOf(filters.municipality).unwanted.length;
  return conditions <= 1 && unwanted === 0;
}

/** By the rows that are asked for. Levels are listed also when they do not count as support. */
function countAskedRows(filters: ProductFilters, { index, where, classesFor }: Counting): OfSupport {
  const asked = askedTest(filters);
  // What is asked of support is asked of the counted row itself.
  const products = where({ level: [], rung: [], version: [], municipality: [], interface: [], group: [] });
  const classes = classesFor(filters).filter(asked);
  const isOnRung = rungTest(filters);
  const onAnyRung = classes.filter(levelTest({ ...filters, rung: [] }));
  const byVersion = () =>
    countRows(index, products, rowTest({ ...filters, version: [] }, asked), ({ version }) =>
      version === null ? [] : [version],
    );
  const elsewhere = { ...filters, municipality: [] };
  return {
    level: sorted(countClasses(classes.filter(isOnRung), products, ({ level }) => level)),
    rung: sorted(countClasses(onAnyRung, products, ({ rung }) => rung)),
    version: namesInterface(filters) ? byVersion() : [],
    municipality: countRows(
      index,
      where({ municipality: [] }),
      rowTest(elsewhere, asked),
      ({ municipalities }) => municipalities,
    ),
  };
}

/** By choosing each value: slower, and right whatever else is asked for. */
function countEachValue(filters: ProductFilters, { index, where }: Counting): OfSupport {
  const asked = askedTest(filters);
  const among = (valuesOf: (row: MarketSupport) => readonly string[]) => [
    ...new Set(index.rows.filter(asked).flatMap((row) => [...valuesOf(row)])),
  ];
  const count = <Value extends string>(values: readonly Value[], choose: (value: Value) => Partial<ProductFilters>) =>
    sorted(
      new Map(
        values.flatMap((value) => {
          const found = countAll(where(choose(value)));
          return found > 0 ? [[value, found] as const] : [];
        }),
      ),
    );
  const versions = among(({ version }) => (version === null ? [] : [version]));
  const left = onlyUnwanted(filters.municipality);
  return {
    level: count(supportLevels, (value) => ({ level: [value] })),
    rung: count(rungs, (value) => ({ rung: [value] })),
    version: namesInterface(filters) ? count(versions, (value) => ({ version: [value] })) : [],
    municipality: count(
      among(({ municipalities }) => municipalities),
      (value) => ({ municipality: [...left, value] }),
    ),
  };
}

function namesInterface(filters: ProductFilters): boolean {
  return partsOf(filters.interface).wanted.length > 0;
}

function onlyUnwanted(values: readonly string[]): string[] {
  return values.filter((value) => value.startsWith('-'));
}

function rungTest({ rung }: Pick<ProductFilters, 'rung'>): (row: { rung: Rung }) => boolean {
  return (row) => rung.length === 0 || rung.includes(row.rung);
}

function countKept<Value extends string>(kept: ReadonlyMap<string, Bits>, products: Bits): Map<Value, number> {
  return counted([...kept] as [Value, Bits][], products);
}

/** Products, not support: one that has a value twice is counted once. */
function countClasses<Value extends string>(
  classes: readonly SupportClass[],
  products: Bits,
  nameOf: (support: SupportClass) => Value,
): Map<Value, number> {
  const joined = new Map<Value, Bits>();
  for (const support of classes) {
    addAll(
      getOrMake(joined, nameOf(support), () => new Uint32Array(products.length)),
      support.bits,
    );
  }
  return counted(joined, products);
}

function counted<Value extends string>(sets: Iterable<[Value, Bits]>, products: Bits): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const [value, bits] of sets) {
    const count = countCommon(bits, products);
    if (count > 0) counts.set(value, count);
  }
  return counts;
}

function countRows(
  index: MarketIndex,
  products: Bits,
  counts: (row: MarketSupport) => boolean,
  valuesOf: (row: MarketSupport) => readonly string[],
): Facet[] {
  const joined = new Map<string, Bits>();
  for (const [row, places] of rowsOf(index, (row) => valuesOf(row).length > 0 && counts(row))) {
    for (const value of valuesOf(row)) {
      const bits = getOrMake(joined, value, () => noBits(index.size));
      for (const place of places) addBit(bits, place);
    }
  }
  return sorted(counted(joined, products));
}

function freshOf({ days }: MarketIndex, products: Bits, today: string): Facet<Freshness>[] {
  const from = freshnesses.map((value) => ({ value, first: dayNumber(freshFrom(value, today)), count: 0 }));
  eachPlace(products, (place) => {
    for (const each of from) if ((days[place] ?? 0) >= each.first) each.count += 1;
  });
  return from.flatMap(({ value, count }) => (count > 0 ? [{ value, count }] : []));
}

/** Those that are chosen or left out also where they have nothing: only the market knows what they are called. */
function suppliersOf(
  { suppliers, supplierOf }: MarketIndex,
  products: Bits,
  chosen: readonly string[],
): Facets['supplier'] {
  const counts = new Uint32Array(suppliers.length);
  eachPlace(products, (place) => {
    const supplier = supplierOf[place] ?? 0;
    counts[supplier] = (counts[supplier] ?? 0) + 1;
  });
  const kept = new Set(chosen.map((slug) => slug.replace(/^-/, '')));
  return suppliers.flatMap(({ slug: value, name }, place) => {
    const count = counts[place] ?? 0;
    return count > 0 || kept.has(value) ? [{ value, name, count }] : [];
  });
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
