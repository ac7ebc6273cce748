import { LRUCache } from 'lru-cache';
import type { PortalContext } from '~/app/context.server';
import { findProductIds, loadMarket } from '~/db/published/market';
import { openVocabulary, type ResolvedSearch, resolveSearch } from '~/db/published/search';
import { copenhagenDay } from '~/workflows/day';
import {
  countMarket,
  type Facets,
  type Market,
  type MarketProduct,
  selectProducts,
  sortProducts,
} from '~/workflows/market';
import type { ProductFilters, ProductSort } from '~/workflows/product-query';
import { type FilterOptions, loadPublicCatalogue, optionsOfFacets, type PublicCatalogue } from './filters.server';

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

function nothingFound(): PublicMarket['found'] {
  return new LRUCache({ maxSize: mostFound, sizeCalculation: ({ products }) => products.length + 100 });
}

/** Loaded once between two publications. */
export function openMarket(context: PortalContext): Promise<PublicMarket> {
  const today = copenhagenDay(context.now());
  return context.remember(`market ${today}`, async () => {
    const [market, catalogue] = await Promise.all([
      loadMarket(context.publicDb, today),
      loadPublicCatalogue(context.publicDb),
    ]);
    return { market, catalogue, found: nothingFound() };
  });
}

export interface MarketSearch {
  /** All that meet the filters. */
  products: readonly MarketProduct[];
  options: FilterOptions;
  corrections: ResolvedSearch['corrections'];
}

/** A part of what is published, by the products' slugs. */
export function chosenMarket({ market, catalogue }: PublicMarket, slugs: readonly string[]): PublicMarket {
  const chosen = new Set(slugs);
  const products = market.products.filter(({ slug }) => chosen.has(slug));
  return { market: { ...market, products }, catalogue, found: nothingFound() };
}

/** The products that meet filters, with what each further choice would find. */
export async function searchMarket(
  context: PortalContext,
  { market, catalogue, found }: PublicMarket,
  { filters, sort = 'name' }: { filters: ProductFilters; sort?: ProductSort },
): Promise<MarketSearch> {
  const key = JSON.stringify(filters);
  const known = found.get(key) ?? (await find(context, market, filters));
  found.set(key, known);
  const { facets, products, corrections } = known;
  return {
    products: sortProducts(products, sort),
    options: optionsOfFacets(facets, filters, catalogue),
    corrections,
  };
}

async function find({ publicDb, remember }: PortalContext, market: Market, filters: ProductFilters): Promise<Found> {
  const vocabulary = () => remember(`vocabulary ${market.today}`, () => openVocabulary(publicDb));
  const search = filters.q === '' ? null : await resolveSearch(publicDb, filters.q, vocabulary);
  const ids = search && (await findProductIds(publicDb, search.clauses, market.today));
  return {
    facets: countMarket(market, filters, ids),
    products: selectProducts(market, filters, ids),
    corrections: search?.corrections ?? [],
  };
}
