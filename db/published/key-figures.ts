import { countDistinct, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';

export interface KeyFigures {
  products: number;
  suppliers: number;
  /** Interfaces that at least one product has in production or ready. */
  supportedInterfaces: number;
  /** Approved support levels. */
  approvals: number;
}

/** What the front page counts; only what is public. */
export async function countKeyFigures(db: Db): Promise<KeyFigures> {
  const [[products], [support]] = await Promise.all([
    db
      .select({
        products: countDistinct(publicProducts.productId),
        suppliers: countDistinct(publicProducts.supplierSlug),
      })
      .from(publicProducts),
    db
      .select({
        supportedInterfaces: sql<number>`(count(distinct ${publicSupport.interfaceId}) filter (where ${publicSupport.level} in ('in_production', 'ready')))::int`,
        approvals: sql<number>`count(*)::int`,
      })
      .from(publicSupport),
  ]);
  return {
    products: products?.products ?? 0,
    suppliers: products?.suppliers ?? 0,
    supportedInterfaces: support?.supportedInterfaces ?? 0,
    approvals: support?.approvals ?? 0,
  };
}
