import { copenhagenDay } from './day';
import type { Freshness, ProductSort } from './product-query';
import type { Outcome, ProductType, Rung, SupportLevel } from './words';

/**
 * Everything that is published, as small as lists, filters and the matrix need it, held in memory between two
 * publications: the same questions to the database took most of the time of a page, and more with each product.
 * What `db/published/product-filters.ts` says in SQL, for the API and for search, `market-counts.ts` says once more for
 * pages; a test holds that both give the same.
 */
export interface Market {
  /** The day that rungs hold for, yyyy-mm-dd in Copenhagen. */
  today: string;
  /** By name. */
  products: readonly MarketProduct[];
}

export interface MarketProduct {
  productId: string;
  slug: string;
  name: string;
  type: ProductType;
  /** KLE main groups. */
  kle: readonly string[];
  isDemo: boolean;
  supplierSlug: string;
  supplierName: string;
  outcome: Outcome;
  decidedBy: string;
  /** yyyy-mm-dd in Copenhagen. */
  publishedOn: string;
  /** Places in the orders other than by name. */
  order: Record<Exclude<ProductSort, 'name'>, number>;
  /** In the catalogue's order. */
  support: readonly MarketSupport[];
}

/** Shared by all products of which it is true. */
export interface MarketSupport {
  interfaceId: string;
  groupId: string;
  level: SupportLevel;
  version: string | null;
  plannedOn: string | null;
  rung: Rung;
  attestedBy: number;
  isDisputed: boolean;
  municipalities: readonly string[];
}

export interface Facet<Value extends string = string> {
  value: Value;
  /** Products that are found when this value is chosen beside the other filters. */
  count: number;
}

export interface Facets {
  interface: Facet[];
  group: Facet[];
  level: Facet<SupportLevel>[];
  rung: Facet<Rung>[];
  /** Only where an interface is asked for: a version says nothing without. */
  version: Facet[];
  municipality: Facet[];
  supplier: (Facet & { name: string })[];
  kle: Facet[];
  type: Facet<ProductType>[];
  fresh: Facet<Freshness>[];
}

/** A row of the read model's products. */
export interface MarketRow extends Omit<MarketProduct, 'publishedOn' | 'order' | 'support'> {
  publishedAt: Date;
  bySupplier: number;
  byNewest: number;
  byReady: number;
}

/** What support says, each once for all products of which it is true. */
export interface MarketSupports {
  /** In the catalogue's order; `places` are among `productIds`, from 1, with commas between them. */
  rows: readonly (MarketSupport & { places: string })[];
  productIds: readonly string[];
}

/** @param rows by name; of another moment than `supports` they may lack some products, and have some that are not there */
export function marketOf(today: string, rows: readonly MarketRow[], supports: MarketSupports): Market {
  const byId = new Map<string, MarketSupport[]>(rows.map(({ productId }) => [productId, []]));
  const byPlace = supports.productIds.map((productId) => byId.get(productId));
  for (const { places, ...support } of supports.rows) {
    for (const place of places.split(',')) byPlace[Number(place) - 1]?.push(support);
  }
  const products = rows.map(({ publishedAt, bySupplier, byNewest, byReady, ...row }) => ({
    ...row,
    kle: [...new Set(row.kle.map((number) => number.slice(0, 2)))],
    publishedOn: copenhagenDay(publishedAt),
    order: { supplier: bySupplier, newest: byNewest, ready: byReady },
    support: byId.get(row.productId) ?? [],
  }));
  return { today, products };
}
