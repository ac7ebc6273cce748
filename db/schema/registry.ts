import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { RegistryKind, RegistryMove, RegistryStep } from '~/workflows/registry';
import { id, moment } from './columns';
import { people } from './people';
import { published } from './published';

/**
 * Suppliers and products that were merged or split, with every row that it moved: undoing goes the same way back.
 * Never deleted; an undone one stays with its two reasons.
 */
export const registryChanges = pgTable(
  'registry_changes',
  {
    id: id(),
    kind: text().$type<RegistryKind>().notNull(),
    /** Merge: what ends. Split: what it is split from. */
    fromId: uuid().notNull(),
    /** Merge: what survives. Split: what it is split to. */
    toId: uuid().notNull(),
    reason: text().notNull(),
    /** What was shown before it was confirmed. */
    moves: jsonb().$type<RegistryMove[]>().notNull(),
    steps: jsonb().$type<RegistryStep[]>().notNull(),
    doneBy: uuid()
      .notNull()
      .references(() => people.id),
    doneAt: moment().notNull(),
    undoneBy: uuid().references(() => people.id),
    undoneAt: moment(),
    undoReason: text(),
  },
  (table) => [
    index('registry_changes_done').on(table.doneAt),
    uniqueIndex('registry_changes_one_merge')
      .on(table.fromId)
      .where(sql`${table.undoneAt} is null and ${table.kind} in ('product-merge', 'supplier-merge')`),
    check('registry_changes_other', sql`${table.fromId} <> ${table.toId}`),
    check(
      'registry_changes_undone',
      sql`num_nulls(${table.undoneAt}, ${table.undoneBy}, ${table.undoReason}) in (0, 3)`,
    ),
  ],
);

/** Where a public address leads since what it named was merged. Only what was public once is in here. */
export const publicRedirects = published.table(
  'redirects',
  {
    kind: text().$type<'product' | 'supplier'>().notNull(),
    fromSlug: text().notNull(),
    fromName: text().notNull(),
    toSlug: text().notNull(),
    mergedAt: moment().notNull(),
    /** By which the old one was also found. */
    kitosUuid: uuid(),
    cvr: text(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.fromSlug] }),
    index('redirects_to').on(table.kind, table.toSlug),
  ],
);

/**
 * Products that came out of another. Only pairs of which both were public once are in here: the page of the one never tells
 * of another that nobody has been shown yet.
 */
export const publicSplits = published.table(
  'splits',
  {
    toSlug: text().primaryKey(),
    toName: text().notNull(),
    fromSlug: text().notNull(),
    fromName: text().notNull(),
    splitAt: moment().notNull(),
    /** When the new one was first public: since then everybody is told. */
    toldFrom: moment().notNull(),
  },
  (table) => [index('splits_from').on(table.fromSlug)],
);
