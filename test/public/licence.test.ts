import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { licences } from '~/app/api/licence';
import { keepDump } from '~/app/server/nightly-dump';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type InProcessPortal, openInProcess, type WireAnswer } from '~/test/in-process-portal';
import { addressesOf, oneOfEach } from './addresses';
import { makePublicWorld } from './secrets';

// Promise: the operator chooses the licence, and every public answer tells the chosen one, whatever its form and status.

let database: TestDatabase;
let dataDir: string;
let portal: InProcessPortal;
let answers: ReadonlyMap<string, WireAnswer>;
const now = new Date('2026-11-30T12:00:00Z');
const free = licences['CC0-1.0'];

/** Where somebody is asked for something of their own: nothing there is given to use. */
const personal = /^(?:\/en)?\/(?:sign-in|sign-out|disputes|access|subscribe|subscriptions|invitation)(?:\/|$)/;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'licence-'));
  database = await createTestDatabase();
  const { productSlug } = await makePublicWorld(database);
  await keepDump(database.sql, { dataDir, licence: 'CC0-1.0' }, now);
  portal = await openInProcess({ db: database.db, sql: database.sql, dataDir, licence: 'CC0-1.0', now: () => now });
  const bare = addressesOf({ ...oneOfEach, products: [productSlug, 'zebra', 'nothing'] });
  const isTable = (address: string) =>
    /^\/api\/v1\/(?:products|suppliers|interfaces|municipalities|matrix)$/.test(address);
  const formats = bare
    .filter(isTable)
    .flatMap((address) => ['csv', 'xlsx', 'jsonld', 'nobodys'].map((format) => `${address}?format=${format}`));
  const asked = [...bare.filter((address) => !personal.test(address)), ...formats];
  const seen = new Map<string, WireAnswer>();
  for (const address of asked) seen.set(address, await portal.ask(address));
  answers = seen;
}, 300_000);
afterAll(async () => {
  await portal?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test('every public answer tells the licence in its header, refusals and preflights too', async () => {
  const preflight = await portal.ask('/api/v1/products', {}, 'OPTIONS');
  const other = [...answers, ['OPTIONS', preflight] as const].filter(
    ([, { headers }]) => !(headers.link ?? '').split(', ').includes(`<${free.url}>; rel="license"`),
  );
  expect(other.map(([address, { status, headers }]) => [address, status, headers.link])).toEqual([]);
  expect(new Set([...answers.values()].map(({ status }) => status))).toEqual(new Set([200, 400, 404]));
});

test('where there is room for it in the body, it is the chosen one, and the other is nowhere', () => {
  const silent: string[] = [];
  let told = 0;
  for (const [address, { status, headers, text }] of answers) {
    if (/creativecommons\.org\/licenses|CC BY/.test(text)) silent.push(`${address} tells the other`);
    const type = headers['content-type'] ?? '';
    const isData = /^application\/(?:json|ld\+json)/.test(type) && /^\/(?:api|catalog)/.test(address);
    const hasRoom = isData || /^application\/atom|^text\/turtle/.test(type) || address.includes('/products/feed');
    if (status !== 200 || !hasRoom) continue;
    told += 1;
    // A JSON feed has no field for it.
    if (!text.includes(free.url) && !type.startsWith('application/feed+json')) silent.push(address);
  }
  expect(silent).toEqual([]);
  expect(told).toBeGreaterThan(20);
  expect(answers.get('/')?.text).toContain('Oplysningerne må bruges frit (CC0).');
  expect(answers.get('/en/products')?.text).toContain(`"license":"${free.url}"`);
});
