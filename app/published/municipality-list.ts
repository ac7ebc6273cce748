import type { MunicipalityView } from '~/db/published/municipalities';

/** Those with most come first; by name they are found as in a list of all 98. */
export const municipalitySorts = ['products', 'decisions', 'name'] as const;
export type MunicipalitySort = (typeof municipalitySorts)[number];

/** @param rows by name */
export function sortMunicipalities<Row extends Pick<MunicipalityView, 'products' | 'decisions'>>(
  rows: readonly Row[],
  sort: MunicipalitySort,
): Row[] {
  if (sort === 'name') return [...rows];
  const other = sort === 'products' ? 'decisions' : 'products';
  return [...rows].sort((a, b) => b[sort] - a[sort] || b[other] - a[other]);
}
