import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { StagedAnswer } from '~/workflows/interchange/staged-answer';
import { createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';

/** A file that was read and has changed nothing yet: it waits between its preview and a person's yes or no. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    fileName: text().notNull(),
    answers: jsonb().$type<StagedAnswer[]>().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** Null while it waits. What was decided on keeps no answers. */
    decidedAs: text().$type<'applied' | 'proposed' | 'discarded'>(),
    decidedAt: moment(),
  },
  (table) => [
    index('imports_declaration').on(table.declarationId, table.createdAt),
    check('imports_decided', sql`num_nonnulls(${table.decidedAs}, ${table.decidedAt}) in (0, 2)`),
  ],
);
