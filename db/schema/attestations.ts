import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { municipalities } from './catalogue';
import { createdAt, id, moment } from './columns';
import { people } from './people';
import { period, published } from './published';
import { products } from './suppliers';

/** A municipality's own statement that it runs a product with an interface in production. */
export const attestations = pgTable(
  'attestations',
  {
    id: id(),
    municipalityCode: text()
      .notNull()
      .references(() => municipalities.code),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    interfaceId: text().notNull(),
    /** In production since. */
    sinceOn: date({ mode: 'string' }).notNull(),
    /** Whether the public may read the municipality's name; else it is counted alone. */
    isNamed: boolean().notNull(),
    confirmedOn: date({ mode: 'string' }).notNull(),
    /** The last day on which it holds; a renewal moves it. */
    validTo: date({ mode: 'string' }).notNull(),
    confirmedBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** Counts up with each change. */
    version: integer().notNull().default(1),
    endedAt: moment(),
    /** `replaced`: it had run out, and was made anew. */
    endedBecause: text().$type<'withdrawn' | 'replaced'>(),
  },
  (table) => [
    uniqueIndex('attestations_one')
      .on(table.municipalityCode, table.productId, table.interfaceId)
      .where(sql`${table.endedAt} is null`),
    index('attestations_product').on(table.productId),
    check(
      'attestations_days',
      sql`${table.sinceOn} <= ${table.confirmedOn} and ${table.confirmedOn} <= ${table.validTo}`,
    ),
    check('attestations_ended', sql`(${table.endedAt} is null) = (${table.endedBecause} is null)`),
  ],
);

/** A reminder that an attestation ends; a renewal moves the end, so that its next reminders are others. */
export const attestationReminders = pgTable(
  'attestation_reminders',
  {
    attestationId: uuid()
      .notNull()
      .references(() => attestations.id),
    validTo: date({ mode: 'string' }).notNull(),
    daysBefore: integer().notNull(),
    remindedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.attestationId, table.validTo, table.daysBefore] })],
);

const publicColumns = () => ({
  productId: uuid().notNull(),
  productSlug: text().notNull(),
  interfaceId: text().notNull(),
  /** Null, as the day of `sinceOn`: the municipality is not named. */
  municipalityCode: text(),
  sinceOn: date({ mode: 'string' }),
  confirmedOn: date({ mode: 'string' }).notNull(),
  validTo: date({ mode: 'string' }).notNull(),
});

/** What everybody may know of attestations: the days, and the municipality where it agreed to be named. */
export const publicAttestations = published.table(
  'attestations',
  { attestationId: uuid().primaryKey(), ...publicColumns() },
  (table) => [index('public_attestations_support').on(table.productId, table.interfaceId)],
);

/** What everybody could know of them, and from when until when. See pastProducts. */
export const pastAttestations = published.table(
  'past_attestations',
  { ...period(), attestationId: uuid().notNull(), ...publicColumns() },
  (table) => [
    index('past_attestations_support').on(table.productId, table.interfaceId),
    uniqueIndex('past_attestations_open').on(table.attestationId).where(sql`${table.toAt} is null`),
  ],
);
