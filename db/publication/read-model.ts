import { sql } from 'drizzle-orm';
import type { Transaction } from '../client';
import { publishedState } from '../schema';

/**
 * Gives what the public sees its next version, which ends every kept page with this transaction's commit. The row is also the
 * lock: one writer at a time until then. Else a supplier's last product could go while another of its products comes,
 * and neither would see the other.
 */
export async function lockReadModel(tx: Transaction): Promise<void> {
  const moved = await tx
    .update(publishedState)
    .set({ version: sql`${publishedState.version} + 1` })
    .returning({ version: publishedState.version });
  if (moved.length !== 1) throw new Error('The read model has no version to move.');
}
