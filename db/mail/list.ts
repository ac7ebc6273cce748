import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { mails, outbox, people } from '../schema';
import { caseNotice } from './notice';
import { prepareAttempts } from './prepare';

export const mailStates = ['failed', 'waiting', 'sent', 'shown'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail as the coordinator and the operator see it. */
export interface ListedMail {
  id: string;
  receiver: string;
  address: string;
  subject: string;
  text: string;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
  state: MailState;
}

/** How many are listed at most. */
export const mailLimit = 100;

/** The newest mails, those that failed before all others. @param only one state */
export async function listMails(db: Db, only?: MailState): Promise<ListedMail[]> {
  const rows = await db
    .select({ mail: mails, receiver: people.name })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(only && isInState[only])
    .orderBy(sql`${mails.failedAt} is null`, desc(mails.createdAt), desc(mails.id))
    .limit(mailLimit);
  return rows.map(({ mail, receiver }) => {
    const { id, address, subject, text, createdAt, sentAt, attempts, lastError } = mail;
    return { id, receiver, address, subject, text, createdAt, sentAt, attempts, lastError, state: stateOf(mail) };
  });
}

const isInState = {
  failed: isNotNull(mails.failedAt),
  waiting: isNotNull(mails.nextAttemptAt),
  sent: isNotNull(mails.sentAt),
  shown: eq(mails.delivery, 'inbox'),
} as const;

function stateOf(mail: typeof mails.$inferSelect): MailState {
  if (mail.failedAt) return 'failed';
  if (mail.sentAt) return 'sent';
  return mail.delivery === 'inbox' ? 'shown' : 'waiting';
}

/** How many notices no mail could be made of. */
export function countStuckNotices(db: Db): Promise<number> {
  return db.$count(
    outbox,
    and(eq(outbox.kind, caseNotice), isNull(outbox.sentAt), sql`${outbox.attempts} >= ${prepareAttempts}`),
  );
}

/**
 * Tries again what had been given up: mails that failed, and notices that no mail could be made of.
 * @param id one mail; else all
 * @returns how many
 */
export async function retryMails(db: Db, now: Date, id?: string): Promise<number> {
  const again = await db
    .update(mails)
    .set({ failedAt: null, attempts: 0, nextAttemptAt: now })
    .where(and(isNotNull(mails.failedAt), id === undefined ? undefined : eq(mails.id, id)))
    .returning({ id: mails.id });
  if (id !== undefined) return again.length;
  const notices = await db
    .update(outbox)
    .set({ attempts: 0 })
    .where(and(eq(outbox.kind, caseNotice), isNull(outbox.sentAt), sql`${outbox.attempts} >= ${prepareAttempts}`))
    .returning({ id: outbox.id });
  return again.length + notices.length;
}
