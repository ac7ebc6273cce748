/** What is signed and kept for whoever wants to check, years later, what was published and what came of it. */

/** What happened to a publication. */
export const ledgerEvents = [
  'published',
  'resumed',
  'superseded',
  'withdrawn',
  'suspended',
  'revoked',
  'expired',
  'merged',
] as const;
export type LedgerEvent = (typeof ledgerEvents)[number];

/** One leaf of the tree. */
export interface LedgerEntry {
  schema: 'snitfladeklar/ledger-entry/1';
  /** From 0, without gaps. */
  index: number;
  event: LedgerEvent;
  /** The product's address name and the number of its publication. */
  product: string;
  publication: number;
  /** SHA-256 of the publication's canonical JSON, hexadecimal. */
  document: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** The state of the tree at a moment. */
export interface LedgerHead {
  schema: 'snitfladeklar/ledger-head/1';
  /** How many leaves. */
  size: number;
  /** Hexadecimal. */
  root: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** Whether a publication stands after an event. */
export function standsAfter(event: LedgerEvent): boolean {
  return event === 'published' || event === 'resumed';
}
