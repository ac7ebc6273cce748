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
  keepCommon,
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
  ) => sorted(countClasses(classes, products, nameOf, index.size));
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
    ...(leavesOut(filters)
      ? countEachValue(filters, { index, where, classesFor })
      : countByConditions(filters, { index, where, classesFor })),
    fresh: freshOf(index, where({ fresh: '' }), market.today),
  };
}

type Counter = ReturnType<typeof openCounter>;

interface Counting extends Pick<Counter, 'index' | 'classesFor'> {
  where(changes: Partial<ProductFilters>): Bits;
}

type OfSupport = Pick<Facets, 'level' | 'rung' | 'version' | 'municipality'>;

function leavesOut({ interface: interfaces, group, municipality }: ProductFilters): boolean {
  return [interfaces, group, municipality].some((values) => partsOf(values).unwanted.length > 0);
}

type Asked = Pick<MarketSupport, 'interfaceId' | 'groupId'>;

/** What a product has to support, each with a row of its own: every interface, or one of them, and one of the groups. */
function conditionsOf(filters: ProductFilters): ((row: Asked) => boolean)[] {
  const { wanted } = partsOf(filters.interface);
  const groups = partsOf(filters.group).wanted;
  const conditions: ((row: Asked) => boolean)[] =
    filters.match === 'all'
      ? wanted.map(
          (id) =>
            ({ interfaceId }) =>
              interfaceId === id,
        )
      : wanted.length > 0
        ? [({ interfaceId }) => wanted.includes(interfaceId)]
        : [];
  if (groups.length > 0) conditions.push(({ groupId }) => groups.includes(groupId));
  return conditions.length > 0 ? conditions : [() => true];
}

/** By the rows that meet each condition: a product is found by a value that it has in all of them. */
function countByConditions(filters: ProductFilters, { index, where, classesFor }: Counting): OfSupport {
  // What is asked of support is asked of the counted rows themselves.
  const products = where({ level: [], rung: [], version: [], municipality: [], interface: [], group: [] });
  const conditions = conditionsOf(filters);
  const classes = classesFor(filters);
  const isOnRung = rungTest(filters);
  const ofClasses = <Value extends string>(
    among: readonly SupportClass[],
    nameOf: (support: SupportClass) => Value,
  ): Facet<Value>[] =>
    sorted(
      countedInAll(
        conditions.map((has) => joinClasses(among.filter(has), nameOf, index.size)),
        products,
      ),
    );
  const ofRows = (qualifiers: ProductFilters, valuesOf: (row: MarketSupport) => readonly string[]): Facet[] =>
    sorted(
      countedInAll(
        conditions.map((has) => joinRows(index, rowTest(qualifiers, has), valuesOf)),
        products,
      ),
    );
  return {
    // Also levels that do not count as support.
    level: ofClasses(classes.filter(isOnRung), ({ level }) => level),
    rung: ofClasses(classes.filter(levelTest({ ...filters, rung: [] })), ({ rung }) => rung),
    version: namesInterface(filters)
      ? ofRows({ ...filters, version: [] }, ({ version }) => (version === null ? [] : [version]))
      : [],
    municipality: ofRows({ ...filters, municipality: [] }, ({ municipalities }) => municipalities),
  };
}

/** @param all for each condition the products by value */
function countedInAll<Value extends string>(all: readonly Map<Value, Bits>[], products: Bits): Map<Value, number> {
  const [first, ...others] = all;
  const common = [...(first ?? [])].flatMap(([value, bits]): [Value, Bits][] => {
    const rest = others.map((each) => each.get(value));
    for (const each of rest) {
      if (!each) return [];
      keepCommon(bits, each);
    }
    return [[value, bits]];
  });
  return counted(common, products);
}

/** By choosing each value: slower, and right also where something is to be left out. */
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
  size: number,
): Map<Value, number> {
  return counted(joinClasses(classes, nameOf, size), products);
}

function joinClasses<Value extends string>(
  classes: readonly SupportClass[],
  nameOf: (support: SupportClass) => Value,
  size: number,
): Map<Value, Bits> {
  const joined = new Map<Value, Bits>();
  for (const support of classes) {
    addAll(
      getOrMake(joined, nameOf(support), () => noBits(size)),
      support.bits,
    );
  }
  return joined;
}

function counted<Value extends string>(sets: Iterable<[Value, Bits]>, products: Bits): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const [value, bits] of sets) {
    const count = countCommon(bits, products);
    if (count > 0) counts.set(value, count);
  }
  return counts;
}

function joinRows(
  index: MarketIndex,
  counts: (row: MarketSupport) => boolean,
  valuesOf: (row: MarketSupport) => readonly string[],
): Map<string, Bits> {
  const joined = new Map<string, Bits>();
  for (const [row, places] of rowsOf(index, (row) => valuesOf(row).length > 0 && counts(row))) {
    for (const value of valuesOf(row)) {
      const bits = getOrMake(joined, value, () => noBits(index.size));
      for (const place of places) addBit(bits, place);
    }
  }
  return joined;
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
