import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { moment } from './columns';
import { outbox } from './log';
import { mails } from './mail';
import { people } from './people';

/** How somebody wants their mails. No row: reminders are gathered, and quiet hours are kept. */
export const mailWishes = pgTable('mail_wishes', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  /** What is gathered in one mail a day. */
  gathers: text().$type<'reminders' | 'everything' | 'nothing'>().notNull().default('reminders'),
  /** False: mails leave at any hour. */
  keepsQuiet: boolean().notNull().default(true),
});

/** A notice that waits for its receiver's next daily mail. */
export const heldNotices = pgTable(
  'held_notices',
  {
    outboxId: uuid()
      .notNull()
      .references(() => outbox.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    dueAt: moment().notNull(),
    endedAt: moment(),
    /** Null though ended: it was no longer theirs to know. */
    mailId: uuid().references(() => mails.id),
  },
  (table) => [
    primaryKey({ columns: [table.outboxId, table.personId] }),
    index('held_notices_due').on(table.dueAt).where(sql`${table.endedAt} is null`),
  ],
);

/** The promise that a person gets one daily mail a day, in Copenhagen's days: whoever writes the row makes the mail. */
export const mailDigests = pgTable(
  'mail_digests',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    day: date({ mode: 'string' }).notNull(),
    madeAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.day] })],
);

/** Reviews that took too long, as the coordinators were told: once for each time a case came into its state. */
export const caseEscalations = pgTable(
  'case_escalations',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    stateSince: moment().notNull(),
    escalatedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.stateSince] })],
);
