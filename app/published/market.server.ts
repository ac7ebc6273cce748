import type { PortalContext } from '~/app/context.server';
import { findProductIds, loadMarket } from '~/db/published/market';
import { openVocabulary, type ResolvedSearch, resolveSearch } from '~/db/published/search';
import { copenhagenDay } from '~/workflows/day';
import { countMarket, type Facets, type Market, type MarketProduct, selectProducts } from '~/workflows/market';
import type { ProductFilters, ProductSort } from '~/workflows/product-query';
import { type FilterOptions, loadPublicCatalogue, optionsOfFacets, type PublicCatalogue } from './filters.server';

/** What lists and the matrix read: everything published, and what everything is called. */
export interface PublicMarket {
  market: Market;
  catalogue: PublicCatalogue;
  /** Of filters that were asked for already. */
  counted: Map<string, Facets>;
}

/** Filters whose counts are kept: anybody can make up more. */
const mostCounted = 500;

/** Loaded once between two publications. */
export function openMarket(context: PortalContext): Promise<PublicMarket> {
  const today = copenhagenDay(context.now());
  return context.remember(`market ${today}`, async () => {
    const [market, catalogue] = await Promise.all([
      loadMarket(context.publicDb, today),
      loadPublicCatalogue(context.publicDb),
    ]);
    return { market, catalogue, counted: new Map() };
  });
}

export interface MarketSearch {
  /** All that meet the filters. */
  products: MarketProduct[];
  options: FilterOptions;
  corrections: ResolvedSearch['corrections'];
}

/** A part of what is published, by the products' slugs. */
export function chosenMarket({ market, catalogue }: PublicMarket, slugs: readonly string[]): PublicMarket {
  const products = market.products.filter(({ slug }) => slugs.includes(slug));
  return { market: { ...market, products }, catalogue, counted: new Map() };
}

/** The products that meet filters, with what each further choice would find. */
export async function searchMarket(
  { publicDb, remember }: PortalContext,
  { market, catalogue, counted }: PublicMarket,
  { filters, sort }: { filters: ProductFilters; sort?: ProductSort },
): Promise<MarketSearch> {
  const vocabulary = () => remember(`vocabulary ${market.today}`, () => openVocabulary(publicDb));
  const search = filters.q === '' ? null : await resolveSearch(publicDb, filters.q, vocabulary);
  const found = search && (await findProductIds(publicDb, search.clauses, market.today));
  const key = JSON.stringify(filters);
  const facets = counted.get(key) ?? countMarket(market, filters, found);
  if (counted.size < mostCounted) counted.set(key, facets);
  return {
    products: selectProducts(market, filters, found, sort),
    options: optionsOfFacets(facets, filters, catalogue),
    corrections: search?.corrections ?? [],
  };
}
