import { and, asc, desc, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { JSONWebKeySet } from 'jose';
import { consistencyProof } from '~/workflows/consistency';
import type { SignedDeclaration } from '~/workflows/declaration-proof';
import type { LedgerEntry } from '~/workflows/ledger';
import { growTree, type Hash, hex, inclusionProof, readHash, type Tree } from '~/workflows/merkle';
import type { Db } from '../client';
import { ledgerEntries, ledgerHeads, publications, signingKeys } from '../schema';
import { isReadable } from './publications';

/** Entries on a page of the API. */
export const ledgerPageSize = 200;

/** The keys that have signed, for whoever verifies. */
export async function listSigningKeys(db: Db): Promise<JSONWebKeySet> {
  const rows = await db.select({ jwk: signingKeys.jwk }).from(signingKeys).orderBy(asc(signingKeys.firstUsedAt));
  return { keys: rows.map(({ jwk }) => jwk) };
}

/** The signed state of the ledger; undefined before anything was signed. */
export async function findLedgerHead(
  db: Db,
): Promise<{ size: number; root: string; at: Date; jws: string } | undefined> {
  const [head] = await db.select().from(ledgerHeads).orderBy(desc(ledgerHeads.at)).limit(1);
  return head;
}

/**
 * @param from how many to leave out
 * @returns every head that was signed, in their order, at most `ledgerPageSize`, and whether there are more
 */
export async function listLedgerHeads(
  db: Db,
  from: number,
): Promise<{ heads: { size: number; root: string; at: Date; jws: string }[]; hasMore: boolean }> {
  const rows = await db
    .select()
    .from(ledgerHeads)
    .orderBy(asc(ledgerHeads.at))
    .offset(from)
    .limit(ledgerPageSize + 1);
  return { heads: rows.slice(0, ledgerPageSize), hasMore: rows.length > ledgerPageSize };
}

/**
 * That the signed tree has only grown since it had so many leaves.
 * @returns undefined where it never had
 */
export async function findGrowth(
  db: Db,
  size: number,
): Promise<{ from: number; to: number; proof: string[]; head: { jws: string } } | undefined> {
  const head = await findLedgerHead(db);
  if (!head || size < 1 || size > head.size) return undefined;
  const proof = consistencyProof(await treeOf(db, head), size).map(hex);
  return { from: size, to: head.size, proof, head: { jws: head.jws } };
}

/**
 * @param from the index of the first one, from 0
 * @returns signed entries in their order, at most `ledgerPageSize`, and whether there are more
 */
export async function listLedgerEntries(
  db: Db,
  from: number,
): Promise<{ entries: { entry: LedgerEntry; leaf: string; signature: string | null }[]; hasMore: boolean }> {
  const rows = await db
    .select({ entry: ledgerEntries.entry, leaf: ledgerEntries.leaf, signature: ledgerEntries.signature })
    .from(ledgerEntries)
    .where(and(gte(ledgerEntries.index, from), isNotNull(ledgerEntries.signature)))
    .orderBy(asc(ledgerEntries.index))
    .limit(ledgerPageSize + 1);
  return { entries: rows.slice(0, ledgerPageSize), hasMore: rows.length > ledgerPageSize };
}

/**
 * A publication with its proof. Its document is given while the product's publications can be read; afterwards the ledger alone tells
 * that it was published and what ended it.
 * @param number of the publication; without it the latest
 * @param today yyyy-mm-dd in Copenhagen
 * @returns undefined where there is no such publication, or it is not signed yet
 */
export async function findSignedDeclaration(
  db: Db,
  { slug, number, today }: { slug: string; number?: number; today: string },
): Promise<SignedDeclaration | undefined> {
  const head = await findLedgerHead(db);
  const [publication] = await db
    .select({ number: publications.number, document: publications.document })
    .from(publications)
    .where(and(eq(publications.productSlug, slug), number === undefined ? undefined : eq(publications.number, number)))
    .orderBy(desc(publications.number))
    .limit(1);
  if (!head || !publication) return undefined;
  const rows = await db
    .select({ entry: ledgerEntries.entry, signature: ledgerEntries.signature })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.productSlug, slug),
        sql`(${ledgerEntries.entry}->>'publication')::int = ${publication.number}`,
        lt(ledgerEntries.index, head.size),
      ),
    )
    .orderBy(asc(ledgerEntries.index));
  if (rows.length === 0) return undefined;
  const tree = await treeOf(db, head);
  const readable = and(eq(publications.productSlug, slug), isReadable(db, slug, today));
  const isPublic = (await db.$count(publications, readable)) > 0;
  return {
    schema: 'snitfladeklar/signed-declaration/1',
    document: isPublic ? publication.document : null,
    entries: rows.map(({ entry, signature }) => ({
      entry,
      signature: signature ?? '',
      proof: inclusionProof(tree, entry.index).map(hex),
    })),
    head: { jws: head.jws },
  };
}

/** Whether a product's latest publication has its signature yet, as a column. @param slug that of the row around */
export function isSignedColumn(slug: PgColumn): SQL<boolean> {
  return sql<boolean>`coalesce((
    select ${ledgerEntries.signature} is not null from ${ledgerEntries}
    where ${ledgerEntries.productSlug} = ${slug} order by ${ledgerEntries.index} desc limit 1
  ), false)`;
}

/** The tree of the latest head that was asked for: a root is of one tree only, so it can be kept. */
let kept: { root: string; size: number; tree: Promise<Tree> } | undefined;

function treeOf(db: Db, { root, size }: { root: string; size: number }): Promise<Tree> {
  if (kept?.root === root && kept.size === size) return kept.tree;
  const tree = loadTree(db, size);
  kept = { root, size, tree };
  tree.catch(() => {
    if (kept?.tree === tree) kept = undefined;
  });
  return tree;
}

async function loadTree(db: Db, size: number): Promise<Tree> {
  const rows = await db
    .select({ leaf: ledgerEntries.leaf })
    .from(ledgerEntries)
    .where(lt(ledgerEntries.index, size))
    .orderBy(asc(ledgerEntries.index));
  return growTree(rows.map(({ leaf }) => readHash(leaf)).filter((leaf): leaf is Hash => leaf !== undefined));
}
