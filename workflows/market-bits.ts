import type { Market, MarketProduct, MarketSupport } from './market';
import type { Rung, SupportLevel } from './words';

/** A set of products of one market, one bit for each by its place: sets are joined and counted 32 products at a time. */
export type Bits = Uint32Array;

export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff);
  const rest = size & 31;
  if (rest > 0) bits[bits.length - 1] = 2 ** rest - 1;
  return bits;
}

export function addBit(bits: Bits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

export function addAll(target: Bits, others: Bits): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) | (others[index] ?? 0);
}

export function keepCommon(target: Bits, others: Bits): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) & (others[index] ?? 0);
}

export function takeAway(target: Bits, others: Bits): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) & ~(others[index] ?? 0);
}

export function countCommon(some: Bits, others: Bits): number {
  let count = 0;
  for (let index = 0; index < some.length; index += 1) count += ones((some[index] ?? 0) & (others[index] ?? 0));
  return count;
}

export function countAll(some: Bits): number {
  return countCommon(some, some);
}

/** How many of 32 bits are set, adding them up in pairs, fours and eights. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls with the place of each product in the set, in order. */
export function eachPlace(bits: Bits, call: (place: number) => void): void {
  for (let index = 0; index < bits.length; index += 1) {
    let word = bits[index] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      call(index * 32 + (31 - Math.clz32(lowest)));
      word ^= lowest;
    }
  }
}

/** Everything of an interface on one level and one rung, and the products that have it. */
export interface SupportClass {
  interfaceId: string;
  groupId: string;
  level: SupportLevel;
  rung: Rung;
  bits: Bits;
}

/** What filters and counts look up instead of going through every product. */
export interface MarketIndex {
  size: number;
  bySupplier: ReadonlyMap<string, Bits>;
  /** In the order of their names. */
  suppliers: readonly { slug: string; name: string }[];
  /** By a product's place: its supplier's among `suppliers`. */
  supplierOf: Uint32Array;
  byType: ReadonlyMap<string, Bits>;
  byKle: ReadonlyMap<string, Bits>;
  /** By place: the day of publication as a number, 20261130. */
  days: Float64Array;
  /** All support. */
  classes: readonly SupportClass[];
  /** The rows of support that differ. */
  rows: readonly MarketSupport[];
  /** The products that have a row, by its place among `rows`. */
  placesOf(row: number): Uint32Array;
  placeOf(productId: string): number | undefined;
  /** Ids of products by slug. */
  idOf(slug: string): string | undefined;
}

/** Made when it is first asked for, and gone with its market. */
export function indexOf(market: Market): MarketIndex {
  const known = indices.get(market);
  if (known) return known;
  const made = makeIndex(market);
  indices.set(market, made);
  return made;
}

const indices = new WeakMap<Market, MarketIndex>();

function makeIndex({ products }: Market): MarketIndex {
  const size = products.length;
  const { rows, placesOf } = placesByRow(products);
  return {
    size,
    ...suppliersOf(products),
    bySupplier: bitsBy(products, ({ supplierSlug }) => [supplierSlug]),
    byType: bitsBy(products, ({ type }) => [type]),
    byKle: bitsBy(products, ({ kle }) => kle),
    days: Float64Array.from(products, ({ publishedOn }) => dayNumber(publishedOn)),
    classes: classesOf(
      rows.map((row, number) => [row, placesOf(number)] as const),
      size,
    ),
    rows,
    placesOf,
    ...finders(products),
  };
}

function suppliersOf(products: readonly MarketProduct[]): Pick<MarketIndex, 'suppliers' | 'supplierOf'> {
  const bySlug = new Map<string, { slug: string; name: string; place: number }>();
  for (const { supplierSlug: slug, supplierName: name, order } of products) {
    const supplier = getOrMake(bySlug, slug, () => ({ slug, name, place: order.supplier }));
    supplier.place = Math.min(supplier.place, order.supplier);
  }
  const suppliers = [...bySlug.values()].sort((a, b) => a.place - b.place);
  const places = new Map(suppliers.map(({ slug }, place) => [slug, place]));
  return { suppliers, supplierOf: Uint32Array.from(products, ({ supplierSlug }) => places.get(supplierSlug) ?? 0) };
}

/** @param day yyyy-mm-dd @returns a number that grows with the day */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Only searches and chosen products need them. */
function finders(products: readonly MarketProduct[]): Pick<MarketIndex, 'placeOf' | 'idOf'> {
  let places: Map<string, number> | null = null;
  let ids: Map<string, string> | null = null;
  return {
    placeOf: (productId) => {
      places ??= new Map(products.map((product, place) => [product.productId, place]));
      return places.get(productId);
    },
    idOf: (slug) => {
      ids ??= new Map(products.map((product) => [product.slug, product.productId]));
      return ids.get(slug);
    },
  };
}

function bitsBy(
  products: readonly MarketProduct[],
  valuesOf: (product: MarketProduct) => readonly string[],
): Map<string, Bits> {
  const found = new Map<string, Bits>();
  for (const [place, product] of products.entries()) {
    for (const value of valuesOf(product))
      addBit(
        getOrMake(found, value, () => noBits(products.length)),
        place,
      );
  }
  return found;
}

/** One list for all rows, and where each row's part of it begins. */
function placesByRow(products: readonly MarketProduct[]): Pick<MarketIndex, 'rows' | 'placesOf'> {
  const numbers = new Map<MarketSupport, number>();
  const counts: number[] = [];
  for (const { support } of products) {
    for (const row of support) {
      const number = getOrMake(numbers, row, () => numbers.size);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const ends = new Uint32Array(counts.length + 1);
  for (const [number, count] of counts.entries()) ends[number + 1] = (ends[number] ?? 0) + count;
  const places = new Uint32Array(ends[counts.length] ?? 0);
  const next = ends.slice();
  for (const [place, { support }] of products.entries()) {
    for (const row of support) {
      const number = numbers.get(row) ?? 0;
      places[next[number] ?? 0] = place;
      next[number] = (next[number] ?? 0) + 1;
    }
  }
  return { rows: [...numbers.keys()], placesOf: (row) => places.subarray(ends[row], ends[row + 1]) };
}

export function classesOf(
  rows: Iterable<readonly [row: MarketSupport, places: Uint32Array]>,
  size: number,
): SupportClass[] {
  const classes = new Map<string, SupportClass>();
  for (const [{ interfaceId, groupId, level, rung }, places] of rows) {
    const key = `${interfaceId} ${groupId} ${level} ${rung}`;
    const { bits } = getOrMake(classes, key, () => ({ interfaceId, groupId, level, rung, bits: noBits(size) }));
    for (const place of places) addBit(bits, place);
  }
  return [...classes.values()];
}

export function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
