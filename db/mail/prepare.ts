import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { planMail, usualWish } from '~/workflows/mail-plan';
import { urgencyOfEvent } from '~/workflows/mail-topics';
import type { Language } from '~/workflows/words';
import type { Database, Transaction } from '../client';
import { heldNotices, mails, outbox } from '../schema';
import { type CaseNotice, caseNotice, type Receiver, readNotice } from './notice';
import { type PlainNotice, plainNotice, readPlainNotice, urgencyOfNotice } from './plain-notice';
import { mailWishesOf } from './wishes';

/** What a receiver reads. */
export interface Letter {
  /** One line, without control characters. */
  subject: string;
  text: string;
  html: string;
}

export type Compose = (notice: CaseNotice | PlainNotice, language: Language) => Letter;

/** Several notices to one person, oldest first, as one mail; a single one as a mail of its own. */
export type ComposeDigest = (notices: readonly (CaseNotice | PlainNotice)[], language: Language) => Letter;

/** The rows of the outbox that become mails. */
export const mailedKinds = [caseNotice, plainNotice];

/** A row of which no mail can be made is left after so many tries, and is listed with those that failed. */
export const prepareAttempts = 5;

export interface Preparing {
  now: Date;
  /** `inbox`: the mails are only shown, now and later. */
  delivery: 'smtp' | 'inbox';
  compose: Compose;
  composeDigest: ComposeDigest;
  /** @param of the row of the outbox, or the person whose daily mail could not be made */
  onError: (error: unknown, of: string) => void;
}

/**
 * Makes the mails of every notice in the outbox: per notice one transaction, in which the row is locked, its mails are
 * written, or held for the daily mail (db/mail/digest.ts), and it is marked as done. Several processes may do it at once.
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
      const made = await writeMails(tx, { outboxId: row.id, notice, receivers }, preparing);
      await tx.update(outbox).set({ sentAt: preparing.now }).where(eq(outbox.id, row.id));
      return { outboxId: row.id, made };
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

interface ReadNotice {
  outboxId: string;
  notice: CaseNotice | PlainNotice;
  receivers: readonly (Omit<Receiver, 'personId'> & { personId: string | null })[];
}

/** @returns how many mails were written; what is held for a daily mail is none yet */
async function writeMails(
  tx: Transaction,
  { outboxId, notice, receivers }: ReadNotice,
  { now, delivery, compose }: Preparing,
): Promise<number> {
  const urgency = 'caseId' in notice ? urgencyOfEvent(notice.about) : urgencyOfNotice(notice);
  const wishes = await mailWishesOf(
    tx,
    receivers.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  );
  let made = 0;
  for (const { personId, address, language } of receivers) {
    const plan = planMail(urgency, wishes.get(personId ?? '') ?? usualWish, now);
    if (plan.kind === 'gathered' && personId !== null) {
      await tx.insert(heldNotices).values({ outboxId, personId, dueAt: plan.at }).onConflictDoNothing();
      continue;
    }
    made += 1;
    await tx
      .insert(mails)
      .values({
        id: randomUUID(),
        outboxId,
        personId,
        address,
        language,
        ...compose(notice, language),
        secretOf: 'secretOf' in notice ? notice.secretOf : null,
        delivery,
        leaves: plan.kind === 'alone' ? plan.leaves : 'office-hours',
        createdAt: now,
        nextAttemptAt: delivery === 'smtp' ? plan.at : null,
      })
      .onConflictDoNothing();
  }
  return made;
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
