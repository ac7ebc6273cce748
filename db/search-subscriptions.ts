import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, lte, max, ne, sql } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import { isEmailAddress } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { countAttempt } from './attempts';
import type { Database, Db, Transaction } from './client';
import type { TokenHashOf } from './invitations';
import { appendLog, type LogEntry } from './log';
import { ledgerEntries, mails, outbox, searchSubscriptions } from './schema';

/** The rows of the outbox that stand behind the mails of subscriptions. */
export const subscriptionMail = 'subscription-mail';

const day = 24 * 60 * 60_000;
const limit = { kind: 'subscription', each: 5, all: 300, milliseconds: day };
/** An address that nobody has confirmed is deleted after so long, in milliseconds. */
export const unconfirmedLifetime = 7 * day;

/** What the token in a subscription's mails is made of (app/mail/token.ts). */
export const secretOfSubscription = (id: string): string => `subscription:${id}`;

export type Subscription = typeof searchSubscriptions.$inferSelect;

/**
 * Takes down that somebody wants mails of a search; the worker asks the address to confirm. The answer is the same
 * whether or not the address is known here.
 * @param input.query as `writeProductQuery` writes it, in an address
 * @param input.subject a keyed hash of the e-mail address, to count tries by
 */
export function askForSubscription(
  db: Db,
  now: Date,
  input: { email: string; language: Language; query: string; subject: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, 'request-not-understood' | 'too-many-attempts'>> {
  return db.transaction(async (tx) => {
    const address = input.email.trim();
    if (!isEmailAddress(address)) return refuse('request-not-understood');
    if (!(await countAttempt(tx, now, limit, input.subject))) return refuse('too-many-attempts');
    const id = randomUUID();
    const { language, query } = input;
    const tokenHash = tokenHashOf(secretOfSubscription(id));
    await tx.insert(searchSubscriptions).values({ id, address, language, query, tokenHash, createdAt: now });
    await appendLog(tx, { actor: null, now }, entryOf('ask', { id, query }));
    return ok(null);
  });
}

/** What a mail's link leads to. Reading changes nothing. */
export async function findSubscription(
  db: Db,
  now: Date,
  tokenHash: string,
): Promise<{ state: 'unconfirmed' | 'confirmed' | 'ended'; query: string } | undefined> {
  const [row] = await db.select().from(searchSubscriptions).where(isLive(now, tokenHash));
  if (!row) return undefined;
  const state = row.endedAt ? 'ended' : row.confirmedAt ? 'confirmed' : 'unconfirmed';
  return { state, query: row.query };
}

/** Confirms that the address is the reader's own. From now on there is news; an older subscription to the same ends. */
export function confirmSubscription(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(searchSubscriptions).where(isLive(now, tokenHash)).for('update');
    if (!row || row.endedAt) return refuse('link-not-valid');
    if (row.confirmedAt) return ok(null);
    await tx
      .update(searchSubscriptions)
      .set({ confirmedAt: now, lastIndex: await findLastIndex(tx), checkedOn: copenhagenDay(now) })
      .where(eq(searchSubscriptions.id, row.id));
    const older = await tx
      .select()
      .from(searchSubscriptions)
      .where(
        and(
          sql`lower(${searchSubscriptions.address}) = lower(${row.address})`,
          eq(searchSubscriptions.query, row.query),
          isNotNull(searchSubscriptions.confirmedAt),
          isNull(searchSubscriptions.endedAt),
          ne(searchSubscriptions.id, row.id),
        ),
      )
      .for('update');
    for (const each of older) await end(tx, each, now);
    await appendLog(tx, { actor: null, now }, entryOf('confirm', row), ...older.map((each) => entryOf('end', each)));
    return ok(null);
  });
}

/**
 * Ends a subscription and deletes the address, with every mail to it. One that was never confirmed leaves nothing.
 * Whoever ends it twice is told the same.
 */
export function endSubscription(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(searchSubscriptions).where(isLive(now, tokenHash)).for('update');
    if (!row) return refuse('link-not-valid');
    if (row.endedAt) return ok(null);
    await end(tx, row, now);
    await appendLog(tx, { actor: null, now }, entryOf('end', row));
    return ok(null);
  });
}

async function end(tx: Transaction, row: Subscription, now: Date): Promise<void> {
  const isIt = eq(searchSubscriptions.id, row.id);
  await deleteMails(tx, row.id);
  if (row.confirmedAt) await tx.update(searchSubscriptions).set({ address: null, endedAt: now }).where(isIt);
  else await tx.delete(searchSubscriptions).where(isIt);
}

/**
 * Deletes the addresses that nobody has confirmed in time, with the mails to them. Several processes may do so at once.
 * @returns how many
 */
export function deleteUnconfirmed(db: Database, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const late = await tx
      .select({ id: searchSubscriptions.id })
      .from(searchSubscriptions)
      .where(
        and(
          isNull(searchSubscriptions.confirmedAt),
          lte(searchSubscriptions.createdAt, new Date(now.getTime() - unconfirmedLifetime)),
        ),
      )
      .limit(100)
      .for('update', { skipLocked: true });
    for (const { id } of late) {
      await deleteMails(tx, id);
      await tx.delete(searchSubscriptions).where(eq(searchSubscriptions.id, id));
    }
    return late.length;
  });
}

async function deleteMails(tx: Transaction, subscriptionId: string): Promise<void> {
  const ofIt = and(
    sql`${outbox.kind} = 'subscription-mail'`,
    sql`${outbox.payload}->>'subscriptionId' = ${subscriptionId}`,
  );
  const rows = tx.select({ id: outbox.id }).from(outbox).where(ofIt);
  await tx.delete(mails).where(sql`${mails.outboxId} in (${rows})`);
  await tx.delete(outbox).where(ofIt);
}

/** @returns the index of the ledger's last entry, -1 where it has none */
export async function findLastIndex(db: Db): Promise<number> {
  const [row] = await db.select({ last: max(ledgerEntries.index) }).from(ledgerEntries);
  return row?.last ?? -1;
}

/** That there is such a subscription, and its link may still be used. */
function isLive(now: Date, tokenHash: string) {
  const isInTime = gt(searchSubscriptions.createdAt, new Date(now.getTime() - unconfirmedLifetime));
  return and(
    eq(searchSubscriptions.tokenHash, tokenHash),
    sql`(${isNotNull(searchSubscriptions.confirmedAt)} or ${isInTime})`,
  );
}

/** Neither the address nor anything made of it. */
function entryOf(verb: string, { id, query }: { id: string; query: string }): LogEntry {
  return { action: `subscription.${verb}`, subject: { type: 'subscription', id }, details: { query } };
}
