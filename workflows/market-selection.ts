import type { Market, MarketProduct, MarketSupport } from './market';
import {
  addAll,
  addBit,
  allBits,
  type Bits,
  classesOf,
  dayNumber,
  eachPlace,
  getOrMake,
  indexOf,
  keepCommon,
  type MarketIndex,
  noBits,
  type SupportClass,
  takeAway,
} from './market-bits';
import { type ProductFilters, type ProductSort, partsOf, supportingLevels } from './product-query';
import { addDays } from './working-days';

/** By name. @param found ids of the products that the search finds; null: nothing is searched for */
export function selectProducts(
  market: Market,
  filters: ProductFilters,
  found: ReadonlySet<string> | null,
): MarketProduct[] {
  return productsAt(market, openCounter(market, found).select(filters));
}

function productsAt({ products }: Market, bits: Bits): MarketProduct[] {
  const chosen: MarketProduct[] = [];
  eachPlace(bits, (place) => {
    const product = products[place];
    if (product) chosen.push(product);
  });
  return chosen;
}

/** @param products by name */
export function sortProducts(products: readonly MarketProduct[], sort: ProductSort): readonly MarketProduct[] {
  return sort === 'name' ? products : [...products].sort((a, b) => a.order[sort] - b.order[sort]);
}

type Qualifiers = Pick<ProductFilters, 'level' | 'rung' | 'version' | 'municipality'>;

/** What one list's filter and its counts share. */
export function openCounter(market: Market, found: ReadonlySet<string> | null) {
  const index = indexOf(market);
  const searched = found && bitsOf(index, found);
  const classes = new Map<string, readonly SupportClass[]>();
  /** All support of the versions and municipalities that are asked for. */
  const classesFor = ({ version, municipality }: Qualifiers): readonly SupportClass[] => {
    const named = partsOf(municipality).wanted;
    if (version.length === 0 && named.length === 0) return index.classes;
    return getOrMake(classes, JSON.stringify([version, named]), () => {
      const counts = qualifiedTest(version, named);
      return classesOf(rowsOf(index, counts), index.size);
    });
  };
  const select = (filters: ProductFilters): Bits => {
    const products = searched ? searched.slice() : allBits(index.size);
    narrowByProduct(products, index, filters);
    if (filters.since !== '') narrowByDay(products, index, filters.since);
    if (filters.fresh !== '') narrowByDay(products, index, freshFrom(filters.fresh, market.today));
    narrowBySupport(products, index, filters, classesFor(filters).filter(levelTest(filters)));
    return products;
  };
  return { index, select, classesFor };
}

function bitsOf(index: MarketIndex, found: ReadonlySet<string>): Bits {
  const bits = noBits(index.size);
  for (const productId of found) {
    const place = index.placeOf(productId);
    if (place !== undefined) addBit(bits, place);
  }
  return bits;
}

function narrowByProduct(products: Bits, index: MarketIndex, filters: ProductFilters): void {
  const oneOf = (values: readonly string[], kept: ReadonlyMap<string, Bits>): void => {
    const { wanted, unwanted } = partsOf(values);
    const having = (each: readonly string[]) =>
      union(
        each.map((value) => kept.get(value)),
        index.size,
      );
    if (wanted.length > 0) keepCommon(products, having(wanted));
    if (unwanted.length > 0) takeAway(products, having(unwanted));
  };
  oneOf(filters.supplier, index.bySupplier);
  oneOf(filters.type, index.byType);
  oneOf(filters.kle, index.byKle);
}

function narrowByDay(products: Bits, { days }: MarketIndex, from: string): void {
  const first = dayNumber(from);
  const kept = noBits(days.length);
  for (let place = 0; place < days.length; place += 1) if ((days[place] ?? 0) >= first) addBit(kept, place);
  keepCommon(products, kept);
}

