import { asc, eq, gt } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { hashOf } from '~/workflows/canonical';
import type { Db, Transaction } from './client';
import { OperatorProblem } from './operator-problem';
import { log, logHead, portalSettings } from './schema';

/** One change, as the log tells it. */
export interface LogEntry {
  /** Noun and verb, e.g. `case.confirm`. */
  action: string;
  subject: { type: string; id: string };
  /** What changed, enough to understand it without other rows. JSON. */
  details: Record<string, unknown>;
}

/**
 * While the emergency switch is on, only these are done: signing in and out, and the switch itself. Every command ends
 * in the log, so it holds for all of them: pages, the API, the command line and clocks.
 */
const evenReadOnly = /^(?:session|portal)\./;

/** The portal is read-only: nothing of the transaction is kept. Browsers are told earlier, by app/server/read-only.ts. */
export class ReadOnlyProblem extends OperatorProblem {
  constructor(reason: string) {
    super(`The portal is read-only, so nothing was changed: ${reason}`);
  }
}

/**
 * Appends to the log, in the transaction of the change itself. Call it last: it locks the end of the chain until commit.
 * @param acting who did it and when; null actor: the portal itself (a clock, a loader)
 * @returns the row's number
 * @throws ReadOnlyProblem while the emergency switch is on
 */
export async function appendLog(
  tx: Transaction,
  acting: { actor: Acting['actor'] | null; now: Date },
  ...entries: readonly LogEntry[]
): Promise<number> {
  // All others wait from here to the commit, so there are as few ways to the database as can be: what is sent together is
  // still done in this order, each statement seeing what was committed before it began.
  const [[head], [settings]] = await Promise.all([
    tx.select().from(logHead).where(eq(logHead.id, 1)).for('update'),
    tx.select().from(portalSettings).where(eq(portalSettings.id, 1)),
  ]);
  if (!head) throw new Error('The log has no head: the migrations are not complete.');
  if (settings?.isReadOnly && entries.some(({ action }) => !evenReadOnly.test(action))) {
    throw new ReadOnlyProblem(settings.readOnlyReason);
  }
  let { number, hash } = head;
  const rows = entries.map((entry) => {
    const row = rowOf(entry, acting, number + 1, hash);
    number = row.number;
    hash = row.hash;
    return row;
  });
  await Promise.all([tx.insert(log).values(rows), tx.update(logHead).set({ number, hash }).where(eq(logHead.id, 1))]);
  return number;
}

function rowOf(entry: LogEntry, acting: { actor: Actor | null; now: Date }, number: number, previousHash: string) {
  const content = {
    number,
    at: acting.now,
    personId: acting.actor?.personId ?? null,
    organisation: organisationOf(acting.actor),
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    details: JSON.parse(JSON.stringify(entry.details)) as Record<string, unknown>,
    previousHash,
  };
  return { ...content, hash: hashOf(content) };
}

function organisationOf(actor: Actor | null): string {
  return actor?.supplierId ?? actor?.municipalityCode ?? 'portal';
}

/** The end of the chain at some moment, as it was kept outside the database. */
export interface LogHead {
  number: number;
  hash: string;
}

export type LogProblem = {
  number: number;
  problem: 'edited' | 'missing' | 'wrong-order' | 'head-differs' | 'rewritten';
};

/** The end of the chain now; number 0 while the log is empty. */
export async function getLogHead(db: Db): Promise<LogHead> {
  const [head] = await db.select({ number: logHead.number, hash: logHead.hash }).from(logHead).where(eq(logHead.id, 1));
  if (!head) throw new Error('The log has no head: the migrations are not complete.');
  return head;
}

/**
 * Reads the whole log in batches and checks the chain: an edited, deleted, inserted or reordered row, and a tail that
 * was cut off, are each found. A chain that somebody wrote anew from some row on is whole in itself; heads that were
 * kept outside the database tell it (`rewritten`: the row of that number is another one, or is not there any more).
 * @param heads in any order
 * @returns the number of rows and the first problem, if there is one
 */
export async function verifyLog(
  db: Db,
  heads: readonly LogHead[] = [],
): Promise<{ rows: number; problem: LogProblem | null }> {
  const kept = new Map(heads.map((head) => [head.number, head.hash]));
  let number = 0;
  let hash = '0'.repeat(64);
  for (;;) {
    const batch = await db.select().from(log).where(gt(log.number, number)).orderBy(asc(log.number)).limit(1_000);
    for (const row of batch) {
      const { hash: stored, ...content } = row;
      if (row.number !== number + 1) return { rows: number, problem: { number: number + 1, problem: 'missing' } };
      if (row.previousHash !== hash) return { rows: number, problem: { number: row.number, problem: 'wrong-order' } };
      if (hashOf(content) !== stored) return { rows: number, problem: { number: row.number, problem: 'edited' } };
      if ((kept.get(row.number) ?? stored) !== stored) return { rows: number, problem: rewritten(row.number) };
      number = row.number;
      hash = stored;
    }
    if (batch.length === 0) break;
  }
  const [head] = await db.select().from(logHead).where(eq(logHead.id, 1));
  const isWhole = head?.number === number && head.hash === hash;
  if (!isWhole) return { rows: number, problem: { number: number + 1, problem: 'head-differs' } };
  const lost = Math.min(...heads.map((each) => each.number).filter((each) => each > number));
  return { rows: number, problem: Number.isFinite(lost) ? rewritten(lost) : null };
}

const rewritten = (number: number): LogProblem => ({ number, problem: 'rewritten' });
