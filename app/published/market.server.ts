import { LRUCache } from 'lru-cache';
import type { PortalContext } from '~/app/context.server';
import { findProductIds, loadMarket } from '~/db/published/market';
import { openVocabulary, type ResolvedSearch, resolveSearch } from '~/db/published/search';
import { copenhagenDay } from '~/workflows/day';
import type { Facets, Market, MarketProduct } from '~/workflows/market';
import { indexOf } from '~/workflows/market-bits';
import { countMarket } from '~/workflows/market-counts';
import { selectProducts, sortProducts } from '~/workflows/market-selection';
import type { ProductFilters, ProductSort } from '~/workflows/product-query';
import { type FilterOptions, openCatalogue, optionsOfFacets, type PublicCatalogue } from './filters.server';
import type { LongFilter } from './long-filters';

/** What lists and the matrix read: everything published, and what everything is called. */
export interface PublicMarket {
  market: Market;
  catalogue: PublicCatalogue;
  /** What filters that were asked for already have found. */
  found: LRUCache<string, Found>;
}

interface Found {
  facets: Facets;
  /** By name. */
  products: MarketProduct[];
  corrections: ResolvedSearch['corrections'];
}

/** In products over all of what is kept, eight bytes each: anybody can make up more filters. */
const mostFound = 2_000_000;

/** Loaded once between two publications. */
export function openMarket(context: PortalContext): Promise<PublicMarket> {
  const today = copenhagenDay(context.now());
  return context.remember(`market ${today}`, async () => {
    const [market, catalogue] = await Promise.all([loadMarket(context.publicDb, today), openCatalogue(context)]);
    const found: PublicMarket['found'] = new LRUCache({
      maxSize: mostFound,
      sizeCalculation: ({ products }) => products.length + 100,
    });
    return { market, catalogue, found };
  });
}

export interface MarketSearch {
  /** All that meet the filters. */
  products: readonly MarketProduct[];
  options: FilterOptions;
  corrections: ResolvedSearch['corrections'];
}

interface MarketQuestion {
  filters: ProductFilters;
  sort?: ProductSort;
  /** Slugs of the products among which to look; empty: all of them. */
  among?: readonly string[];
  /** The filter of which every choice is wanted. */
  whole?: LongFilter | '';
}

/** The products that meet filters, with what each further choice would find. */
export async function searchMarket(
  context: PortalContext,
  { market, catalogue, found }: PublicMarket,
  { filters, sort = 'name', among = [], whole = '' }: MarketQuestion,
): Promise<MarketSearch> {
  const key = JSON.stringify([filters, among]);
  const known = found.get(key) ?? (await find(context, market, { filters, among }));
  found.set(key, known);
  const { facets, products, corrections } = known;
  return {
    products: sortProducts(products, sort),
    options: optionsOfFacets(facets, filters, catalogue, whole),
    corrections,
  };
}

async function find(
  { publicDb, remember }: PortalContext,
  market: Market,
  { filters, among }: { filters: ProductFilters; among: readonly string[] },
): Promise<Found> {
  const vocabulary = () => remember(`vocabulary ${market.today}`, () => openVocabulary(publicDb));
  const search = filters.q === '' ? null : await resolveSearch(publicDb, filters.q, vocabulary);
  const searched = search && (await findProductIds(publicDb, search.clauses, market.today));
  const ids = among.length === 0 ? searched : chosenIds(market, among, searched);
  return {
    facets: countMarket(market, filters, ids),
    products: selectProducts(market, filters, ids),
    corrections: search?.corrections ?? [],
  };
}

function chosenIds(market: Market, slugs: readonly string[], found: ReadonlySet<string> | null): Set<string> {
  const { idOf } = indexOf(market);
  const ids = slugs.map(idOf).filter((id) => id !== undefined);
  return new Set(found ? ids.filter((id) => found.has(id)) : ids);
}
