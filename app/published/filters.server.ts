import { interfaceLabel } from '~/app/published/interface-label';
import { listInterfaceGroups, listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { Facets } from '~/workflows/market';
import { type KnownIds, type ProductFilters, type ReadProductQuery, readProductQuery } from '~/workflows/product-query';
import type { ProductType, Text } from '~/workflows/words';

/** Everything that filters are named by. */
export interface PublicCatalogue {
  interfaces: { id: string; groupId: string; name: Text }[];
  groups: { id: string; name: Text }[];
  kle: { number: string; title: string }[];
  /** Names by code. */
  municipalities: Record<string, string>;
}

export async function loadPublicCatalogue(db: Db): Promise<PublicCatalogue> {
  const [interfaces, groups, kle, municipalities] = await Promise.all([
    listInterfaces(db),
    listInterfaceGroups(db),
    listKleGroups(db),
    listMunicipalities(db),
  ]);
  return {
    interfaces: interfaces.map(({ id, groupId, name }) => ({ id, groupId, name })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    kle,
    municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
  };
}

export function knownIdsOf({ interfaces, groups, kle, municipalities }: PublicCatalogue): KnownIds {
  return {
    interfaces: new Set(interfaces.map(({ id }) => id)),
    groups: new Set(groups.map(({ id }) => id)),
    kle: new Set(kle.map(({ number }) => number)),
    municipalities: new Set(Object.keys(municipalities)),
  };
}

/**
 * Reads an address' filters against the catalogue.
 * @param others names that the page has beside the filters
 */
export function readQueryOf(
  request: Request,
  catalogue: PublicCatalogue,
  others: readonly string[] = [],
): ReadProductQuery {
  return readProductQuery(new URL(request.url).searchParams, knownIdsOf(catalogue), others);
}

/** One choice of a filter, with what it would find. */
export interface FilterOption {
  value: string;
  label: Text;
  count: number;
}

export interface FilterOptions {
  interface: FilterOption[];
  group: FilterOption[];
  /** At most `mostSuppliers`, and those that are chosen. */
  supplier: FilterOption[];
  /** Whether there are more suppliers. */
  hasMoreSuppliers: boolean;
  kle: FilterOption[];
  type: { value: ProductType; count: number }[];
  level: Facets['level'];
  rung: Facets['rung'];
  version: FilterOption[];
  municipality: FilterOption[];
  fresh: Facets['fresh'];
}

/** The choices that find something, and those that are chosen, in the catalogue's order. */
export function optionsOfFacets(facets: Facets, filters: ProductFilters, catalogue: PublicCatalogue): FilterOptions {
  return {
    interface: optionsOf(
      catalogue.interfaces.map(({ id, name }) => ({ value: id, label: interfaceLabel({ id, name }) })),
      facets.interface,
      filters.interface,
    ),
    group: optionsOf(
      catalogue.groups.map(({ id, name }) => ({ value: id, label: name })),
      facets.group,
      filters.group,
    ),
    supplier: mostFound(facets.supplier, filters.supplier).map(({ value, name, count }) => ({
      value,
      label: same(name),
      count,
    })),
    hasMoreSuppliers: facets.supplier.length > mostSuppliers,
    kle: optionsOf(
      catalogue.kle.map(({ number, title }) => ({ value: number, label: same(`${number} ${title}`) })),
      facets.kle,
      filters.kle,
    ),
    type: facets.type,
    level: facets.level,
    rung: facets.rung,
    version: facets.version.map(({ value, count }) => ({ value, label: same(value), count })),
    municipality: optionsOf(
      Object.entries(catalogue.municipalities).map(([code, name]) => ({ value: code, label: same(name) })),
      facets.municipality,
      filters.municipality,
    ),
    fresh: facets.fresh,
  };
}

/** So many suppliers can be ticked: with thousands the filter would be most of the page. */
export const mostSuppliers = 100;

/** In their order those that would find most, and those that are chosen. */
function mostFound(all: Facets['supplier'], chosen: readonly string[]): Facets['supplier'] {
  if (all.length <= mostSuppliers) return all;
  const counts = all.map(({ count }) => count).sort((a, b) => b - a);
  const least = counts[mostSuppliers - 1] ?? 0;
  let left = mostSuppliers - counts.filter((count) => count > least).length;
  return all.filter(({ value, count }) => {
    if (count === least && left > 0) {
      left -= 1;
      return true;
    }
    return count > least || chosen.includes(value) || chosen.includes(`-${value}`);
  });
}

function optionsOf(
  all: readonly Omit<FilterOption, 'count'>[],
  facets: Facets['interface'],
  chosen: readonly string[],
): FilterOption[] {
  const counts = new Map(facets.map(({ value, count }) => [value, count]));
  return all
    .filter(({ value }) => counts.has(value) || chosen.includes(value))
    .map((option) => ({ ...option, count: counts.get(option.value) ?? 0 }));
}

function same(text: string): Text {
  return { da: text, en: text };
}
