import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '~/workflows/words';
import { moment } from './columns';
import { people } from './people';

/**
 * Texts of mails and letters in the coordinator's own words: every version there was, never changed. The highest one
 * holds for what is written from then on; without a row the built-in text holds.
 */
export const portalTexts = pgTable(
  'portal_texts',
  {
    /** Group and name, e.g. `mail-body.confirm` (app/portal-texts/editable.ts). */
    key: text().notNull(),
    language: text().$type<Language>().notNull(),
    /** 1 is the first. */
    version: integer().notNull(),
    /** Null: back to the built-in text. */
    text: text(),
    changedAt: moment().notNull(),
    /** Null: an operator, by the command line. */
    changedBy: uuid().references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.key, table.language, table.version] })],
);
