import { sql } from 'drizzle-orm';
import type { Transaction } from '~/db/client';

/** "cont" in ASCII. */
const loadLock = 0x636f6e75;

/** Two changes of the content at once do it one after the other; held until commit. */
export async function lockContent(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${loadLock})`);
}
