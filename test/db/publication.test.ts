import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endPublication, publishDecision, rebuildPublished, resumePublication } from '~/db/publication';
import { getPublishedVersion } from '~/db/published/version';
import { publications, publicProducts, publicSuppliers, publicSupport } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import {
  about,
  type DecidedProduct,
  insertDecidedProduct,
  insertSmallCatalogue,
  level,
} from '~/test/factories/decided-product';

let database: TestDatabase;
const now = new Date('2026-11-02T10:00:00Z');
const later = new Date('2026-11-20T10:00:00Z');

beforeEach(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
});
afterEach(() => database.drop());

async function publish({ decisionId }: DecidedProduct, at = now) {
  if (!decisionId) throw new Error('Nothing was decided.');
  return database.db.transaction((tx) => publishDecision(tx, { decisionId, now: at }));
}

async function readModel() {
  const { db } = database;
  return {
    products: await db.select().from(publicProducts).orderBy(asc(publicProducts.slug)),
    support: await db
      .select()
      .from(publicSupport)
      .orderBy(asc(publicSupport.productId), asc(publicSupport.interfaceId)),
    suppliers: await db.select().from(publicSuppliers).orderBy(asc(publicSuppliers.slug)),
    publications: await db.select().from(publications).orderBy(asc(publications.productSlug), asc(publications.number)),
  };
}

const omsorg = {
  name: 'Omsorg Plus',
  answers: [
    { questionId: 'gen-version', value: '4.2' },
    level('SF1500', 'in_production', { evidence: [{ url: 'https://example.org/doc' }] }),
    about('SF1500', 'if-since', '2025-03-01', { type: 'date' as const }),
    level('SF1470', 'planned', { verdict: 'rejected' as const }),
    about('SF1470', 'if-planned-date', '2027-01-01', { type: 'date' as const }),
  ],
  outcome: 'partially-approved' as const,
};

