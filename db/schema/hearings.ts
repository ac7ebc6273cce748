import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import type { Language } from '~/workflows/words';
import { createdAt, id, moment } from './columns';
import { people } from './people';
import { published } from './published';

/**
 * A version of a questionnaire that everybody may comment on before it is published: exactly what is heard, whatever
 * becomes of the draft meanwhile. All of it is public.
 */
export const questionnaireHearings = published.table(
  'questionnaire_hearings',
  {
    id: id(),
    slug: text().notNull(),
    version: text().notNull(),
    definition: jsonb().$type<QuestionnaireDefinition>().notNull(),
    mapping: jsonb().$type<VersionMapping>(),
    /** Of the draft that is heard. */
    hash: text().notNull(),
    /** What the coordinator asks of whoever reads it. */
    introduction: text().notNull(),
    openedAt: moment().notNull(),
    /** The last day for comments. */
    closesOn: date({ mode: 'string' }).notNull(),
    endedAt: moment(),
    endedBecause: text().$type<'published' | 'ended'>(),
  },
  (table) => [
    uniqueIndex('questionnaire_hearings_one').on(table.slug).where(sql`${table.endedAt} is null`),
    check('questionnaire_hearings_ended', sql`(${table.endedAt} is null) = (${table.endedBecause} is null)`),
  ],
);

/** What somebody wrote in a hearing. For the coordinator alone, who answers by mail. */
export const hearingComments = pgTable(
  'hearing_comments',
  {
    id: id(),
    hearingId: uuid()
      .notNull()
      .references(() => questionnaireHearings.id),
    /** Null: about the version as a whole. */
    questionId: text(),
    /** Whoever has signed in confirms nothing; else the mail has to be confirmed. */
    personId: uuid().references(() => people.id),
    name: text().notNull(),
    email: text().notNull(),
    organisation: text().notNull(),
    body: text().notNull(),
    language: text().$type<Language>().notNull(),
    tokenHash: text().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    confirmedAt: moment(),
    state: text().$type<'unconfirmed' | 'received' | 'answered' | 'closed'>().notNull(),
    /** Counts up with each step. */
    version: integer().notNull().default(1),
    answer: text(),
    answeredBy: uuid().references(() => people.id),
    answeredAt: moment(),
  },
  (table) => [
    unique('hearing_comments_token').on(table.tokenHash),
    index('hearing_comments_hearing').on(table.hearingId, table.state),
    check('hearing_comments_confirmed', sql`(${table.state} = 'unconfirmed') = (${table.confirmedAt} is null)`),
    check('hearing_comments_answered', sql`${table.state} <> 'answered' or ${table.answer} is not null`),
  ],
);
