import { lt, sql } from 'drizzle-orm';
import type { Db } from './client';
import { requestCounts } from './schema';

/** How many requests of a kind one subject may make in a window of time. */
export interface RequestLimit {
  kind: string;
  most: number;
  /** In seconds. */
  window: number;
}

/** Where a subject stands after a request. */
export interface Allowance {
  isAllowed: boolean;
  most: number;
  /** In seconds. */
  window: number;
  remaining: number;
  /** In seconds, until the window ends. */
  resetsIn: number;
}

/** How many counts that have run out are removed with one that is begun, so that the table stays small. */
const swept = 20;

/**
 * Counts a request, over all web processes, in one statement. A window begins with its first request.
 * @param subject a token's id or a keyed hash; never an address itself
 */
export async function countRequest(
  db: Db,
  { now, subject, limit }: { now: Date; subject: string; limit: RequestLimit },
): Promise<Allowance> {
  const { kind, most, window } = limit;
  const windowEndsAt = new Date(now.getTime() + window * 1_000);
  const at = now.toISOString();
  const isOver = sql`${requestCounts.windowEndsAt} <= ${at}`;
  const [row] = await db
    .insert(requestCounts)
    .values({ kind, subject, windowEndsAt, count: 1 })
    .onConflictDoUpdate({
      target: [requestCounts.kind, requestCounts.subject],
      set: {
        count: sql`case when ${isOver} then 1 else ${requestCounts.count} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${requestCounts.windowEndsAt} end`,
      },
    })
    .returning({ count: requestCounts.count, windowEndsAt: requestCounts.windowEndsAt });
  if (!row) throw new Error('A count that was written must come back.');
  if (row.count === 1) await sweep(db, now);
  const resetsIn = Math.max(1, Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 1_000));
  return { isAllowed: row.count <= most, most, window, remaining: Math.max(0, most - row.count), resetsIn };
}

async function sweep(db: Db, now: Date): Promise<void> {
  const old = db
    .select({ place: sql`ctid` })
    .from(requestCounts)
    .where(lt(requestCounts.windowEndsAt, now))
    .limit(swept)
    .for('update', { skipLocked: true });
  await db.delete(requestCounts).where(sql`ctid = any(array(${old}))`);
}
