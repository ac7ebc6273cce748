import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';
import { suppliers } from './suppliers';

/** Texts that a supplier answers with again and again. A retired one stays, and is offered no more. */
export const libraryTexts = pgTable(
  'library_texts',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    title: text().notNull(),
    body: text().notNull(),
    /** The question or the section that it is written for; null: it is offered everywhere. */
    about: text(),
    /** Counts up from 1 with each change. */
    version: integer().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    updatedAt: moment().notNull(),
    retiredAt: moment(),
  },
  (table) => [index('library_texts_supplier').on(table.supplierId)],
);

/** Which answers a text was put into: a change of the text is proposed there. */
export const libraryUses = pgTable(
  'library_uses',
  {
    libraryTextId: uuid()
      .notNull()
      .references(() => libraryTexts.id),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    questionKey: text().notNull(),
    usedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.libraryTextId, table.declarationId, table.questionKey] }),
    index('library_uses_declaration').on(table.declarationId, table.questionKey),
  ],
);
