import { generateKeyPairSync } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signerOf } from '~/app/server/signing-key';
import { findLedgerFaults, type Signer, signLedger } from '~/db/ledger';
import { endPublication, publishDecision, rebuildPublished, resumePublication } from '~/db/publication';
import { findLedgerHead, findSignedDeclaration, listLedgerEntries, listSigningKeys } from '~/db/published/ledger';
import { ledgerEntries, ledgerHeads, publications } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import {
  type DecidedProduct,
  insertDecidedProduct,
  insertSmallCatalogue,
  level,
} from '~/test/factories/decided-product';
import { proveDeclaration } from '~/workflows/declaration-proof';

let database: TestDatabase;
let signer: Signer;
const now = new Date('2026-11-02T10:00:00Z');
const later = new Date('2026-11-20T10:00:00Z');

beforeEach(async () => {
  database = await createTestDatabase();
  signer = await signerOf(generateKeyPairSync('ed25519').privateKey);
  await insertSmallCatalogue(database.db);
});
afterEach(() => database.drop());

const product = (name: string) => ({ name, answers: [level('SF1500', 'ready')], outcome: 'approved' as const });

async function publish({ decisionId }: DecidedProduct, at = now) {
  if (!decisionId) throw new Error('Nothing was decided.');
  return database.db.transaction((tx) => publishDecision(tx, { decisionId, now: at }));
}

async function eventsOf(slug: string): Promise<string[]> {
  const { entries } = await listLedgerEntries(database.db, 0);
  return entries.filter(({ entry }) => entry.product === slug).map(({ entry }) => entry.event);
}

async function prove(slug: string) {
  const given = await findSignedDeclaration(database.db, { slug, today: '2026-11-20' });
  // Over the wire and back.
  return proveDeclaration(JSON.parse(JSON.stringify(given ?? null)), await listSigningKeys(database.db));
}

describe('what is published', () => {
  it('can be proved, each of many, and is the present one', async () => {
    for (const name of ['Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon']) {
      await publish(await insertDecidedProduct(database.db, product(name)));
    }
    expect(await findSignedDeclaration(database.db, { slug: 'alfa', today: '2026-11-20' })).toBeUndefined();
    expect(await signLedger(database.db, signer, now)).toEqual({ signed: 5 });
    for (const slug of ['alfa', 'beta', 'gamma', 'delta', 'epsilon']) {
      const result = await prove(slug);
      expect(result).toMatchObject({
        ok: true,
        proved: { product: slug, publication: 1, latest: { event: 'published' } },
      });
      if (result.ok) expect(result.proved.document).toMatchObject({ product: { slug } });
    }
  });

  it('tells what came of it, and shows no document once it is not public', async () => {
    const made = await insertDecidedProduct(database.db, product('Alfa'));
    await publish(made);
    await signLedger(database.db, signer, now);
    const ending = { declarationId: made.declarationId, now: later };
    await database.db.transaction((tx) => endPublication(tx, { ...ending, because: 'suspended' }));
    await database.db.transaction((tx) => resumePublication(tx, ending));
    await database.db.transaction((tx) => endPublication(tx, { ...ending, because: 'revoked' }));
    expect(await prove('alfa')).toMatchObject({ ok: true, proved: { latest: { event: 'published' } } });
    await signLedger(database.db, signer, later);
    expect(await eventsOf('alfa')).toEqual(['published', 'suspended', 'resumed', 'revoked']);
    expect(await prove('alfa')).toMatchObject({
      ok: true,
      proved: { latest: { event: 'revoked', at: later.toISOString() }, document: null },
    });
  });

  it('is signed once, by however many processes, with a head for each day', async () => {
    await publish(await insertDecidedProduct(database.db, product('Alfa')));
    const rounds = await Promise.all([1, 2, 3].map(() => signLedger(database.db, signer, now)));
    expect(rounds.map(({ signed }) => signed).sort()).toEqual([0, 0, 1]);
    await signLedger(database.db, signer, new Date(now.getTime() + 60_000));
    expect(await database.db.$count(ledgerHeads)).toBe(1);
    await signLedger(database.db, signer, later);
    expect(await database.db.$count(ledgerHeads)).toBe(2);
    expect((await findLedgerHead(database.db))?.at).toEqual(later);
  });

  it('stays proved when the key changes and when the read model is made anew', async () => {
    await publish(await insertDecidedProduct(database.db, product('Alfa')));
    await signLedger(database.db, signer, now);
    const next = await signerOf(generateKeyPairSync('ed25519').privateKey);
    await publish(await insertDecidedProduct(database.db, product('Beta')), later);
    await rebuildPublished(database.db);
    await signLedger(database.db, next, later);
    expect((await listSigningKeys(database.db)).keys.map(({ kid }) => kid)).toEqual([signer.kid, next.kid]);
    expect(await eventsOf('alfa')).toEqual(['published']);
    for (const slug of ['alfa', 'beta']) expect(await prove(slug)).toMatchObject({ ok: true });
  });
});

describe('what was tampered with', () => {
  beforeEach(async () => {
    for (const name of ['Alfa', 'Beta', 'Gamma']) await publish(await insertDecidedProduct(database.db, product(name)));
  });

  /** As somebody who may do anything to the database. */
  async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`alter table published.ledger_entries disable trigger all`);
      await tx.execute(statement);
      await tx.execute(sql`alter table published.ledger_entries enable trigger all`);
    });
  }

  it('is never signed when the publication is another than was published', async () => {
    await database.db
      .update(publications)
      .set({ document: sql`jsonb_set(document, '{product,name}', '"Andet"')` })
      .where(eq(publications.productSlug, 'beta'));
    await expect(signLedger(database.db, signer, now)).rejects.toThrow('not the one in the ledger');
  });

  it('is refused by the database', async () => {
    await signLedger(database.db, signer, now);
    const entry = eq(ledgerEntries.index, 1);
    await expect(database.db.update(ledgerEntries).set({ leaf: 'x' }).where(entry)).rejects.toThrow();
    await expect(database.db.update(ledgerEntries).set({ signature: 'x' }).where(entry)).rejects.toThrow();
    await expect(database.db.delete(ledgerEntries).where(entry)).rejects.toThrow();
    await expect(database.db.delete(ledgerHeads)).rejects.toThrow();
  });

  it.each([
    [
      'edited',
      sql`update published.ledger_entries set entry = jsonb_set(entry, '{event}', '"revoked"') where index = 1`,
    ],
    ['removed in the middle', sql`delete from published.ledger_entries where index = 1`],
    ['cut off', sql`delete from published.ledger_entries where index = 2`],
    ['moved', sql`update published.ledger_entries set index = case index when 0 then 1001 else index end`],
    [
      'replaced with its leaf',
      sql`update published.ledger_entries set leaf = (select leaf from published.ledger_entries where index = 0) where index = 1`,
    ],
  ])('is found when an entry was %s', async (_name, statement) => {
    await signLedger(database.db, signer, now);
    expect(await findLedgerFaults(database.db)).toEqual({ entries: 3, faults: [] });
    await tamper(statement);
    expect((await findLedgerFaults(database.db)).faults.length).toBeGreaterThan(0);
  });
});
