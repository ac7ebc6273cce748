import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { mails, outbox, people } from '../schema';
import { mailedKinds, prepareAttempts } from './prepare';

export const mailStates = ['failed', 'waiting', 'sent', 'shown'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail as the coordinator and the operator see it. */
export interface ListedMail {
  id: string;
  /** Null: nobody here, e.g. somebody invited. */
  receiver: string | null;
  address: string;
  subject: string;
  text: string;
  /** What the token of its link is made of; in the text stands a mark for it. */
  secretOf: string | null;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
  state: MailState;
}

/** How many are listed at most. */
export const mailLimit = 100;

/** The newest mails, those that failed before all others. @param only one state */
export function listMails(db: Db, only?: MailState): Promise<ListedMail[]> {
  return listWhere(db, only && isInState[only]);
}

/** The newest mails to one person, for themselves. */
export function listMailsOf(db: Db, personId: string): Promise<ListedMail[]> {
  return listWhere(db, eq(mails.personId, personId));
}

async function listWhere(db: Db, condition: SQL | undefined): Promise<ListedMail[]> {
  const rows = await db
    .select({ mail: mails, receiver: people.name })
    .from(mails)
    .leftJoin(people, eq(people.id, mails.personId))
    .where(condition)
    .orderBy(sql`${mails.failedAt} is null`, desc(mails.createdAt), desc(mails.id))
    .limit(mailLimit);
  return rows.map(({ mail, receiver }) => {
    const { id, address, subject, text, secretOf, createdAt, sentAt, attempts, lastError } = mail;
    return {
      id,
      receiver,
      address,
      subject,
      text,
      secretOf,
      createdAt,
      sentAt,
      attempts,
      lastError,
      state: stateOf(mail),
    };
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
    and(inArray(outbox.kind, mailedKinds), isNull(outbox.sentAt), sql`${outbox.attempts} >= ${prepareAttempts}`),
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
    .where(and(inArray(outbox.kind, mailedKinds), isNull(outbox.sentAt), sql`${outbox.attempts} >= ${prepareAttempts}`))
    .returning({ id: outbox.id });
  return again.length + notices.length;
}
