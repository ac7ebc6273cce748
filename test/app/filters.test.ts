import { expect, test } from 'vitest';
import { fewest, mostChoices, optionsOfFacets } from '~/app/published/filters.server';
import { noFilters } from '~/workflows/product-query';

const none = {
  interface: [],
  group: [],
  level: [],
  rung: [],
  version: [],
  municipality: [],
  kle: [],
  type: [],
  fresh: [],
  supplier: [],
};
const catalogue = { interfaces: [], groups: [], kle: [], municipalities: {} };

function optionsOf(counts: readonly number[], chosen: string[] = [], whole: 'supplier' | '' = '') {
  const supplier = counts.map((count, n) => ({ value: `s${n}`, name: `Leverandør ${n}`, count }));
  return optionsOfFacets({ ...none, supplier }, { ...noFilters, supplier: chosen }, catalogue, whole);
}

test('of very many suppliers those with most products are shown, and those that are chosen, until all are asked for', () => {
  const few = optionsOf(Array.from({ length: mostChoices + fewest - 1 }, () => 1));
  expect([few.supplier.length, few.totals]).toEqual([mostChoices + fewest - 1, {}]);
  const counts = Array.from({ length: 300 }, (_, n) => (n % 100 === 99 ? 5 : 1));
  const many = optionsOf(counts, ['s298', '-s297']);
  expect([many.supplier.length, many.totals]).toEqual([mostChoices + 2, { supplier: 300 }]);
  const shown = many.supplier.map(({ value }) => value);
  expect(shown).toEqual([...shown].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
  expect(many.supplier.filter(({ count }) => count === 5)).toHaveLength(3);
  expect(shown.slice(-3)).toEqual(['s297', 's298', 's299']);
  const all = optionsOf(counts, [], 'supplier');
  expect([all.supplier.length, all.totals, all.whole]).toEqual([300, {}, 'supplier']);
});

test('what is chosen and finds nothing any more can still be taken back', () => {
  expect(optionsOf([1], ['gone', '-left-out']).supplier.map(({ value, count }) => [value, count])).toEqual([
    ['s0', 1],
    ['gone', 0],
  ]);
  const { type } = optionsOfFacets(none, { ...noFilters, type: ['esdh', '-fagsystem'] }, catalogue);
  expect(type).toEqual([{ value: 'esdh', count: 0 }]);
});
