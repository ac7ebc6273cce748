import { expect, test } from 'vitest';
import { type MarketRow, type MarketSupports, marketOf } from '~/workflows/market';

const row = (productId: string): MarketRow => ({
  productId,
  slug: productId,
  name: productId,
  type: 'fagsystem',
  kle: ['27.03', '27.12', '41'],
  isDemo: false,
  supplierSlug: 's',
  supplierName: 'S',
  outcome: 'approved',
  decidedBy: '0101',
  publishedAt: new Date('2026-11-29T23:30:00Z'),
  bySupplier: 1,
  byNewest: 2,
  byReady: 3,
});
const support = (interfaceId: string, places: string): MarketSupports['rows'][number] => ({
  interfaceId,
  groupId: 'g',
  level: 'ready',
  version: null,
  plannedOn: null,
  rung: 'claimed',
  attestedBy: 0,
  isDisputed: false,
  municipalities: [],
  places,
});

test('each product has the support that is said of it, in order, and shares what others have too', () => {
  const rows = [support('SF1', '1,3'), support('SF2', '3'), support('SF3', '2')];
  const { products } = marketOf('2026-11-30', ['a', 'b', 'c'].map(row), { productIds: ['a', 'b', 'c'], rows });
  expect(products.map((each) => each.support.map(({ interfaceId }) => interfaceId))).toEqual([
    ['SF1'],
    ['SF3'],
    ['SF1', 'SF2'],
  ]);
  expect(products[0]?.support[0]).toBe(products[2]?.support[0]);
  expect(products[0]).toMatchObject({ kle: ['27', '41'], publishedOn: '2026-11-30', order: { newest: 2 } });
});

test('a publication between the two questions gives no product the support of another', () => {
  const rows = [support('SF1', '1,2,3')];
  const { products } = marketOf('2026-11-30', ['a', 'new'].map(row), { productIds: ['gone', 'a', 'other'], rows });
  expect(products.map((each) => each.support.length)).toEqual([1, 0]);
});