/** @param counting the support that counts: by level, rung, version and the municipalities that it names */
function narrowBySupport(
  products: Bits,
  index: MarketIndex,
  filters: ProductFilters,
  counting: readonly SupportClass[],
): void {
  const interfaces = partsOf(filters.interface);
  const groups = partsOf(filters.group);
  const municipalities = partsOf(filters.municipality);
  const having = (has: (support: SupportClass) => boolean): Bits =>
    union(
      counting.filter(has).map(({ bits }) => bits),
      index.size,
    );
  const wanted = interfaces.wanted.map((id) => having(({ interfaceId }) => interfaceId === id));
  const isAny = filters.match === 'any' && wanted.length > 0;
  const tests = isAny ? [union(wanted, index.size)] : wanted;
  if (groups.wanted.length > 0) tests.push(having(({ groupId }) => groups.wanted.includes(groupId)));
  const isQualified =
    filters.level.length + filters.rung.length + filters.version.length + municipalities.wanted.length > 0;
  if (tests.length === 0 && isQualified) tests.push(having(() => true));
  for (const test of tests) keepCommon(products, test);
  if (interfaces.unwanted.length + groups.unwanted.length > 0) {
    const isUnwanted = ({ interfaceId, groupId }: SupportClass) =>
      interfaces.unwanted.includes(interfaceId) || groups.unwanted.includes(groupId);
    takeAway(products, having(isUnwanted));
  }
  if (municipalities.unwanted.length > 0) {
    const names = (row: MarketSupport) => municipalities.unwanted.some((code) => row.municipalities.includes(code));
    for (const [, places] of rowsOf(index, rowTest(filters, names))) takePlaces(products, places);
  }
}

function takePlaces(products: Bits, places: Uint32Array): void {
  for (const place of places) products[place >>> 5] = (products[place >>> 5] ?? 0) & ~(1 << (place & 31));
}

function union(sets: readonly (Bits | undefined)[], size: number): Bits {
  const bits = noBits(size);
  for (const each of sets) if (each) addAll(bits, each);
  return bits;
}

type Row = Pick<MarketSupport, 'interfaceId' | 'groupId' | 'level' | 'rung'>;

export function levelTest({ level, rung }: Pick<ProductFilters, 'level' | 'rung'>): (row: Row) => boolean {
  const levels = level.length > 0 ? level : supportingLevels;
  return (row) => levels.includes(row.level) && (rung.length === 0 || rung.includes(row.rung));
}

/** @param named codes of municipalities, any of which a row has to name */
function qualifiedTest(version: readonly string[], named: readonly string[]): (row: MarketSupport) => boolean {
  return (row) =>
    (version.length === 0 || (row.version !== null && version.includes(row.version))) &&
    (named.length === 0 || named.some((code) => row.municipalities.includes(code)));
}

export function rowTest(filters: Qualifiers, also: (row: MarketSupport) => boolean): (row: MarketSupport) => boolean {
  const isCounted = levelTest(filters);
  const isQualified = qualifiedTest(filters.version, partsOf(filters.municipality).wanted);
  return (row) => isCounted(row) && isQualified(row) && also(row);
}

export function askedTest(filters: ProductFilters): (row: Row) => boolean {
  const { wanted } = partsOf(filters.interface);
  const groups = partsOf(filters.group).wanted;
  if (wanted.length > 0) return ({ interfaceId }) => wanted.includes(interfaceId);
  return groups.length > 0 ? ({ groupId }) => groups.includes(groupId) : () => true;
}

export function* rowsOf(
  { rows, placesOf }: MarketIndex,
  isMeant: (row: MarketSupport) => boolean,
): Iterable<readonly [MarketSupport, Uint32Array]> {
  for (const [number, row] of rows.entries()) if (isMeant(row)) yield [row, placesOf(number)];
}

/** Published so many days ago at most: from the first moment of that day in Copenhagen on. */
export function freshFrom(days: string, today: string): string {
  return addDays(today, -Number(days));
}
