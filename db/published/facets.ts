import type { Facets } from '~/workflows/market';
import { countMarket } from '~/workflows/market-counts';
import type { ProductFilters } from '~/workflows/product-query';
import type { Db } from '../client';
import { findProductIds, loadMarket } from './market';
import { resolveSearch } from './search';

/**
 * For each filter its values with what choosing them would find. Pages ask a market that they keep
 * (app/published/market.server.ts) instead of loading one.
 * @param today yyyy-mm-dd in Copenhagen
 */
export async function countFacets(db: Db, filters: ProductFilters, today: string): Promise<Facets> {
  const market = await loadMarket(db, today);
  const found = filters.q === '' ? null : await findProductIds(db, (await resolveSearch(db, filters.q)).clauses, today);
  return countMarket(market, filters, found);
}
