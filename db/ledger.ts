import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { JWK } from 'jose';
import { canonicalJson } from '~/workflows/canonical-json';
import { copenhagenDay } from '~/workflows/day';
import type { LedgerEntry, LedgerHead } from '~/workflows/ledger';
import { growTree, type Hash, hex, leafHash, readHash, rootOf, sha256 } from '~/workflows/merkle';
import type { Database, Db, Transaction } from './client';
import { lockReadModel } from './publication/read-model';
import { ledgerEntries, ledgerHeads, publications, signingKeys } from './schema';

/** Who signs: made of the private key by app/server/signing-key.ts. */
export interface Signer {
  kid: string;
  /** The public half. */
  jwk: JWK;
  /** @returns a compact JWS */
  sign: (content: Uint8Array) => Promise<string>;
}

/** Entries signed in one transaction. */
const batch = 200;

/**
 * Signs what the ledger has got since, and the tree's state whenever something was signed and once a day. Several
 * processes may do so at once: the read model's lock makes them take turns.
 * @returns how many entries were signed
 * @throws when a publication is not what the ledger says was published: that is never signed
 */
export async function signLedger(db: Database, signer: Signer, now: Date): Promise<{ signed: number }> {
  for (let signed = 0; ; ) {
    const round = await signSome(db, signer, now);
    signed += round;
    if (round < batch) return { signed };
  }
}

async function signSome(db: Database, signer: Signer, now: Date): Promise<number> {
  if (!(await isDue(db, now))) return 0;
  return db.transaction(async (tx) => {
    await lockReadModel(tx);
    if (!(await isDue(tx, now))) return 0;
    await tx
      .insert(signingKeys)
      .values({ kid: signer.kid, jwk: signer.jwk, firstUsedAt: now })
      .onConflictDoNothing({ target: signingKeys.kid });
    const signed = await signEntries(tx, signer);
    await signHead(tx, signer, now);
    return signed;
  });
}

/** Cheap: asked every few seconds. */
async function isDue(db: Db, now: Date): Promise<boolean> {
  const [last] = await db
    .select({ index: ledgerEntries.index })
    .from(ledgerEntries)
    .orderBy(desc(ledgerEntries.index))
    .limit(1);
  if (!last) return false;
  const [unsigned] = await db
    .select({ index: ledgerEntries.index })
    .from(ledgerEntries)
    .where(isNull(ledgerEntries.signature))
    .limit(1);
  if (unsigned) return true;
  const [head] = await db.select({ at: ledgerHeads.at }).from(ledgerHeads).orderBy(desc(ledgerHeads.at)).limit(1);
  return !head || copenhagenDay(head.at) < copenhagenDay(now);
}

async function signEntries(tx: Transaction, signer: Signer): Promise<number> {
  const rows = await tx
    .select({ entry: ledgerEntries.entry, document: publications.document })
    .from(ledgerEntries)
    .innerJoin(
      publications,
      and(
        eq(publications.productSlug, ledgerEntries.productSlug),
        eq(publications.number, sql`(${ledgerEntries.entry}->>'publication')::int`),
      ),
    )
    .where(isNull(ledgerEntries.signature))
    .orderBy(asc(ledgerEntries.index))
    .limit(batch);
  for (const { entry, document } of rows) {
    const content = bytesOf(document);
    if (hex(await sha256(content)) !== entry.document) {
      throw new Error(`Publication ${entry.publication} of ${entry.product} is not the one in the ledger.`);
    }
    const [header = '', , value = ''] = (
      await signer.sign(entry.event === 'published' ? content : bytesOf(entry))
    ).split('.');
    await tx
      .update(ledgerEntries)
      .set({ signature: `${header}..${value}` })
      .where(eq(ledgerEntries.index, entry.index));
  }
  return rows.length;
}

/** Over what is signed: an entry without its signature proves nothing yet. */
async function signHead(tx: Transaction, signer: Signer, now: Date): Promise<void> {
  const rows = await tx
    .select({ leaf: ledgerEntries.leaf, signature: ledgerEntries.signature })
    .from(ledgerEntries)
    .orderBy(asc(ledgerEntries.index));
  const firstUnsigned = rows.findIndex(({ signature }) => signature === null);
  const leaves = leavesOf(firstUnsigned < 0 ? rows : rows.slice(0, firstUnsigned));
  const [last] = await tx.select({ at: ledgerHeads.at }).from(ledgerHeads).orderBy(desc(ledgerHeads.at)).limit(1);
  // Two in one millisecond, or a clock that was set back: heads stay in their order.
  const at = last && last.at >= now ? new Date(last.at.getTime() + 1) : now;
  const head: LedgerHead = {
    schema: 'snitfladeklar/ledger-head/1',
    size: leaves.length,
    root: hex(await rootOf(await growTree(leaves))),
    at: at.toISOString(),
  };
  await tx.insert(ledgerHeads).values({ at, size: head.size, root: head.root, jws: await signer.sign(bytesOf(head)) });
}

export type LedgerFault =
  | { index: number; because: 'altered-entry' | 'wrong-place' }
  | { head: string; because: 'rewritten' };

/**
 * Computes the whole ledger anew and compares it with every head that was ever signed: an entry that was changed, left
 * out, put in or moved is found. Whether the heads' signatures are good, the caller checks with the keys it trusts.
 */
export async function findLedgerFaults(db: Db): Promise<{ entries: number; faults: LedgerFault[] }> {
  const rows = await db.select().from(ledgerEntries).orderBy(asc(ledgerEntries.index));
  const faults: LedgerFault[] = [];
  const leaves: Hash[] = [];
  for (const [place, { index, entry, leaf }] of rows.entries()) {
    const computed = await leafHash(bytesOf(entry));
    leaves.push(computed);
    if (hex(computed) !== leaf) faults.push({ index, because: 'altered-entry' });
    else if (index !== place || entry.index !== place) faults.push({ index, because: 'wrong-place' });
  }
  for (const { at, size, root } of await db.select().from(ledgerHeads).orderBy(asc(ledgerHeads.at))) {
    const computed = size > leaves.length ? undefined : hex(await rootOf(await growTree(leaves.slice(0, size))));
    if (computed !== root) faults.push({ head: at.toISOString(), because: 'rewritten' });
  }
  return { entries: rows.length, faults };
}

function leavesOf(rows: readonly { leaf: string }[]): Hash[] {
  return rows.map(({ leaf }) => {
    const hash = readHash(leaf);
    if (!hash) throw new Error('The ledger has a leaf that is no hash.');
    return hash;
  });
}

function bytesOf(value: PublicationLike | LedgerEntry | LedgerHead): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

type PublicationLike = (typeof publications.$inferSelect)['document'];
