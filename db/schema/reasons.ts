import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { VerdictKind } from '~/workflows/words';
import { id, moment } from './columns';
import { people } from './people';

/** A reason that reviewers can pick for a verdict instead of writing it anew. Kept by the coordinator; never deleted. */
export const cannedReasons = pgTable(
  'canned_reasons',
  {
    id: id(),
    /** The verdict that it gives reasons for. */
    kind: text().$type<Exclude<VerdictKind, 'accepted'>>().notNull(),
    /** What reviewers choose by. */
    title: text().notNull(),
    /** What the supplier reads. */
    text: text().notNull(),
    /** Counts up with each change; a form that shows an older one gets a conflict. */
    version: integer().notNull(),
    changedAt: moment().notNull(),
    /** Null: it came with the portal. */
    changedBy: uuid().references(() => people.id),
    /** It can no longer be picked. */
    endedAt: moment(),
  },
  (table) => [
    index('canned_reasons_kind').on(table.kind),
    check('canned_reasons_text', sql`length(trim(${table.title})) > 0 and length(trim(${table.text})) > 0`),
  ],
);