describe('publishing a decision', () => {
  it('writes the product, its approved support and its supplier', async () => {
    const { number } = await publish(await insertDecidedProduct(database.db, omsorg));
    const { products, support, suppliers } = await readModel();
    expect(number).toBe(1);
    expect(products).toMatchObject([{ slug: 'omsorg-plus', interfaceIds: ['SF1500'], readyInterfaceIds: ['SF1500'] }]);
    expect(support).toMatchObject([{ interfaceId: 'SF1500', level: 'in_production', sinceOn: '2025-03-01' }]);
    expect(suppliers).toMatchObject([{ cvr: '12345678' }]);
  });

  it('keeps out names of people, titles, files and whatever was not approved', async () => {
    const given = { ...omsorg, answers: [...omsorg.answers] };
    given.answers.push(
      level('SF1501', 'ready', {
        evidence: [{ type: 'agreement', fileHash: 'f'.repeat(64), fileName: 'hemmelig.pdf' }],
      }),
    );
    await publish(await insertDecidedProduct(database.db, given));
    const everything = JSON.stringify(await readModel());
    for (const secret of [
      'Hemmelig',
      'Fortrolig',
      'hemmelig.pdf',
      'f'.repeat(64),
      'SF1470',
      '2027-01-01',
      'evidence-hash',
    ]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('refuses a decision that rejects', async () => {
    const rejected = await insertDecidedProduct(database.db, { ...omsorg, outcome: 'rejected' });
    await expect(publish(rejected)).rejects.toThrow('makes nothing public');
    expect((await readModel()).publications).toEqual([]);
  });

  it('publishes a decision once', async () => {
    const decided = await insertDecidedProduct(database.db, omsorg);
    await publish(decided);
    await expect(publish(decided)).rejects.toThrow();
    expect((await readModel()).publications).toHaveLength(1);
  });
});

describe('the end of a publication', () => {
  it('takes the product and a supplier without products away, and leaves the tombstone', async () => {
    const decided = await insertDecidedProduct(database.db, omsorg);
    await publish(decided);
    await database.db.transaction((tx) =>
      endPublication(tx, { declarationId: decided.declarationId, because: 'revoked', now: later }),
    );
    const rows = await readModel();
    expect(rows).toMatchObject({ products: [], support: [], suppliers: [] });
    expect(rows.publications).toMatchObject([{ number: 1, endedBecause: 'revoked', endedAt: later }]);
  });

  it('resumes what was suspended exactly as it was, and nothing else', async () => {
    const decided = await insertDecidedProduct(database.db, omsorg);
    await publish(decided);
    const before = await readModel();
    const { declarationId } = decided;
    const end = (because: 'suspended' | 'revoked') =>
      database.db.transaction((tx) => endPublication(tx, { declarationId, because, now: later }));
    const resume = () => database.db.transaction((tx) => resumePublication(tx, { declarationId, now: later }));
    await end('suspended');
    await resume();
    expect(await readModel()).toEqual(before);
    await end('revoked');
    await resume();
    expect((await readModel()).products).toEqual([]);
  });
});

describe('a suspended publication that is revoked', () => {
  it('says so, keeps the day it left the public, and cannot be resumed', async () => {
    const decided = await insertDecidedProduct(database.db, omsorg);
    await publish(decided);
    const { declarationId } = decided;
    const revokedAt = new Date('2026-11-23T10:00:00Z');
    await database.db.transaction(async (tx) => {
      await endPublication(tx, { declarationId, because: 'suspended', now: later });
      await endPublication(tx, { declarationId, because: 'revoked', now: revokedAt });
      await resumePublication(tx, { declarationId, now: revokedAt });
    });
    const rows = await readModel();
    expect(rows).toMatchObject({ products: [], publications: [{ endedBecause: 'revoked', endedAt: later }] });
  });
});

describe('rebuilding', () => {
  beforeEach(async () => {
    const { db } = database;
    await publish(await insertDecidedProduct(db, omsorg));
    await publish(
      await insertDecidedProduct(db, {
        name: 'Ældre',
        supplier: { name: 'Ældre ApS', cvr: '87654321', website: 'https://example.org' },
        answers: [level('SF1470', 'ready')],
        decidedAt: later,
        municipality: '0851',
      }),
      later,
    );
    const revoked = await insertDecidedProduct(db, {
      name: 'Revoked',
      answers: [level('SF1500', 'ready')],
      state: 'revoked',
    });
    await publish(revoked);
    await db.transaction((tx) =>
      endPublication(tx, { declarationId: revoked.declarationId, because: 'revoked', now: revokedAt }),
    );
    await insertDecidedProduct(db, { name: 'Rejected', answers: [level('SF1500', 'ready')], outcome: 'rejected' });
    await insertDecidedProduct(db, { name: 'Waiting', answers: [level('SF1500', 'ready')], outcome: null });
  });
  const revokedAt = now;

  it('gives the same rows from the decisions', async () => {
    const before = await readModel();
    expect(before.products).toHaveLength(2);
    expect(await rebuildPublished(database.db)).toEqual({ products: 2 });
    expect(await readModel()).toEqual(before);
  });

  it('mends rows that were tampered with', async () => {
    const before = await readModel();
    await database.db.update(publicSupport).set({ level: 'in_production', answers: [] });
    await database.db.update(publicProducts).set({ name: 'Wrong', searchText: '' });
    await rebuildPublished(database.db);
    expect(await readModel()).toEqual(before);
  });

  it('records publications again that are missing', async () => {
    const before = await readModel();
    // Only a restore that left the schema out can lose publications: the database refuses to delete them.
    await expect(database.sql`delete from published.publications`).rejects.toThrow('never deleted');
    await database.sql`truncate published.publications`;
    await rebuildPublished(database.db);
    const withoutIds = ({ publications: rows, ...rest }: typeof before) => ({
      ...rest,
      publications: rows.map(({ id: _, ...row }) => row),
    });
    expect(withoutIds(await readModel())).toEqual(withoutIds(before));
  });
});

describe('two writers at once', () => {
  it('leave a supplier listed as long as one of its products is', async () => {
    const { db } = database;
    const answers = [level('SF1500', 'ready')];
    const leaving = await insertDecidedProduct(db, { name: 'Leaving', answers });
    const coming = await insertDecidedProduct(db, { name: 'Coming', answers });
    await publish(leaving);
    const { declarationId } = leaving;
    let ending: Promise<void> | undefined;
    await db.transaction(async (tx) => {
      await publishDecision(tx, { decisionId: coming.decisionId ?? '', now: later });
      ending = db.transaction((other) => endPublication(other, { declarationId, because: 'withdrawn', now: later }));
      // Long enough for the other to come as far as it is let.
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    await ending;
    const { suppliers, products } = await readModel();
    expect(products).toMatchObject([{ slug: coming.productSlug }]);
    expect(suppliers).toHaveLength(1);
  });
});

describe('the version of what is public', () => {
  it('moves with every change, seen by nobody before the commit', async () => {
    const { db } = database;
    const versions = [await getPublishedVersion(db)];
    const product = await insertDecidedProduct(db, omsorg);
    await db.transaction(async (tx) => {
      await publishDecision(tx, { decisionId: product.decisionId ?? '', now });
      expect(await getPublishedVersion(db)).toBe(versions[0]);
    });
    versions.push(await getPublishedVersion(db));
    const { declarationId } = product;
    await db.transaction((tx) => endPublication(tx, { declarationId, because: 'suspended', now: later }));
    versions.push(await getPublishedVersion(db));
    await db.transaction((tx) => resumePublication(tx, { declarationId, now: later }));
    versions.push(await getPublishedVersion(db));
    await rebuildPublished(db);
    versions.push(await getPublishedVersion(db));
    expect([...new Set(versions)].sort((a, b) => a - b)).toEqual(versions);
    expect(versions).toHaveLength(5);
  });
});
