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
  return marketItem({ ...product, publishedOn: copenhagenDay(product.publishedAt) }, municipalities, asked);
}

/** The same of a product of the market. */
export function marketItem(
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
    decidedBy: municipalities[product.decidedBy] ?? product.decidedBy,
    publishedOn,
    levels: countedLevels(support),
    asked: support.filter(({ interfaceId }) => asked.includes(interfaceId)).map(supportItem),
  };
}

/** How many interfaces stand on each level, best first; a level that none has is left out. */
export function countedLevels(support: readonly { level: SupportLevel }[]): ProductItem['levels'] {
  return supportLevels.flatMap((level) => {
    const count = support.filter((each) => each.level === level).length;
    return count > 0 ? [{ level, count }] : [];
  });
}

export function supportItem({ interfaceId, level, rung, attestedBy, plannedOn, isDisputed }: SupportItem): SupportItem {
  return { interfaceId, level, rung, attestedBy, plannedOn, isDisputed };
}
