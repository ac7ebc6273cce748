import type { PortalContext } from '~/app/context.server';
import { interfaceLabel } from '~/app/published/interface-label';
import type { LongFilter } from '~/app/published/long-filters';
import { listInterfaceGroups, listInterfaces, listKleGroups, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { copenhagenDay } from '~/workflows/day';
import type { Facets } from '~/workflows/market';
import { type KnownIds, type ProductFilters, type ReadProductQuery, readProductQuery } from '~/workflows/product-query';
import type { ProductType, Text } from '~/workflows/words';

/** Everything that filters and pages of products are named by. */
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

/** Loaded once between two publications. */
export function openCatalogue({ publicDb, now, remember }: Pick<PortalContext, 'publicDb' | 'now' | 'remember'>) {
  return remember(`catalogue ${copenhagenDay(now())}`, () => loadPublicCatalogue(publicDb));
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

/** Of long filters those choices that find most, and those that are chosen. */
export interface FilterOptions extends Record<LongFilter, FilterOption[]> {
  type: { value: ProductType; count: number }[];
  level: Facets['level'];
  rung: Facets['rung'];
  fresh: Facets['fresh'];
  /** How many choices long filters have; those that are shown whole are not named. */
  totals: Partial<Record<LongFilter, number>>;
  /** The one that was asked to be shown whole. */
  whole: LongFilter | '';
}

/** The choices that find something, and those that are chosen or left out, in the catalogue's order. */
export function optionsOfFacets(
  facets: Facets,
  filters: ProductFilters,
  catalogue: PublicCatalogue,
  whole: LongFilter | '' = '',
): FilterOptions {
  const totals: FilterOptions['totals'] = {};
  const long = (name: LongFilter, options: FilterOption[]): FilterOption[] => {
    const shown = name === whole ? options : mostFound(options, filters[name]);
    if (shown.length < options.length) totals[name] = options.length;
    return shown;
  };
  return {
    interface: long('interface', optionsOf(catalogue.interfaces, facets.interface, filters.interface, interfaceOption)),
    group: long(
      'group',
      optionsOf(catalogue.groups, facets.group, filters.group, ({ id, name }) => ({ value: id, label: name })),
    ),
    supplier: long(
      'supplier',
      withChosen(
        facets.supplier.map(({ value, name, count }) => ({ value, label: same(name), count })),
        filters.supplier,
        (value) => ({ value, label: same(value), count: 0 }),
      ),
    ),
    kle: long(
      'kle',
      optionsOf(catalogue.kle, facets.kle, filters.kle, ({ number, title }) => ({
        value: number,
        label: same(`${number} ${title}`),
      })),
    ),
    type: withChosen(facets.type, filters.type, (value) => ({ value, count: 0 })),
    level: facets.level,
    rung: facets.rung,
    version: long(
      'version',
      facets.version.map(({ value, count }) => ({ value, label: same(value), count })),
    ),
    municipality: long(
      'municipality',
      optionsOf(
        Object.entries(catalogue.municipalities),
        facets.municipality,
        filters.municipality,
        ([value, name]) => ({ value, label: same(name) }),
      ),
    ),
    fresh: facets.fresh,
    totals,
    whole,
  };
}

/** What is chosen can be taken back, also where it finds nothing any more. */
function withChosen<Value extends string, Option extends { value: Value }>(
  options: Option[],
  chosen: readonly (Value | `-${Value}`)[],
  optionOf: (value: Value) => Option,
): Option[] {
  const isMissing = (value: Value | `-${Value}`): value is Value =>
    !value.startsWith('-') && !options.some((option) => option.value === value);
  return [...options, ...chosen.filter(isMissing).map(optionOf)];
}

function interfaceOption(entry: PublicCatalogue['interfaces'][number]): Omit<FilterOption, 'count'> {
  return { value: entry.id, label: interfaceLabel(entry) };
}

/** So many choices of a filter are shown at first: with hundreds the filters would be most of the page. */
export const mostChoices = 8;
/** Hiding fewer than this would save nobody anything. */
export const fewest = 3;

/** In their order those that would find most, and those that are chosen or left out. */
function mostFound(all: FilterOption[], chosen: readonly string[]): FilterOption[] {
  if (all.length < mostChoices + fewest) return all;
  const counts = all.map(({ count }) => count).sort((a, b) => b - a);
  const least = counts[mostChoices - 1] ?? 0;
  let left = mostChoices - counts.filter((count) => count > least).length;
  return all.filter(({ value, count }) => {
    if (count === least && left > 0) {
      left -= 1;
      return true;
    }
    return count > least || chosen.includes(value) || chosen.includes(`-${value}`);
  });
}

function optionsOf<Entry>(
  all: readonly Entry[],
  facets: Facets['interface'],
  chosen: readonly string[],
  optionOf: (entry: Entry) => Omit<FilterOption, 'count'>,
): FilterOption[] {
  const counts = new Map(facets.map(({ value, count }) => [value, count]));
  return all.flatMap((entry) => {
    const option = optionOf(entry);
    const count = counts.get(option.value);
    const isChosen = chosen.includes(option.value) || chosen.includes(`-${option.value}`);
    return count === undefined && !isChosen ? [] : [{ ...option, count: count ?? 0 }];
  });
}

function same(text: string): Text {
  return { da: text, en: text };
}
