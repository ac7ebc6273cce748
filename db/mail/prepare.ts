import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Language } from '~/workflows/words';
import type { Database } from '../client';
import { mails, outbox } from '../schema';
import { type CaseNotice, caseNotice, readNotice } from './notice';
import { type PlainNotice, plainNotice, readPlainNotice } from './plain-notice';

/** What a receiver reads. */
export interface Letter {
  /** One line, without control characters. */
  subject: string;
  text: string;
  html: string;
}

export type Compose = (notice: CaseNotice | PlainNotice, language: Language) => Letter;

/** The rows of the outbox that become mails. */
export const mailedKinds = [caseNotice, plainNotice];

/** A row of which no mail can be made is left after so many tries, and is listed with those that failed. */
export const prepareAttempts = 5;

export interface Preparing {
  now: Date;
  /** `inbox`: the mails are only shown, now and later. */
  delivery: 'smtp' | 'inbox';
  compose: Compose;
  onError: (error: unknown, outboxId: string) => void;
}

/**
 * Makes the mails of every notice in the outbox: per notice one transaction, in which the row is locked, its mails are
 * written and it is marked as done. Several processes may do it at once.
 * @returns how many mails were made
 */
export async function prepareMails(db: Database, preparing: Preparing): Promise<number> {
  const failed: string[] = [];
  let made = 0;
  for (;;) {
    const next = await prepareNext(db, preparing, failed);
    if (!next) return made;
    if (next.made === null) failed.push(next.outboxId);
    else made += next.made;
  }
}

async function prepareNext(
  db: Database,
  preparing: Preparing,
  failed: readonly string[],
): Promise<{ outboxId: string; made: number | null } | undefined> {
  let outboxId: string | undefined;
  try {
    return await db.transaction(async (tx) => {
      const waiting = and(
        inArray(outbox.kind, mailedKinds),
        isNull(outbox.sentAt),
        lt(outbox.attempts, prepareAttempts),
        failed.length > 0 ? notInArray(outbox.id, [...failed]) : undefined,
      );
      const [row] = await tx
        .select()
        .from(outbox)
        .where(waiting)
        .orderBy(asc(outbox.createdAt), asc(outbox.id))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return undefined;
      outboxId = row.id;
      const { notice, receivers } =
        row.kind === caseNotice ? await readNotice(tx, row.payload) : await readPlainNotice(tx, row.payload);
      const { now, delivery, compose } = preparing;
      const rows = receivers.map(({ personId, address, language }) => ({
        id: randomUUID(),
        outboxId: row.id,
        personId,
        address,
        language,
        ...compose(notice, language),
        secretOf: 'secretOf' in notice ? notice.secretOf : null,
        delivery,
        createdAt: now,
        nextAttemptAt: delivery === 'smtp' ? now : null,
      }));
      if (rows.length > 0) await tx.insert(mails).values(rows).onConflictDoNothing();
      await tx.update(outbox).set({ sentAt: now }).where(eq(outbox.id, row.id));
      return { outboxId: row.id, made: rows.length };
    });
  } catch (error) {
    if (outboxId === undefined) throw error;
    preparing.onError(error, outboxId);
    await db
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1` })
      .where(eq(outbox.id, outboxId));
    return { outboxId, made: null };
  }
}

/**
 * Marks notices as done without making mails of them: those of demo data's past, whose mails would have left long ago.
 * @param before notices written before this moment
 */
export async function settleNotices(db: Database, before: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ sentAt: outbox.createdAt })
    .where(and(isNull(outbox.sentAt), lt(outbox.createdAt, before)));
}
