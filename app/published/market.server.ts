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
import { namedFirst, termsOf } from '~/workflows/search-words';
import { type FilterOptions, openCatalogue, optionsOfFacets, type PublicCatalogue } from './filters.server';
import type { LongFilter } from './long-filters';

/** What lists and the matrix read: everything published, and what everything is called. */
export interface PublicMarket {
  market: Market;
  catalogue: PublicCatalogue;
  /** What filters that were asked for already have found. */
  found: LRUCache<string, Found>;
  /** What each text finds by itself: the same for all filters beside it. */
  searched: LRUCache<string, Promise<Searched>>;
}

interface Searched {
  ids: ReadonlySet<string>;
  /** What was looked for, folded. */
  terms: readonly string[];
  corrections: ResolvedSearch['corrections'];
}

interface Found {
  filters: ProductFilters;
  facets: Facets;
  /** By the filter of which every choice is wanted. */
  options: Map<LongFilter | '', FilterOptions>;
  /** By name; of what a search finds those that are called so come first. */
  products: MarketProduct[];
  corrections: ResolvedSearch['corrections'];
}

/** In products over all of what is kept, eight bytes each: anybody can make up more filters. */
const mostFound = 2_000_000;
/** Texts; each holds at most the id of every product. */
const mostSearched = 50;

/** Loaded once between two publications. */
export function openMarket(context: PortalContext): Promise<PublicMarket> {
  const today = copenhagenDay(context.now());
  return context.remember(`market ${today}`, async () => {
    const [market, catalogue] = await Promise.all([loadMarket(context.publicDb, today), openCatalogue(context)]);
    const found: PublicMarket['found'] = new LRUCache({
      maxSize: mostFound,
      sizeCalculation: ({ products }) => products.length + 100,
    });
    return { market, catalogue, found, searched: new LRUCache({ max: mostSearched }) };
  });
}

export interface MarketSearch {
  /** The same object each time for the same filters. */
  filters: ProductFilters;
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
  opened: PublicMarket,
  { filters, sort = 'name', among = [], whole = '' }: MarketQuestion,
): Promise<MarketSearch> {
  const { catalogue, found } = opened;
  const key = JSON.stringify([filters, among]);
  const known = found.get(key) ?? (await find(context, opened, { filters, among }));
  found.set(key, known);
  const { facets, products, corrections } = known;
  const options = known.options.get(whole) ?? optionsOfFacets(facets, filters, catalogue, whole);
  known.options.set(whole, options);
  return { filters: known.filters, products: sortProducts(products, sort), options, corrections };
}

async function find(
  context: PortalContext,
  opened: PublicMarket,
  { filters, among }: { filters: ProductFilters; among: readonly string[] },
): Promise<Found> {
  const { market } = opened;
  const searched = filters.q === '' ? null : await searchText(context, opened, filters.q);
  const ids = among.length === 0 ? (searched?.ids ?? null) : chosenIds(market, among, searched?.ids ?? null);
  return {
    filters,
    options: new Map(),
    facets: countMarket(market, filters, ids),
    products: namedFirst(selectProducts(market, filters, ids), searched?.terms ?? []),
    corrections: searched?.corrections ?? [],
  };
}

/** How many products meet filters, without what each further choice would find. */
export async function countProducts(
  context: PortalContext,
  opened: PublicMarket,
  filters: ProductFilters,
): Promise<number> {
  const searched = filters.q === '' ? null : await searchText(context, opened, filters.q);
  return selectProducts(opened.market, filters, searched?.ids ?? null).length;
}

/** Asked of the database once between two publications, also by whoever asks meanwhile. */
function searchText(
  { publicDb, remember }: PortalContext,
  { market: { today }, searched }: PublicMarket,
  text: string,
): Promise<Searched> {
  const known = searched.get(text);
  if (known) return known;
  const vocabulary = () => remember(`vocabulary ${today}`, () => openVocabulary(publicDb));
  const asked = resolveSearch(publicDb, text, vocabulary).then(async ({ clauses, corrections }) => ({
    ids: await findProductIds(publicDb, clauses, today),
    terms: termsOf(clauses.filter(({ negated }) => !negated)),
    corrections,
  }));
  searched.set(text, asked);
  // What failed, as a search that takes too long does, is asked anew the next time.
  asked.catch(() => searched.delete(text));
  return asked;
}

function chosenIds(market: Market, slugs: readonly string[], found: ReadonlySet<string> | null): Set<string> {
  const { idOf } = indexOf(market);
  const ids = slugs.map(idOf).filter((id) => id !== undefined);
  return new Set(found ? ids.filter((id) => found.has(id)) : ids);
}
