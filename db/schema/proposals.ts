import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ProposalFate, ProposalOrigin, ProposalOriginDetails } from '~/workflows/proposal';
import { answerValue, createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';

/** Answers that something other than a person at the question came with: no answer until a person accepts one. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    questionKey: text().notNull(),
    value: answerValue(),
    justification: text(),
    origin: text().$type<ProposalOrigin>().notNull(),
    originDetails: jsonb().$type<ProposalOriginDetails>().notNull(),
    /** What came together: one file, one request, one copy. */
    batchId: uuid().notNull(),
    /** The version of the answer when it was proposed; 0: there was none. */
    baseVersion: integer().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** Null while it waits for a person. */
    decidedAs: text().$type<ProposalFate>(),
    decidedBy: uuid().references(() => people.id),
    decidedAt: moment(),
  },
  (table) => [
    uniqueIndex('proposals_one_open')
      .on(table.declarationId, table.questionKey, table.origin)
      .where(sql`${table.decidedAs} is null`),
    index('proposals_declaration').on(table.declarationId, table.createdAt),
    check('proposals_decided', sql`num_nonnulls(${table.decidedAs}, ${table.decidedBy}, ${table.decidedAt}) in (0, 3)`),
  ],
);
