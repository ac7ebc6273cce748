import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Language, Role } from '~/workflows/words';
import { createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { memberships, people } from './people';
import { products, suppliers } from './suppliers';

/** The products that a role is restricted to, where `memberships.onlyChosenProducts` is set. */
export const membershipProducts = pgTable(
  'membership_products',
  {
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id),
    productId: uuid()
      .notNull()
      .references(() => products.id),
  },
  (table) => [primaryKey({ columns: [table.membershipId, table.productId] })],
);

/** A colleague asked to join a supplier. The link is in the mail only: of its token the hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    email: text().notNull(),
    language: text().$type<Language>().notNull(),
    role: text().$type<Role>().notNull(),
    /** Null: the role holds for every product of the supplier. */
    productIds: uuid().array(),
    tokenHash: text().notNull().unique(),
    /** Counts the mails; each has a token of its own, and only the last one opens. */
    mailing: integer().notNull(),
    /** Null: the coordinator, where the supplier had nobody left who could. */
    invitedBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => people.id),
    withdrawnAt: moment(),
  },
  (table) => [
    index('invitations_supplier').on(table.supplierId, table.createdAt),
    uniqueIndex('invitations_once')
      .on(table.supplierId, sql`lower(${table.email})`)
      .where(sql`${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    check('invitations_one_end', sql`num_nonnulls(${table.acceptedAt}, ${table.withdrawnAt}) <= 1`),
  ],
);

/** Who looks after a product and gets its mails: two at most at a time. */
export const stewards = pgTable(
  'stewards',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** 1 or 2. */
    place: integer().notNull(),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    check('stewards_two', sql`${table.place} in (1, 2)`),
    uniqueIndex('stewards_place').on(table.productId, table.place).where(sql`${table.endedAt} is null`),
    uniqueIndex('stewards_once').on(table.productId, table.personId).where(sql`${table.endedAt} is null`),
    index('stewards_person').on(table.personId),
  ],
);

/** A section of a declaration that somebody was asked to answer. */
export const sectionAssignments = pgTable(
  'section_assignments',
  {
    id: id(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    sectionId: text().notNull(),
    assigneeId: uuid()
      .notNull()
      .references(() => people.id),
    assignedBy: uuid()
      .notNull()
      .references(() => people.id),
    message: text(),
    createdAt: createdAt(),
    endedAt: moment(),
    endedAs: text().$type<'done' | 'taken-back' | 'handed-on' | 'left'>(),
  },
  (table) => [
    uniqueIndex('section_assignments_once')
      .on(table.declarationId, table.sectionId)
      .where(sql`${table.endedAt} is null`),
    index('section_assignments_assignee').on(table.assigneeId),
    check('section_assignments_end', sql`(${table.endedAt} is null) = (${table.endedAs} is null)`),
  ],
);

/** A product on its way from one supplier to another, and the history of those that arrived. */
export const productTransfers = pgTable(
  'product_transfers',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    fromSupplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    toSupplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    message: text(),
    offeredBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    decidedAs: text().$type<'accepted' | 'declined' | 'taken-back'>(),
    decidedBy: uuid().references(() => people.id),
    decidedAt: moment(),
  },
  (table) => [
    uniqueIndex('product_transfers_one_open').on(table.productId).where(sql`${table.decidedAt} is null`),
    index('product_transfers_to').on(table.toSupplierId),
    check('product_transfers_other', sql`${table.fromSupplierId} <> ${table.toSupplierId}`),
    check('product_transfers_decided', sql`(${table.decidedAt} is null) = (${table.decidedAs} is null)`),
  ],
);

/** A supplier's people who cannot get in any more ask the coordinator. Seen there once the mail is confirmed. */
export const accessRequests = pgTable(
  'access_requests',
  {
    id: id(),
    cvr: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    language: text().$type<Language>().notNull(),
    reason: text().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    confirmedAt: moment(),
    decidedAs: text().$type<'appointed' | 'declined'>(),
    decidedBy: uuid().references(() => people.id),
    decidedAt: moment(),
  },
  (table) => [
    index('access_requests_open').on(table.confirmedAt).where(sql`${table.decidedAt} is null`),
    check('access_requests_decided', sql`(${table.decidedAt} is null) = (${table.decidedAs} is null)`),
  ],
);

/** Mails that somebody does not want. No row: they get them. */
export const mailOptOuts = pgTable(
  'mail_opt_outs',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    topic: text().$type<'case-news' | 'reminders' | 'handovers'>().notNull(),
    isOff: boolean().notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
);

/** Tries of forms that anybody can send, to hold back who sends too many. Holds no address, only a keyed hash of it. */
export const attempts = pgTable(
  'attempts',
  {
    id: id(),
    kind: text().notNull(),
    /** HMAC of the e-mail address under the session secret; `all` counts everybody's. */
    subject: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [index('attempts_recent').on(table.kind, table.subject, table.at)],
);
