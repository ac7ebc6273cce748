import { and, desc, eq, max, sql } from 'drizzle-orm';
import { hashOf } from '~/workflows/canonical';
import { canonicalJson } from '~/workflows/canonical-json';
import type { LedgerEntry, LedgerEvent } from '~/workflows/ledger';
import { hex, leafHash } from '~/workflows/merkle';
import type { PublicationDocument } from '~/workflows/publication';
import type { Transaction } from '../client';
import { ledgerEntries } from '../schema';

/**
 * Adds what happened to a publication to the ledger. The caller has locked the read model, so that the entries are in
 * one order without gaps. What the ledger knows already is not added again: the read model can be made anew.
 * @param at when it happened
 */
export async function addToLedger(
  tx: Transaction,
  { event, document, at }: { event: LedgerEvent; document: PublicationDocument; at: Date },
): Promise<void> {
  const { number: publication, product } = document;
  const isOfThis = and(
    eq(ledgerEntries.productSlug, product.slug),
    sql`(${ledgerEntries.entry}->>'publication')::int = ${publication}`,
  );
  const known = await tx
    .select({ entry: ledgerEntries.entry })
    .from(ledgerEntries)
    .where(isOfThis)
    .orderBy(desc(ledgerEntries.index));
  const isKnown =
    event === 'published' ? known.some(({ entry }) => entry.event === event) : known[0]?.entry.event === event;
  if (isKnown) return;
  const [last] = await tx.select({ index: max(ledgerEntries.index) }).from(ledgerEntries);
  const entry: LedgerEntry = {
    schema: 'snitfladeklar/ledger-entry/1',
    index: last?.index === null || last === undefined ? 0 : last.index + 1,
    event,
    product: product.slug,
    publication,
    document: hashOf(document),
    at: at.toISOString(),
  };
  const leaf = hex(await leafHash(new TextEncoder().encode(canonicalJson(entry))));
  await tx.insert(ledgerEntries).values({ index: entry.index, productSlug: product.slug, entry, leaf });
}
