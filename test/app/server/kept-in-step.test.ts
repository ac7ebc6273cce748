import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPortalServer, serve } from '~/app/server/http';
import { createKeptPages } from '~/app/server/kept-pages';
import { type Connection, connect, type Database } from '~/db/client';
import { endPublication, publishDecision, resumePublication } from '~/db/publication';
import { listPublishedProducts } from '~/db/published/products';
import { getPublishedVersion } from '~/db/published/version';
import { noFilters } from '~/workflows/product-query';
import { createTestDatabase, type TestDatabase } from '../../database';
import { insertDecidedProduct, insertSmallCatalogue, level } from '../../factories/decided-product';
import { fakeContext } from '../context';

const rounds = 40;
const now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
const opened: { server: Server; pool: Connection }[] = [];
const urls: string[] = [];
let declarationId: string;
let isPublic = true;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  const product = await insertDecidedProduct(database.db, { name: 'Vaks', answers: [level('SF1500', 'ready')] });
  declarationId = product.declarationId;
  await database.db.transaction((tx) => publishDecision(tx, { decisionId: product.decisionId ?? '', now }));
  for (const _ of [1, 2]) urls.push(await openWeb());
});
afterAll(async () => {
  for (const { server, pool } of opened) {
    server.closeAllConnections();
    server.close();
    await pool.close();
  }
  await database.drop();
});

/** A web server with connections and kept pages of its own, as another process has them. */
async function openWeb(): Promise<string> {
  const pool = connect(database.target, { applicationName: 'test-web', max: 4 });
  const { nonce: _, requestId: __, ...portal } = fakeContext({ db: pool.db });
  const readVersion = () => getPublishedVersion(pool.db);
  const kept = createKeptPages({ readState: async () => String(await readVersion()), readVersion });
  const server = createPortalServer();
  serve(server, {
    portal,
    limits: null,
    kept,
    files: (_request, _response, next) => next(),
    health: () => null,
    pages: (request) => (request.method === 'POST' ? change(pool.db) : countProducts(pool.db)),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({ server, pool });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function countProducts(db: Database): Promise<Response> {
  const { total } = await listPublishedProducts(db, noFilters, { today: '2026-11-24' });
  return new Response(String(total), { headers: { 'Content-Type': 'text/html' } });
}

async function change(db: Database): Promise<Response> {
  isPublic = !isPublic;
  await db.transaction((tx) =>
    isPublic
      ? resumePublication(tx, { declarationId, now })
      : endPublication(tx, { declarationId, because: 'suspended', now }),
  );
  return new Response(null, { status: 204 });
}

const read = async (url: string): Promise<string> => (await fetch(`${url}/products`)).text();

test('what one has published is what the other shows at once, however often', async () => {
  const [first = '', second = ''] = urls;
  let isDone = false;
  // Readers that never stop, so that what is kept is kept at every moment.
  const readers = urls.map(async (url) => {
    while (!isDone) await read(url);
  });
  const stale: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [writing, reading] = round % 2 === 0 ? [first, second] : [second, first];
    await fetch(`${writing}/review/change`, { method: 'POST' });
    const expected = isPublic ? '1' : '0';
    if ((await read(reading)) !== expected || (await read(writing)) !== expected) stale.push(round);
  }
  isDone = true;
  await Promise.all(readers);
  expect(stale).toEqual([]);
});
