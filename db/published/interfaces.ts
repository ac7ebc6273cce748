import { asc, count, eq } from 'drizzle-orm';
import type { Rung, SupportLevel } from '~/workflows/words';
import { rungs, supportLevels } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';
import { supportProof } from './attestations';
import { danish } from './product-filters';
import { type SupportView, supportColumns, supportView } from './support';

export type LevelCounts = Readonly<Record<SupportLevel, number>>;

export const noCounts: LevelCounts = {
  in_production: 0,
  ready: 0,
  in_development: 0,
  planned: 0,
  via_other: 0,
  not_supported: 0,
  not_relevant: 0,
};

/** How many published products have which level, by interface. An interface that nobody declared is not in it. */
export async function countLevelsByInterface(db: Db): Promise<ReadonlyMap<string, LevelCounts>> {
  const rows = await db
    .select({ interfaceId: publicSupport.interfaceId, level: publicSupport.level, products: count() })
    .from(publicSupport)
    .groupBy(publicSupport.interfaceId, publicSupport.level);
  const counts = new Map<string, LevelCounts>();
  for (const { interfaceId, level, products } of rows) {
    counts.set(interfaceId, { ...(counts.get(interfaceId) ?? noCounts), [level]: products });
  }
  return counts;
}

export function countLevels(support: readonly { level: SupportLevel }[]): LevelCounts {
  const counts = { ...noCounts };
  for (const { level } of support) counts[level] += 1;
  return counts;
}

/** The counts of several interfaces together. */
export function addCounts(all: readonly LevelCounts[]): LevelCounts {
  const sum = { ...noCounts };
  for (const counts of all) for (const level of supportLevels) sum[level] += counts[level];
  return sum;
}

/** A product with its support of one interface. */
export interface SupporterView extends SupportView {
  slug: string;
  name: string;
  supplierSlug: string;
  supplierName: string;
  isDemo: boolean;
}

/**
 * The products with an approved answer about an interface: best level first, then best proven, then by name.
 * @param today yyyy-mm-dd in Copenhagen
 */
export async function listSupporters(db: Db, interfaceId: string, today: string): Promise<SupporterView[]> {
  const rows = await db
    .select({
      ...supportColumns,
      ...supportProof,
      slug: publicProducts.slug,
      name: publicProducts.name,
      supplierSlug: publicProducts.supplierSlug,
      supplierName: publicProducts.supplierName,
      isDemo: publicProducts.isDemo,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .where(eq(publicSupport.interfaceId, interfaceId))
    .orderBy(asc(danish(publicProducts.name)), asc(publicProducts.slug));
  const views = rows.map((row) => supportView(row, today));
  return views.sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ level, rung }: { level: SupportLevel; rung: Rung }): number {
  return supportLevels.indexOf(level) * rungs.length - rungs.indexOf(rung);
}
