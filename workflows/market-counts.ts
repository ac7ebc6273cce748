import type { Facet, Facets, Market, MarketSupport } from './market';
import {
  addAll,
  addBit,
  type Bits,
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
import { productTypes } from './words';

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
  const onlyUnwanted = (values: readonly string[]) => values.filter((value) => value.startsWith('-'));
  const asked = askedTest(filters);
  // What is asked of support is asked of the counted row itself.
  const ofRows = where({
    level: [],
    rung: [],
    version: [],
    interface: onlyUnwanted(filters.interface),
    group: onlyUnwanted(filters.group),
  });
  const counting = classesFor(filters).filter(levelTest(filters));
  const onAnyRung = classesFor(filters).filter(levelTest({ ...filters, rung: [] }));
  const count = <Value extends string>(
    classes: readonly SupportClass[],
    products: Bits,
    nameOf: (support: SupportClass) => Value,
  ) => sorted(countClasses(classes, products, nameOf));
  const municipality = onlyUnwanted(filters.municipality);
  return {
    supplier: suppliersOf(index, where({ supplier: [] })),
    type: inOrder(productTypes, countKept(index.byType, where({ type: [] }))),
    kle: sorted(countKept(index.byKle, where({ kle: [] }))),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    interface: count(
      counting,
      filters.match === 'all' ? all : where({ interface: onlyUnwanted(filters.interface) }),
      ({ interfaceId }) => interfaceId,
    ),
    group: count(counting, where({ group: [] }), ({ groupId }) => groupId),
    // Every level is listed, also those that do not count as support.
    level: count(index.classes.filter(asked), ofRows, ({ level }) => level),
    rung: count(onAnyRung.filter(asked), ofRows, ({ rung }) => rung),
    version:
      partsOf(filters.interface).wanted.length === 0
        ? []
        : countRows(index, ofRows, rowTest({ ...filters, version: [] }, asked), ({ version }) =>
            version === null ? [] : [version],
          ),
    municipality: countRows(
      index,
      where({ municipality }),
      rowTest({ ...filters, municipality }, asked),
      ({ municipalities }) => municipalities,
    ),
    fresh: freshOf(index, where({ fresh: '' }), market.today),
  };
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

function suppliersOf({ suppliers, supplierOf }: MarketIndex, products: Bits): Facets['supplier'] {
  const counts = new Uint32Array(suppliers.length);
  eachPlace(products, (place) => {
    const supplier = supplierOf[place] ?? 0;
    counts[supplier] = (counts[supplier] ?? 0) + 1;
  });
  return suppliers.flatMap(({ slug: value, name }, place) => {
    const count = counts[place] ?? 0;
    return count > 0 ? [{ value, name, count }] : [];
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
