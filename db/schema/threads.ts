import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { createdAt, id, moment } from './columns';
import { people } from './people';

/** What is said about one question of a case: one thread among the reviewers, one with the supplier. */
export const threads = pgTable(
  'threads',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    questionKey: text().notNull(),
    /** `shared` is read by the supplier too. Never changes. */
    audience: text().$type<'shared' | 'internal'>().notNull(),
    createdAt: createdAt(),
    /** Nothing is left to be answered; a new message opens it again. */
    resolvedAt: moment(),
    resolvedBy: uuid().references(() => people.id),
  },
  (table) => [unique('threads_one').on(table.caseId, table.questionKey, table.audience)],
);

/** A message in a thread. Immutable (a trigger refuses any change). */
export const threadMessages = pgTable(
  'thread_messages',
  {
    id: id(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id),
    text: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Whom they wrote for: the supplier's id, a municipality's code, or `portal`. */
    organisation: text().notNull(),
    /** People who are told of it. */
    mentions: jsonb().$type<string[]>().notNull(),
    writtenAt: createdAt(),
  },
  (table) => [index('thread_messages_thread').on(table.threadId, table.writtenAt)],
);
