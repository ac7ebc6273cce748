import type { Db } from '../client';
import { publishedState } from '../schema';

/**
 * The number that moves in the transaction of every change of what the public sees: publications, the catalogue,
 * municipalities, KLE, questionnaires. The same number, the same public content (but for rungs, which fall by date).
 */
export async function getPublishedVersion(db: Db): Promise<number> {
  const [row] = await db.select({ version: publishedState.version }).from(publishedState);
  if (!row) throw new Error('The read model has no version.');
  return row.version;
}
