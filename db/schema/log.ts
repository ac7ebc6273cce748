import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';

/**
 * Every change, one row, append-only (a trigger refuses the rest) and hash-chained: `hash` is SHA-256 over the
 * canonical JSON of the row and the hash of the row before.
 */
export const log = pgTable(
  'log',
  {
    /** Without gaps; 1 is the first. */
    number: bigint({ mode: 'number' }).primaryKey(),
    at: moment().notNull(),
    personId: uuid(),
    /** The organisation they acted for: a supplier's id, a municipality's code, or `portal`. */
    organisation: text().notNull(),
    /** Noun and verb, e.g. `case.confirm`, `answer.save`. */
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
  },
  (table) => [
    index('log_subject').on(table.subjectType, table.subjectId),
    index('log_action').on(table.action, table.number),
  ],
);

/** The end of the chain, one row; locked last in each command, so rows are written one after the other. */
export const logHead = pgTable('log_head', {
  id: integer().primaryKey(),
  number: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});

/** Effects that leave the house (mail, webhooks), written with the change that causes them and sent after commit. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
  },
  (table) => [index('outbox_unsent').on(table.createdAt)],
);
