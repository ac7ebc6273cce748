import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProductBadge } from '~/app/published/badge.server';
import * as product from '~/app/routes/public/product';
import * as products from '~/app/routes/public/products';
import * as publication from '~/app/routes/public/publication';
import * as changes from '~/app/routes/public/publication-changes';
import * as publications from '~/app/routes/public/publications';
import * as supplier from '~/app/routes/public/supplier';
import { databaseOn } from '~/db/past';
import { endPublication, publishDecision, rebuildPublished } from '~/db/publication';
import * as schema from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type DecidedProduct, insertDecidedProduct, level } from '~/test/factories/decided-product';
import { insertMarket } from '~/test/factories/published-market';

/** The answers of a declaration that has expired are told of as such at once, and can be read for as long as is set. */

const published = new Date('2026-11-02T10:00:00Z');
const expired = new Date('2026-11-20T23:30:00Z'); // The 21st in Copenhagen.
const lastDay = new Date('2026-12-21T22:59:59Z'); // 30 days later, the end of that day in Copenhagen.
const afterwards = new Date('2026-12-21T23:00:00Z');
const words = 'what expired says';

let database: TestDatabase;
let gone: DecidedProduct;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  gone = await insertDecidedProduct(database.db, {
    name: 'Udsigten',
    answers: [level('SF1500', 'ready'), { questionId: 'gen-version', value: words }],
  });
  await database.db.transaction((tx) => publishDecision(tx, { decisionId: gone.decisionId ?? '', now: published }));
  await end('expired', expired);
});
afterAll(() => database.drop());

function end(because: 'expired' | 'revoked' | 'withdrawn', now: Date): Promise<void> {
  return database.db.transaction((tx) => endPublication(tx, { declarationId: gone.declarationId, because, now }));
}

interface Asked {
  now?: Date;
  number?: string;
  slug?: string;
  query?: string;
}

type Loader<Data> = (args: LoaderFunctionArgs) => Promise<Data>;

function open<Data>({ loader }: { loader: Loader<Data> }, { now = lastDay, ...asked }: Asked = {}): Promise<Data> {
  const request = new Request(`http://localhost:3000/somewhere${asked.query ?? ''}`);
  const slug = asked.slug ?? 'udsigten';
  const params = { slug, id: slug, ...(asked.number === undefined ? {} : { number: asked.number }) };
  return loader({ request, params, context: fakeContext({ db: database.db, now: () => now }) });
}

async function answerOf<Data>(...given: Parameters<typeof open<Data>>): Promise<Response> {
  const thrown = await open(...given).catch((error: unknown) => error);
  if (thrown instanceof Response) return thrown;
  throw new Error(`It should have been a response: ${JSON.stringify(thrown)}`);
}

describe('while it can be read', () => {
  it('the product’s page leads to its last publication, which says that it expired', async () => {
    const led = await answerOf(product);
    expect([led.status, led.headers.get('Location')]).toEqual([302, '/products/udsigten/publications/1']);
    const view = await open(publication, { number: '1' });
    expect(view.expired).toEqual({ number: 1, on: '2026-11-21', readableUntil: '2026-12-21' });
    expect(JSON.stringify(view.sections)).toContain(words);
  });

  it('so do the list of publications and what changed between them', async () => {
    expect((await open(publications)).expired?.on).toBe('2026-11-21');
    expect((await open(changes, { query: '?from=1&to=1' })).expired?.on).toBe('2026-11-21');
    expect((await answerOf(changes, { query: '?from=1&to=7' })).status).toBe(400);
  });

  it('it counts nowhere, and the badge says what became of it', async () => {
    const list = await open(products, { query: '?q=udsigten' });
    expect([list.total, list.expired.map(({ name }) => name)]).toEqual([0, ['Udsigten']]);
    const badge = await findProductBadge(database.db, 'udsigten', { language: 'da', today: '2026-12-01' });
    expect(badge.message).toBe('udløbet');
  });

  it('lists tell of it where it would have been found, and nowhere else', async () => {
    const found = async (query: string) => (await open(products, { query })).expired.length;
    expect(await found('')).toBe(1);
    expect(await found('?q=aktindsigt')).toBe(0);
    expect(await found('?q=-udsigten')).toBe(0);
    expect(await found('?interface=SF1500')).toBe(0);
    const [row] = await database.db
      .select({ slug: schema.suppliers.slug })
      .from(schema.products)
      .innerJoin(schema.suppliers, eq(schema.suppliers.id, schema.products.supplierId))
      .where(eq(schema.products.slug, 'udsigten'));
    expect((await open(supplier, { slug: row?.slug ?? '' })).expired.map(({ name }) => name)).toEqual(['Udsigten']);
  });

  it('as of a day on which it was in force nothing is said of its end', async () => {
    const context = { ...fakeContext({ db: database.db }), publicDb: databaseOn(database.sql, '2026-11-20') };
    const request = new Request('http://localhost:3000/products/udsigten/publications/1?on=2026-11-20');
    const view = await publication.loader({ request, params: { slug: 'udsigten', number: '1' }, context });
    expect([view.expired, view.isCurrent, view.publication.endedOn]).toEqual([null, true, null]);
  });

  it('making the read model anew keeps the day', async () => {
    await rebuildPublished(database.db);
    expect((await open(publication, { number: '1' })).expired?.readableUntil).toBe('2026-12-21');
  });
});

describe('afterwards', () => {
  it('nothing but the tombstone is left, at every address', async () => {
    const answers = [
      await answerOf(product, { now: afterwards }),
      await answerOf(publications, { now: afterwards }),
      await answerOf(publication, { now: afterwards, number: '1' }),
      await answerOf(changes, { now: afterwards, query: '?from=1&to=1' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(410);
      const said = await answer.text();
      expect(said).toContain('"endedBecause":"expired"');
      expect(said).not.toContain(words);
    }
    expect((await open(products, { now: afterwards })).expired).toEqual([]);
  });
});

describe('what was set', () => {
  it('0 days hide it at once', async () => {
    const set = (expiredDays: number) => database.db.update(schema.portalSettings).set({ expiredDays });
    await set(0);
    const other = await insertDecidedProduct(database.db, {
      name: 'Hidden at once',
      answers: [level('SF1500', 'ready')],
    });
    await database.db.transaction(async (tx) => {
      await publishDecision(tx, { decisionId: other.decisionId ?? '', now: published });
      await endPublication(tx, { declarationId: other.declarationId, because: 'expired', now: expired });
    });
    expect((await answerOf(product, { now: expired, slug: 'hidden-at-once' })).status).toBe(410);
    await set(30);
  });
});

describe('what was wrong', () => {
  it('is taken away at once: a revocation after the end hides it and tells that', async () => {
    await end('revoked', new Date('2026-12-01T10:00:00Z'));
    const answer = await answerOf(publication, { now: new Date('2026-12-01T11:00:00Z'), number: '1' });
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('"endedBecause":"revoked"');
    // The past stays as it was.
    const context = { ...fakeContext({ db: database.db, now: () => new Date('2026-11-30T12:00:00Z') }) };
    const request = new Request('http://localhost:3000/products/udsigten/publications?on=2026-11-30');
    const past = { ...context, publicDb: databaseOn(database.sql, '2026-11-30') };
    const then = await publications.loader({ request, params: { slug: 'udsigten' }, context: past });
    expect(then.publications.map(({ endedBecause }) => endedBecause)).toEqual(['expired']);
  });
});
