import { expect, it } from 'vitest';
import { type MunicipalitySort, sortMunicipalities } from '~/app/published/municipality-list';

const rows = [
  { name: 'Albertslund', products: 1, decisions: 0 },
  { name: 'Horsens', products: 3, decisions: 0 },
  { name: 'Næstved', products: 1, decisions: 2 },
  { name: 'Aarhus', products: 3, decisions: 1 },
];

it.each<[MunicipalitySort, string]>([
  ['products', 'Aarhus Horsens Næstved Albertslund'],
  ['decisions', 'Næstved Aarhus Horsens Albertslund'],
  ['name', 'Albertslund Horsens Næstved Aarhus'],
])('municipalities come by %s: those with most first, what is even by the other figure and by name', (sort, names) => {
  expect(
    sortMunicipalities(rows, sort)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(names);
});
