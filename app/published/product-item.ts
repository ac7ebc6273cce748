import { sameContent } from '~/app/published/same-content.server';
import type { ProductView } from '~/db/published/products';
import type { SupportView } from '~/db/published/support';
import { copenhagenDay } from '~/workflows/day';
import type { MarketProduct } from '~/workflows/market';
import type { Outcome, ProductType, SupportLevel } from '~/workflows/words';
import { supportLevels } from '~/workflows/words';

/** A product as rows of the public lists show it. Days are yyyy-mm-dd in Copenhagen. */
export interface ProductItem {
  slug: string;
  name: string;
  type: ProductType;
  isDemo: boolean;
  supplier: { slug: string; name: string };
  outcome: Outcome;
  /** The name of the municipality that decided. */
  decidedBy: string;
  publishedOn: string;
  levels: { level: SupportLevel; count: number }[];
  /** What the visitor asked for, in the catalogue's order. */
  asked: SupportItem[];
}

export type SupportItem = Pick<
  SupportView,
  'interfaceId' | 'level' | 'rung' | 'attestedBy' | 'plannedOn' | 'isDisputed'
>;

/**
 * @param municipalities names by code
 * @param asked interfaces that the list is narrowed by
 */
export function productItem(
  product: ProductView,
  municipalities: Readonly<Record<string, string>>,
  asked: readonly string[] = [],
): ProductItem {
  const item = marketItem({ ...product, publishedOn: copenhagenDay(product.publishedAt) }, municipalities, asked);
  return sameContent(item);
}

/** Lists of asked interfaces that are remembered for each product: anybody can ask for others. */
const mostAsked = 64;

/** The same of a product of the market; the same object each time, by which a list's row is found again. */
export function sharedItem(
  product: MarketProduct,
  municipalities: Readonly<Record<string, string>>,
  asked: readonly string[],
): ProductItem {
  const made = sharedItems.get(product) ?? new Map<string, ProductItem>();
  sharedItems.set(product, made);
  const key = asked.join(' ');
  const known = made.get(key);
  if (known?.decidedBy === nameOf(product.decidedBy, municipalities)) return known;
  if (made.size >= mostAsked) made.clear();
  const item = marketItem(product, municipalities, asked);
  made.set(key, item);
  return item;
}

const sharedItems = new WeakMap<MarketProduct, Map<string, ProductItem>>();

function nameOf(municipality: string, municipalities: Readonly<Record<string, string>>): string {
  return municipalities[municipality] ?? municipality;
}

function marketItem(
  product: Omit<MarketProduct, 'order' | 'support' | 'kle'> & { support: readonly SupportItem[] },
  municipalities: Readonly<Record<string, string>>,
  asked: readonly string[] = [],
): ProductItem {
  const { slug, name, type, isDemo, outcome, publishedOn, support } = product;
  return {
    slug,
    name,
    type,
    isDemo,
    supplier: { slug: product.supplierSlug, name: product.supplierName },
    outcome,
    decidedBy: nameOf(product.decidedBy, municipalities),
    publishedOn,
    levels: countedLevels(support),
    asked: support.filter(({ interfaceId }) => asked.includes(interfaceId)).map(supportItem),
  };
}

/** How many interfaces stand on each level, best first; a level that none has is left out. The same list each time. */
export function countedLevels(support: readonly { level: SupportLevel }[]): ProductItem['levels'] {
  const known = counted.get(support);
  if (known) return known;
  const counts = new Map<SupportLevel, number>();
  for (const { level } of support) counts.set(level, (counts.get(level) ?? 0) + 1);
  const levels = sameContent(
    supportLevels.flatMap((level) => {
      const count = counts.get(level);
      return count === undefined ? [] : [{ level, count }];
    }),
  );
  counted.set(support, levels);
  return levels;
}

const counted = new WeakMap<object, ProductItem['levels']>();

/** The same object each time: rows of support are shared by products and never change. */
export function supportItem(support: SupportItem): SupportItem {
  const known = items.get(support);
  if (known) return known;
  const { interfaceId, level, rung, attestedBy, plannedOn, isDisputed } = support;
  const item = { interfaceId, level, rung, attestedBy, plannedOn, isDisputed };
  items.set(support, item);
  return item;
}

const items = new WeakMap<SupportItem, SupportItem>();
