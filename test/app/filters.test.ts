import { expect, test } from 'vitest';
import { mostSuppliers, optionsOfFacets } from '~/app/published/filters.server';
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
};
const catalogue = { interfaces: [], groups: [], kle: [], municipalities: {} };

function optionsOf(counts: readonly number[], chosen: string[] = []) {
  const supplier = counts.map((count, n) => ({ value: `s${n}`, name: `Leverandør ${n}`, count }));
  return optionsOfFacets({ ...none, supplier }, { ...noFilters, supplier: chosen }, catalogue);
}

test('of very many suppliers those with most products can be ticked, and those that are chosen', () => {
  const few = optionsOf(Array.from({ length: mostSuppliers }, () => 1));
  expect([few.supplier.length, few.hasMoreSuppliers]).toEqual([mostSuppliers, false]);
  const counts = Array.from({ length: 300 }, (_, n) => (n % 10 === 9 ? 5 : 1));
  const many = optionsOf(counts, ['s298', '-s297']);
  expect([many.supplier.length, many.hasMoreSuppliers]).toEqual([mostSuppliers + 2, true]);
  const shown = many.supplier.map(({ value }) => value);
  expect(shown).toEqual([...shown].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
  expect(many.supplier.filter(({ count }) => count === 5)).toHaveLength(30);
  expect(shown.slice(-3)).toEqual(['s297', 's298', 's299']);
});
