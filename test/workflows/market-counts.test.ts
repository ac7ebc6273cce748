import { expect, it } from 'vitest';
import type { Market, MarketProduct, MarketSupport } from '~/workflows/market';
import { countMarket } from '~/workflows/market-counts';
import { selectProducts } from '~/workflows/market-selection';
import { freshnesses, noFilters, type ProductFilters } from '~/workflows/product-query';
import { productTypes, rungs, supportLevels } from '~/workflows/words';
import { addDays } from '~/workflows/working-days';
import { naiveFacets, naiveProducts } from './naive-market';

const today = '2026-11-30';

/** The same numbers each time, from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function chance(seed: number) {
  const next = numbers(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  const some = <Value>(values: readonly Value[], most: number): Value[] => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(values))),
  ];
  return { next, pick, some };
}

const ids = Array.from({ length: 9 }, (_, number) => `SF${number}`);
const groupOf = (id: string) => `group-${Number(id.slice(2)) % 3}`;
const groups = ['group-0', 'group-1', 'group-2'];
const versions = ['1.0', '2.0', '3.0'];
const codes = ['0101', '0751', '0851', '0461'];
const kle = ['00', '27', '28'];
const suppliers = ['a', 'b', 'c', 'd', 'e'];

function randomMarket(size: number, seed: number): Market {
  const { next, pick, some } = chance(seed);
  const interned = new Map<string, MarketSupport>();
  const support = (interfaceId: string): MarketSupport => {
    const made: MarketSupport = {
      interfaceId,
      groupId: groupOf(interfaceId),
      level: pick(supportLevels),
      version: next() < 0.5 ? null : pick(versions),
      plannedOn: null,
      rung: pick(rungs),
      attestedBy: 0,
      isDisputed: false,
      municipalities: some(codes, 2),
    };
    const key = JSON.stringify(made);
    const known = interned.get(key) ?? made;
    interned.set(key, known);
    return known;
  };
  const products = Array.from({ length: size }, (_, place): MarketProduct => {
    const supplierSlug = pick(suppliers);
    return {
      productId: `id-${place}`,
      slug: `p-${place}`,
      name: `Product ${place}`,
      type: pick(productTypes),
      kle: some(kle, 2),
      isDemo: false,
      supplierSlug,
      supplierName: supplierSlug.toUpperCase(),
      outcome: 'approved',
      decidedBy: '0101',
      publishedOn: addDays(today, -Math.floor(next() * 400)),
      order: { supplier: suppliers.indexOf(supplierSlug) * size + place, newest: place, ready: place },
      support: ids.filter(() => next() < 0.5).map(support),
    };
  });
  return { today, products };
}

function randomFilters(seed: number): ProductFilters {
  const { next, pick, some } = chance(seed);
  const signed = (values: readonly string[], most: number) =>
    next() < 0.6 ? [] : some(values, most).map((value) => (next() < 0.25 ? `-${value}` : value));
  const rarely = <Value>(values: readonly Value[], most: number) => (next() < 0.7 ? [] : some(values, most));
  return {
    ...noFilters,
    interface: signed(ids, 3),
    match: pick(['all', 'any']),
    level: rarely(supportLevels, 3),
    rung: rarely(rungs, 3),
    version: rarely(versions, 2),
    municipality: signed(codes, 2),
    group: signed(groups, 2),
    supplier: signed(suppliers, 3),
    kle: signed(kle, 2),
    type: signed(productTypes, 2) as ProductFilters['type'],
    fresh: next() < 0.8 ? '' : pick(freshnesses),
    since: next() < 0.8 ? '' : addDays(today, -Math.floor(next() * 400)),
  };
}

// One, a full word of 32 bits, and one more than that.
it.each([0, 1, 32, 33, 64, 150])('counts and finds what going through %i products one by one does', (size) => {
  const { next } = chance(size + 7);
  const markets = Array.from({ length: 5 }, (_, number) => randomMarket(size, size * 1_000 + number));
  let narrowed = 0;
  for (let round = 0; round < 150; round += 1) {
    const market = markets[round % markets.length] as Market;
    const filters = randomFilters(size * 10_000 + round);
    const searched =
      next() < 0.8 ? null : new Set(market.products.filter(() => next() < 0.5).map((each) => each.productId));
    const found = naiveProducts(market, filters, searched);
    if (found.length > 0 && found.length < size) narrowed += 1;
    const slugs = (products: readonly MarketProduct[]) => products.map(({ slug }) => slug);
    expect(slugs(selectProducts(market, filters, searched)), JSON.stringify(filters)).toEqual(slugs(found));
    expect(countMarket(market, filters, searched), JSON.stringify(filters)).toEqual(
      naiveFacets(market, filters, searched),
    );
  }
  if (size > 30) expect(narrowed).toBeGreaterThan(30);
});
