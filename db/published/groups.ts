import { and, asc, countDistinct, desc, eq, inArray, sql } from 'drizzle-orm';
import { supportingLevels } from '~/workflows/product-query';
import { readyLevels } from '~/workflows/published-rows';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';
import { danish } from './product-filters';

/** A product with how much of a group of interfaces it supports. */
export interface GroupSupporter {
  slug: string;
  name: string;
  supplierSlug: string;
  supplierName: string;
  isDemo: boolean;
  /** Interfaces of the group in production or ready. */
  ready: number;
  /** Interfaces of the group that are supported on any level, ready or not. */
  supported: number;
}

/**
 * The products that support anything in a group, as `/products?group=` finds them: those with most of it ready first.
 * @param limit how many to return; without it all. All are counted
 */
export async function listGroupSupporters(
  db: Db,
  groupId: string,
  limit?: number,
): Promise<{ supporters: GroupSupporter[]; total: number }> {
  const ofGroup = and(eq(publicSupport.groupId, groupId), inArray(publicSupport.level, [...supportingLevels]));
  const ready = sql<number>`(count(*) filter (where ${inArray(publicSupport.level, [...readyLevels])}))::int`;
  const supported = sql<number>`count(*)::int`;
  const listed = db
    .select({
      slug: publicProducts.slug,
      name: publicProducts.name,
      supplierSlug: publicProducts.supplierSlug,
      supplierName: publicProducts.supplierName,
      isDemo: publicProducts.isDemo,
      ready,
      supported,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .where(ofGroup)
    .groupBy(
      publicProducts.slug,
      publicProducts.name,
      publicProducts.supplierSlug,
      publicProducts.supplierName,
      publicProducts.isDemo,
    )
    .orderBy(desc(ready), desc(supported), asc(danish(publicProducts.name)), asc(publicProducts.slug))
    .$dynamic();
  const [supporters, [counted]] = await Promise.all([
    limit === undefined ? listed : listed.limit(limit),
    db
      .select({ total: countDistinct(publicSupport.productId) })
      .from(publicSupport)
      .where(ofGroup),
  ]);
  return { supporters, total: counted?.total ?? 0 };
}

/** How many products support anything in each group, as the list of the group counts them. */
export async function countGroupSupporters(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ groupId: publicSupport.groupId, products: countDistinct(publicSupport.productId) })
    .from(publicSupport)
    .where(inArray(publicSupport.level, [...supportingLevels]))
    .groupBy(publicSupport.groupId);
  return new Map(rows.map(({ groupId, products }) => [groupId, products]));
}
