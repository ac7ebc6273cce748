import type { PortalContext } from '~/app/context.server';
import { interfaceLabel } from '~/app/published/interface-label';
import { noFilters, type ProductFilters, withoutEachValue } from '~/workflows/product-query';
import { foldForSearch, readSearch, termsOf } from '~/workflows/search-words';
import type { Text } from '~/workflows/words';
import { type PublicMarket, searchMarket } from './market.server';

/** Where to go on from a list in which nothing is. */
export interface WaysOn {
  /** Filters that are one value less, and how many products those would find; most first. */
  fewer: { filters: ProductFilters; count: number }[];
  /** Pages that are called what was searched for. */
  interfaces: { id: string; label: Text }[];
  municipalities: { code: string; name: string }[];
}

/** Enough to choose from. */
const mostWays = 5;
/** Each is a search of its own. */
const mostTried = 12;

/** Every interface and every municipality has a page, also before a product declares anything about it. */
export async function findWaysOn(
  context: PortalContext,
  opened: PublicMarket,
  filters: ProductFilters,
): Promise<WaysOn> {
  const tried = withoutEachValue(filters).filter(isNarrowed).slice(0, mostTried);
  const counted = await Promise.all(
    tried.map(async (fewer) => {
      const { products } = await searchMarket(context, opened, { filters: fewer });
      return { filters: fewer, count: products.length };
    }),
  );
  const words = termsOf(readSearch(filters.q).filter(({ negated }) => !negated));
  const isMeant = (...names: string[]) => words.some((word) => word.length > 2 && hasWord(names, word));
  const { interfaces, municipalities } = opened.catalogue;
  return {
    fewer: counted
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .slice(0, mostWays),
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

/** What is left narrows the list still; without any filter it is the whole list, which has its own link. */
function isNarrowed(filters: ProductFilters): boolean {
  return JSON.stringify({ ...filters, match: 'all' }) !== JSON.stringify(noFilters);
}

/** Whether a name has a word that begins so. */
function hasWord(names: readonly string[], word: string): boolean {
  return names.some((name) => ` ${foldForSearch(name).replace(/[^a-z0-9]+/g, ' ')}`.includes(` ${word}`));
}
