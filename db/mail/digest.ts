import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { isQuiet, nextOpening } from '~/workflows/mail-plan';
import { copenhagenDay } from '~/workflows/working-days';
import type { Database, Db, Transaction } from '../client';
import { heldNotices, mailDigests, mails, outbox } from '../schema';
import { type CaseNotice, caseNotice, type Receiver, readNotice } from './notice';
import { type PlainNotice, readPlainNotice } from './plain-notice';
import type { Preparing } from './prepare';

type HeldNotice = typeof outbox.$inferSelect;

/**
 * Makes the daily mails that are due, one for each person and day; none in quiet hours. Who makes one first writes the
 * row of that day, in the mail's own transaction: several processes may do it at once, and after a pause everything that
 * waited goes into one mail.
 * @returns how many mails were made
 */
export async function makeDigests(db: Database, preparing: Preparing): Promise<number> {
  const { now, onError } = preparing;
  if (isQuiet(now)) return 0;
  const waiting = await db
    .selectDistinct({ personId: heldNotices.personId })
    .from(heldNotices)
    .where(and(isNull(heldNotices.endedAt), lte(heldNotices.dueAt, now)))
    .orderBy(asc(heldNotices.personId));
  let made = 0;
  for (const { personId } of waiting) {
    try {
      if (await db.transaction((tx) => makeDigest(tx, personId, preparing))) made += 1;
    } catch (error) {
      onError(error, personId);
    }
  }
  return made;
}

async function makeDigest(tx: Transaction, personId: string, preparing: Preparing): Promise<boolean> {
  const { now, delivery, composeDigest } = preparing;
  const [mine] = await tx
    .insert(mailDigests)
    .values({ personId, day: copenhagenDay(now), madeAt: now })
    .onConflictDoNothing()
    .returning({ day: mailDigests.day });
  const due = and(eq(heldNotices.personId, personId), isNull(heldNotices.endedAt), lte(heldNotices.dueAt, now));
  if (!mine) {
    // Today's mail has been made: what came too late for it is for the next.
    await tx
      .update(heldNotices)
      .set({ dueAt: nextOpening(now) })
      .where(due);
    return false;
  }
  const held = await tx
    .select({ row: outbox })
    .from(heldNotices)
    .innerJoin(outbox, eq(outbox.id, heldNotices.outboxId))
    .where(due)
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .for('update', { of: heldNotices });
  const { receiver, notices, first } = await readHeld(
    tx,
    personId,
    held.map(({ row }) => row),
  );
  const mailId = receiver && first ? randomUUID() : null;
  if (receiver && first && mailId) {
    await tx.insert(mails).values({
      id: mailId,
      outboxId: first,
      personId,
      address: receiver.address,
      language: receiver.language,
      ...composeDigest(notices, receiver.language),
      delivery,
      leaves: 'office-hours',
      createdAt: now,
      nextAttemptAt: delivery === 'smtp' ? now : null,
    });
  }
  const ids = held.map(({ row }) => row.id);
  if (ids.length > 0) {
    await tx
      .update(heldNotices)
      .set({ endedAt: now, mailId })
      .where(and(eq(heldNotices.personId, personId), inArray(heldNotices.outboxId, ids)));
  }
  return mailId !== null;
}

/** What is still theirs to know when the mail is made: who has left or declared a conflict meanwhile is not told. */
async function readHeld(tx: Transaction, personId: string, rows: readonly HeldNotice[]) {
  const notices: (CaseNotice | PlainNotice)[] = [];
  let receiver: Receiver | undefined;
  let first: string | undefined;
  for (const row of rows) {
    const { notice, receivers } =
      row.kind === caseNotice ? await readNotice(tx, row.payload) : await readPlainNotice(tx, row.payload);
    const found = receivers.find((each) => each.personId === personId);
    if (!found) continue;
    receiver = { ...found, personId };
    first ??= row.id;
    notices.push(notice);
  }
  return { receiver, notices, first };
}

/** How many notices wait for a daily mail. */
export function countHeldNotices(db: Db): Promise<number> {
  return db.$count(heldNotices, isNull(heldNotices.endedAt));
}
