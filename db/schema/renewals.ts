import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { AnswerNeeded, EarlierAnswer } from '~/workflows/questionnaire/related-answers';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import { id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';
import { questionnaires } from './questionnaires';

/** A loaded version of a questionnaire that nobody has published yet: it follows its files. */
export const questionnaireDrafts = pgTable(
  'questionnaire_drafts',
  {
    slug: text().notNull(),
    version: text().notNull(),
    definition: jsonb().$type<QuestionnaireDefinition>().notNull(),
    mapping: jsonb().$type<VersionMapping>(),
    /** SHA-256 of definition and mapping: whoever publishes has seen exactly this. */
    hash: text().notNull(),
    loadedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.slug, table.version] })],
);

/** How a published version stands to the one before. Immutable, like the version. */
export const questionnaireMappings = pgTable('questionnaire_mappings', {
  questionnaireId: uuid()
    .primaryKey()
    .references(() => questionnaires.id),
  fromQuestionnaireId: uuid()
    .notNull()
    .references(() => questionnaires.id),
  mapping: jsonb().$type<VersionMapping>().notNull(),
});

/** A declaration was moved to a newer version, and what it had answered before where that has to be looked at. Immutable. */
export const renewals = pgTable(
  'renewals',
  {
    id: id(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    fromQuestionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    toQuestionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    /** Answers that a click confirms. */
    toConfirm: jsonb().$type<EarlierAnswer[]>().notNull(),
    /** Questions to answer, with the answers to start from. */
    toAnswer: jsonb().$type<AnswerNeeded[]>().notNull(),
    movedBy: uuid()
      .notNull()
      .references(() => people.id),
    movedAt: moment().notNull(),
  },
  (table) => [
    unique('renewals_once').on(table.declarationId, table.toQuestionnaireId),
    index('renewals_declaration').on(table.declarationId, table.movedAt),
  ],
);
