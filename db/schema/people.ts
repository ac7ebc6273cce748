import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Language, Role } from '~/workflows/words';
import { municipalities } from './catalogue';
import { createdAt, id, moment } from './columns';
import { suppliers } from './suppliers';

/** Somebody who signs in. Never deleted: `endedAt` closes the door. Names are never public. */
export const people = pgTable(
  'people',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    language: text().$type<Language>().notNull().default('da'),
    /** Whether single keys do something on the pages that know some (WCAG 2.1.4). */
    usesShortcuts: boolean().notNull().default(true),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [uniqueIndex('people_email').on(sql`lower(${table.email})`)],
);

/** A role in one organisation: a supplier, a municipality, or (neither) the portal itself. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text().$type<Role>().notNull(),
    supplierId: uuid().references(() => suppliers.id),
    municipalityCode: text().references(() => municipalities.code),
    /** True: the role holds for the products in `membership_products` and for no other. */
    onlyChosenProducts: boolean().notNull().default(false),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    index('memberships_person').on(table.personId),
    check('memberships_one_organisation', sql`num_nonnulls(${table.supplierId}, ${table.municipalityCode}) <= 1`),
    uniqueIndex('memberships_once')
      .on(table.personId, table.role, sql`coalesce(${table.supplierId}::text, ${table.municipalityCode}, '')`)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** How a person is known to a way of signing in (demo, OIDC, SAML, e-mail link). */
export const identities = pgTable(
  'identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.subject] })],
);

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token. */
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    /** Which organisation they chose to act for: a supplier's id, a municipality's code or `portal`. Null: no choice. */
    actingFor: text(),
  },
  (table) => [index('sessions_person').on(table.personId)],
);

/** A reviewer's own statement that they must not take part in a supplier's cases. */
export const conflictsOfInterest = pgTable(
  'conflicts_of_interest',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    reason: text().notNull(),
    declaredAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('conflicts_of_interest_once').on(table.personId, table.supplierId).where(sql`${table.endedAt} is null`),
  ],
);
