import { sql } from 'drizzle-orm';
import { customType, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LetterDocument, LetterFacts, LetterSubjectKind } from '~/workflows/letter';
import { cases, decisions } from './cases';
import { createdAt, id, moment } from './columns';
import { people } from './people';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * A confirmation of the second pair of eyes that waits: until it leaves, whoever gave it can take it back. The worker
 * sends it; the decision is made, and published, at that moment and not before.
 */
export const confirmations = pgTable(
  'confirmations',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The version of the case that was confirmed; a case that moved meanwhile is not decided. */
    caseVersion: integer().notNull(),
    note: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** When it leaves. */
    leavesAt: moment().notNull(),
    endedAt: moment(),
    endedBecause: text().$type<'sent' | 'undone' | 'refused'>(),
    /** Why it could not be sent: a refusal's code. */
    refusal: text(),
  },
  (table) => [
    uniqueIndex('confirmations_one').on(table.caseId).where(sql`${table.endedAt} is null`),
    index('confirmations_due').on(table.leavesAt).where(sql`${table.endedAt} is null`),
  ],
);

/** The letter of a decision. What it says is written with the decision; once it is sent nothing of it changes (a trigger). */
export const letters = pgTable(
  'letters',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    decisionId: uuid()
      .notNull()
      .references(() => decisions.id),
    /** What it tells of: the decision itself, or how the appeal against it was ruled on. */
    about: text().$type<LetterSubjectKind>().notNull().default('decision'),
    /** By which anybody can check that a letter is genuine. */
    code: text().notNull().unique(),
    facts: jsonb().$type<LetterFacts>().notNull(),
    createdAt: createdAt(),
    /** The words and the file as they left, and when: all or none. */
    sentAt: moment(),
    document: jsonb().$type<LetterDocument>(),
    /** The same in English, for reading alone; fixed with the letter. Null: not sent, or sent before there were translations. */
    translation: jsonb().$type<LetterDocument>(),
    pdf: bytes(),
    /** SHA-256 of the file. */
    pdfHash: text(),
  },
  (table) => [
    index('letters_unsent').on(table.createdAt).where(sql`${table.sentAt} is null`),
    index('letters_case').on(table.caseId),
    uniqueIndex('letters_one').on(table.decisionId, table.about),
  ],
);
