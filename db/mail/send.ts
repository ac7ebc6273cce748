import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { leaseMilliseconds, nextAttemptAt } from '~/workflows/mail-attempts';
import { afterQuiet } from '~/workflows/mail-plan';
import type { Database } from '../client';
import { mails } from '../schema';

export type Mail = typeof mails.$inferSelect;

/** What came of an attempt. */
export type Delivered =
  | { kind: 'sent' }
  /** `isFinal`: the receiver's server said that it never will take it. */
  | { kind: 'refused'; isFinal: boolean; error: string };

export type Deliver = (mail: Mail) => Promise<Delivered>;

/** The longest that is kept of what a mail server said, in characters. */
const errorLimit = 500;

/**
 * Sends what is due, one mail after the other. A mail is taken on a lease, in a transaction of its own, before any
 * network: of several processes one has it. A process that is killed between the server's yes and the mark leaves a mail
 * that goes out again when the lease ends, under the same Message-ID (docs/decisions/0017-mail.md).
 * @param now asked anew for each mail
 * @param isStopping true: no further mail is begun
 * @returns how many were sent
 */
export async function sendDueMails(
  db: Database,
  { now, deliver, isStopping = () => false }: { now: () => Date; deliver: Deliver; isStopping?: () => boolean },
): Promise<number> {
  let sent = 0;
  while (!isStopping()) {
    const mail = await takeNext(db, now());
    if (!mail) break;
    const delivered = await deliver(mail);
    await markAttempt(db, mail, delivered, now());
    if (delivered.kind === 'sent') sent += 1;
  }
  return sent;
}

async function takeNext(db: Database, now: Date): Promise<Mail | undefined> {
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(lte(mails.nextAttemptAt, now), isNull(mails.sentAt)))
      .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!next) return undefined;
    const [taken] = await tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: new Date(now.getTime() + leaseMilliseconds) })
      .where(eq(mails.id, next.id))
      .returning();
    return taken;
  });
}

async function markAttempt(db: Database, mail: Mail, delivered: Delivered, now: Date): Promise<void> {
  // Whoever took the mail after our lease had ended counts for itself.
  const ours = and(eq(mails.id, mail.id), isNull(mails.sentAt));
  if (delivered.kind === 'sent') {
    await db.update(mails).set({ sentAt: now, nextAttemptAt: null, failedAt: null, lastError: null }).where(ours);
    return;
  }
  const again = delivered.isFinal ? null : nextAttemptAt(mail.attempts, now);
  const next = again && mail.leaves === 'office-hours' ? afterQuiet(again) : again;
  await db
    .update(mails)
    .set({ nextAttemptAt: next, failedAt: next === null ? now : null, lastError: delivered.error.slice(0, errorLimit) })
    .where(and(ours, eq(mails.attempts, mail.attempts)));
}
