import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, text } from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';
import type { LedgerEntry } from '~/workflows/ledger';
import { moment } from './columns';
import { published } from './published';

/** Without gaps, from 0: the place of a leaf in the Merkle tree. */
const place = () => bigint({ mode: 'number' });

/**
 * Every publication and every end of one, in the order in which they happened: the leaves of a Merkle tree (RFC 9162).
 * Written in the transaction of what it tells of, under the read model's lock. Never changed (a trigger), but for the
 * signature, which the worker adds once.
 */
export const ledgerEntries = published.table(
  'ledger_entries',
  {
    index: place().primaryKey(),
    productSlug: text().notNull(),
    entry: jsonb().$type<LedgerEntry>().notNull(),
    /** The leaf: SHA-256 of 0x00 and the entry's canonical JSON, hexadecimal. */
    leaf: text().notNull(),
    /** A JWS with detached content (RFC 7515, appendix F): of the publication's document, or of the entry itself. */
    signature: text(),
  },
  (table) => [
    index('ledger_entries_product').on(table.productSlug),
    index('ledger_entries_unsigned').on(table.index).where(sql`${table.signature} is null`),
  ],
);

/** What the tree was at a moment, signed: whenever entries were signed, and each day. */
export const ledgerHeads = published.table('ledger_heads', {
  at: moment().primaryKey(),
  size: place().notNull(),
  /** Hexadecimal. */
  root: text().notNull(),
  /** A compact JWS of the three. */
  jws: text().notNull(),
});

/** The public halves of the keys that have signed. One that is out of use stays: what it signed can still be verified. */
export const signingKeys = published.table('signing_keys', {
  /** Its thumbprint (RFC 7638). */
  kid: text().primaryKey(),
  jwk: jsonb().$type<JWK>().notNull(),
  firstUsedAt: moment().notNull(),
});
