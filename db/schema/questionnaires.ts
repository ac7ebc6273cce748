import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { id, moment } from './columns';

/** A published questionnaire version. Immutable: a change is a new version. */
export const questionnaires = pgTable(
  'questionnaires',
  {
    id: id(),
    slug: text().notNull(),
    version: text().notNull(),
    definition: jsonb().$type<QuestionnaireDefinition>().notNull(),
    /** SHA-256 of the definition's canonical JSON. */
    hash: text().notNull(),
    publishedAt: moment().notNull(),
  },
  (table) => [unique('questionnaires_version').on(table.slug, table.version)],
);
