import { min } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import type { Db } from '../client';
import { pastProducts } from '../schema';

/** The day of the first publication ever, yyyy-mm-dd in Copenhagen; null: nothing was published yet. */
export async function findFirstDay(db: Db): Promise<string | null> {
  const [row] = await db.select({ at: min(pastProducts.fromAt) }).from(pastProducts);
  return row?.at ? copenhagenDay(row.at) : null;
}
