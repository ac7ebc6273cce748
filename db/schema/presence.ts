import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';

/** Who has a section open right now, one row per open page. Rows of pages that went without a word run out. */
export const sectionPresence = pgTable(
  'section_presence',
  {
    id: id(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    sectionId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** The session's, to limit how many pages one may hold open. */
    tokenHash: text().notNull(),
    createdAt: createdAt(),
    /** The lease: after this moment the page is gone. */
    presentUntil: moment().notNull(),
  },
  (table) => [
    index('section_presence_declaration').on(table.declarationId),
    index('section_presence_session').on(table.tokenHash),
  ],
);
