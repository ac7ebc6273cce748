import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ApiScope } from '~/workflows/api-token';
import type { PullOutcome } from '~/workflows/well-known';
import { createdAt, id, moment } from './columns';
import { people } from './people';
import { products, suppliers } from './suppliers';

/** What a supplier's own systems sign their requests with. The token is shown once; here is its SHA-256. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    /** The one product that it is good for; null: all of the supplier's. */
    productId: uuid().references(() => products.id),
    name: text().notNull(),
    /** The beginning of the token, by which people tell one from another. */
    prefix: text().notNull(),
    tokenHash: text().notNull().unique(),
    scopes: text().array().$type<ApiScope[]>().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    /** Written at most once a minute. */
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [
    index('api_tokens_supplier').on(table.supplierId),
    check('api_tokens_scopes', sql`cardinality(${table.scopes}) > 0`),
    check('api_tokens_hash', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** Answers to requests with an Idempotency-Key: the same request again gets the same answer. Kept for a day. */
export const apiRequests = pgTable(
  'api_requests',
  {
    tokenId: uuid()
      .notNull()
      .references(() => apiTokens.id),
    key: text().notNull(),
    /** SHA-256 of method, address and body. */
    fingerprint: text().notNull(),
    answer: jsonb().$type<Record<string, unknown>>(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.key] }), index('api_requests_age').on(table.createdAt)],
);

/** How often something was asked for in the present window, over all web processes. */
export const requestCounts = pgTable(
  'request_counts',
  {
    kind: text().notNull(),
    /** A token's id, or a keyed hash of an address; never an address itself. */
    subject: text().notNull(),
    windowEndsAt: moment().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subject] }), index('request_counts_age').on(table.windowEndsAt)],
);

/** Where a product's declaration stands on the supplier's own site, to be pulled as proposals. */
export const wellKnownSources = pgTable(
  'well_known_sources',
  {
    productId: uuid()
      .primaryKey()
      .references(() => products.id),
    url: text().notNull(),
    /** When the worker pulls next; null: only when a person asks. */
    nextPullAt: moment(),
    /** Who chose the address; proposals are made in their name. */
    setBy: uuid()
      .notNull()
      .references(() => people.id),
    setAt: moment().notNull(),
    lastPulledAt: moment(),
    lastOutcome: text().$type<PullOutcome>(),
    /** How many proposals the last pull made. */
    lastProposed: integer(),
  },
  (table) => [index('well_known_sources_due').on(table.nextPullAt)],
);
