import type { PortalContext } from '~/app/context.server';
import { interfaceLabel } from '~/app/published/interface-label';
import { type FilterValue, keepFilterValues, listFilterValues, type ProductFilters } from '~/workflows/product-query';
import { foldForSearch, readSearch, termsOf } from '~/workflows/search-words';
import type { Text } from '~/workflows/words';
import { countProducts, type PublicMarket } from './market.server';

/** Fewer filters that find something. */
export interface FewerFilters {
  /** The filters without these values, or with this one alone. */
  kind: 'without' | 'only';
  values: FilterValue[];
  filters: ProductFilters;
  count: number;
}

/** Where to go on from a list in which nothing is. */
export interface WaysOn {
  /** Most products first. */
  fewer: FewerFilters[];
  /** Pages that are called what was searched for. */
  interfaces: { id: string; label: Text }[];
  municipalities: { code: string; name: string }[];
}

/** Enough to choose from. */
const mostWays = 5;
/** Each, and each two of them, are filters of their own to try. */
const mostTried = 12;

/** Every interface and every municipality has a page, also before a product declares anything about it. */
export async function findWaysOn(
  context: PortalContext,
  opened: PublicMarket,
  filters: ProductFilters,
): Promise<WaysOn> {
  const words = termsOf(readSearch(filters.q).filter(({ negated }) => !negated));
  const isMeant = (...names: string[]) => words.some((word) => word.length > 2 && hasWord(names, word));
  const { interfaces, municipalities } = opened.catalogue;
  return {
    fewer: await findFewer(context, opened, filters),
    interfaces: interfaces
      .filter(({ id, name }) => isMeant(id, name.da, name.en))
      .slice(0, mostWays)
      .map((entry) => ({ id: entry.id, label: interfaceLabel(entry) })),
    municipalities: Object.entries(municipalities)
      .filter(([, name]) => isMeant(name.replace(/ Kommune$/, '')))
      .slice(0, mostWays)
      .map(([code, name]) => ({ code, name })),
  };
}

/** One value less; where none of these finds anything two less; and where that finds nothing either, one value alone. */
async function findFewer(
  context: PortalContext,
  opened: PublicMarket,
  filters: ProductFilters,
): Promise<FewerFilters[]> {
  const values = listFilterValues(filters).slice(0, mostTried);
  const without = (left: FilterValue[]) => ({
    kind: 'without' as const,
    values: left,
    filters: leaveOut(filters, left),
  });
  const rounds: (() => Omit<FewerFilters, 'count'>[])[] = [
    () => values.map((value) => without([value])),
    () => pairsOf(values).map(without),
    () =>
      values.map((only) => ({
        kind: 'only',
        values: [only],
        filters: keepFilterValues(filters, (each) => isSame(each, only)),
      })),
  ];
  for (const round of rounds) {
    const tried = round().filter((each) => isNarrowed(each.filters));
    const counted = await Promise.all(
      tried.map(async (each) => ({ ...each, count: await countProducts(context, opened, each.filters) })),
    );
    const found = counted.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
    if (found.length > 0) return found.slice(0, mostWays);
  }
  return [];
}

function leaveOut(filters: ProductFilters, left: readonly FilterValue[]): ProductFilters {
  return keepFilterValues(filters, (each) => !left.some((other) => isSame(each, other)));
}

function isSame(one: FilterValue, other: FilterValue): boolean {
  return one.name === other.name && one.value === other.value;
}

function pairsOf<Value>(values: readonly Value[]): Value[][] {
  return values.flatMap((one, place) => values.slice(place + 1).map((other) => [one, other]));
}

/** What is left narrows the list still; without any filter it is the whole list, which has its own link. */
function isNarrowed(filters: ProductFilters): boolean {
  return listFilterValues(filters).length > 0;
}

/** Whether a name has a word that begins so. */
function hasWord(names: readonly string[], word: string): boolean {
  return names.some((name) => ` ${foldForSearch(name).replace(/[^a-z0-9]+/g, ' ')}`.includes(` ${word}`));
}
