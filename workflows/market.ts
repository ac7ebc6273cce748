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

/** What the read model's row of a product is in the market. @param interned by what they say, shared between products */
export function marketProduct(row: MarketRow, interned: Map<string, MarketSupport>): MarketProduct {
  const { kle, publishedAt, bySupplier, byNewest, byReady, support, ...rest } = row;
  return {
    ...rest,
    kle: [...new Set(kle.map((number) => number.slice(0, 2)))],
    publishedOn: copenhagenDay(publishedAt),
    order: { supplier: bySupplier, newest: byNewest, ready: byReady },
    support: support === '' ? [] : support.split(rowEnd).map((cells) => supportOf(cells, interned)),
  };
}

/** Between the cells of a row of support, and between rows. No cell can hold them: texts of people come as JSON. */
export const cellEnd = '\u001f';
export const rowEnd = '\u001e';

function supportOf(cells: string, interned: Map<string, MarketSupport>): MarketSupport {
  const known = interned.get(cells);
  if (known) return known;
  const [interfaceId = '', groupId = '', level, rung, attestedBy, isDisputed, plannedOn, version, municipalities] =
    cells.split(cellEnd);
  const made: MarketSupport = {
    interfaceId,
    groupId,
    level: level as SupportLevel,
    rung: rung as Rung,
    attestedBy: Number(attestedBy),
    isDisputed: isDisputed === 't',
    plannedOn: plannedOn || null,
    version: version ? JSON.parse(version) : null,
    municipalities: JSON.parse(municipalities || '[]'),
  };
  interned.set(cells, made);
  return made;
}

export interface MarketRow extends Omit<MarketProduct, 'publishedOn' | 'order' | 'support'> {
  publishedAt: Date;
  bySupplier: number;
  byNewest: number;
  byReady: number;
  /** Rows of cells, ended by `rowEnd` and `cellEnd`. */
  support: string;
}
