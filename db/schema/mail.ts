import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '~/workflows/words';
import { createdAt, id, moment } from './columns';
import { outbox } from './log';
import { people } from './people';

/** A mail to one person, as it is sent: made once of a row of the outbox, and kept. */
export const mails = pgTable(
  'mails',
  {
    /** Also the Message-ID: a mail that has to be sent twice is the same mail to its receiver. */
    id: id(),
    outboxId: uuid()
      .notNull()
      .references(() => outbox.id),
    /** Null: the receiver is nobody here, e.g. somebody invited. */
    personId: uuid().references(() => people.id),
    address: text().notNull(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** What the token of its link is made of, when it leaves; the token itself is kept nowhere. */
    secretOf: text(),
    /** `inbox`: made while no mail server was set, and only shown; it is not sent later either. */
    delivery: text().$type<'smtp' | 'inbox'>().notNull(),
    /** `office-hours`: it waits for them, also when it is tried again. */
    leaves: text().$type<'at-once' | 'office-hours'>().notNull().default('at-once'),
    createdAt: createdAt(),
    attempts: integer().notNull().default(0),
    /** Null: nothing is left to do. */
    nextAttemptAt: moment(),
    sentAt: moment(),
    /** It will not be tried again unless somebody asks for it. */
    failedAt: moment(),
    lastError: text(),
  },
  (table) => [
    unique('mails_once').on(table.outboxId, table.personId).nullsNotDistinct(),
    index('mails_next').on(table.nextAttemptAt),
    index('mails_created').on(table.createdAt),
  ],
);
