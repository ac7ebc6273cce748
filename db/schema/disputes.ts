import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { DisputeState } from '~/workflows/dispute';
import type { Language } from '~/workflows/words';
import { municipalities } from './catalogue';
import { createdAt, id, moment } from './columns';
import { people } from './people';
import { period, published } from './published';
import { products } from './suppliers';

/** Somebody disagrees with a published answer. What they wrote is for the coordinator alone. */
export const disputes = pgTable(
  'disputes',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    questionKey: text().notNull(),
    /** The publication that the reader had before them. */
    publicationNumber: integer().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    organisation: text().notNull(),
    reason: text().notNull(),
    /** Where it can be checked: an address or a description. For the coordinator, as the reason is. */
    evidence: text().notNull().default(''),
    /** A municipality that states by one of its reviewers that it does not run what the answer says is in production. */
    municipalityCode: text().references(() => municipalities.code),
    language: text().$type<Language>().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    /** The mail must be confirmed until then. */
    expiresAt: moment().notNull(),
    confirmedAt: moment(),
    state: text().$type<DisputeState>().notNull(),
    /** Counts up with each step. */
    version: integer().notNull().default(1),
    /** As the coordinator approved it for everybody to read. */
    statement: text(),
    statedBy: text(),
    /** The supplier's reply as it was written, and as it was approved. */
    reply: text(),
    repliedBy: uuid().references(() => people.id),
    repliedAt: moment(),
    approvedReply: text(),
    /** When the supplier's reply is due. */
    replyDueAt: moment(),
    outcome: text(),
    acceptedAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    index('disputes_product').on(table.productId),
    uniqueIndex('disputes_contradiction')
      .on(table.municipalityCode, table.productId, table.questionKey)
      .where(sql`${table.municipalityCode} is not null and ${table.endedAt} is null`),
    index('disputes_state').on(table.state),
    check('disputes_confirmed', sql`(${table.state} = 'unconfirmed') = (${table.confirmedAt} is null)`),
    check(
      'disputes_stated',
      sql`${table.state} not in ('open', 'replied', 'answered', 'resolved') or ${table.statement} is not null`,
    ),
  ],
);

const publicColumns = () => ({
  productId: uuid().notNull(),
  questionKey: text().notNull(),
  publicationNumber: integer().notNull(),
  statement: text().notNull(),
  /** What kind of organisation, or its name: never a person. */
  statedBy: text().notNull(),
  openedAt: moment().notNull(),
  reply: text(),
  repliedAt: moment(),
  outcome: text(),
  resolvedAt: moment(),
});

/** The disputes that everybody sees: texts that the coordinator approved, and no person's name. */
export const publicDisputes = published.table(
  'disputes',
  { disputeId: uuid().primaryKey(), ...publicColumns() },
  (table) => [index('public_disputes_product').on(table.productId)],
);

/** What everybody saw of them, and from when until when. See pastProducts. */
export const pastDisputes = published.table(
  'past_disputes',
  { ...period(), disputeId: uuid().notNull(), ...publicColumns() },
  (table) => [
    index('past_disputes_product').on(table.productId),
    uniqueIndex('past_disputes_open').on(table.disputeId).where(sql`${table.toAt} is null`),
  ],
);

/** Earlier suppliers of products that were public when they moved. */
export const publicSupplierChanges = published.table(
  'supplier_changes',
  {
    transferId: uuid().primaryKey(),
    productSlug: text().notNull(),
    fromName: text().notNull(),
    fromCvr: text().notNull(),
    toSlug: text().notNull(),
    toName: text().notNull(),
    toCvr: text().notNull(),
    changedAt: moment().notNull(),
  },
  (table) => [index('supplier_changes_product').on(table.productSlug)],
);
