import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formats } from '~/app/api/tables/format';
import { createKeptPages } from '~/app/server/kept-pages';
import { keepDump } from '~/app/server/nightly-dump';
import { createPublicSource } from '~/app/server/public-source';
import { publicState } from '~/app/server/public-state';
import { signerOf } from '~/app/server/signing-key';
import { type Connection, connect } from '~/db/client';
import { signLedger } from '~/db/ledger';
import { endPublication } from '~/db/publication';
import { publicRedirects } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { publishOn } from '~/test/factories/publish';
import { insertMarket } from '~/test/factories/published-market';
import { type InProcessPortal, openInProcess, type WireAnswer } from '~/test/in-process-portal';
import { apiValidator } from './validators';

// Promise: the API does what its description says, all of it: every operation is asked for every status and every media type
// that it is described with, and answers so; what it answers beside these is a fault as well.

let database: TestDatabase;
let dataDir: string;
/** A pool that gives up soon, for what is too slow. */
let hasty: Connection;
let portal: InProcessPortal;
let slowPortal: InProcessPortal;
let description: Description;
let faultsOf: ReturnType<typeof apiValidator>;
const now = new Date('2026-11-30T12:00:00Z');

interface Described {
  content?: Record<string, unknown>;
  headers?: Record<string, { required?: boolean }>;
}

interface Description {
  paths: Record<string, { get?: { responses: Record<string, Described> } }>;
}

const isApi = ({ file }: { file: string }) => file.startsWith('routes/api/');

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'contract-'));
  database = await createTestDatabase();
  const { db } = database;
  await insertMarket(db);
  const { declarationId } = await publishOn(db, { name: 'Forbi' }, new Date('2026-11-29T12:00:00Z'));
  await db.transaction((tx) => endPublication(tx, { declarationId, now, because: 'revoked' }));
  const redirect = { mergedAt: now, fromSlug: 'merged', fromName: 'Merged' };
  await db.insert(publicRedirects).values([
    { ...redirect, kind: 'product', toSlug: 'zebra' },
    { ...redirect, kind: 'supplier', toSlug: 'omsorg-a-s' },
  ]);
  await signLedger(db, await signerOf(generateKeyPairSync('ed25519').privateKey), now);
  await keepDump(database.sql, { dataDir, licence: 'CC-BY-4.0' }, now);
  hasty = connect(database.target, { applicationName: 'test', max: 2, statementTimeout: 200 });
  const options = { dataDir, now: () => now };
  const source = createPublicSource({ db, replica: null });
  const kept = createKeptPages({ ...publicState({ db, now: () => now }, source), limit: 0 });
  portal = await openInProcess({ ...options, db, sql: database.sql, kept }, isApi);
  slowPortal = await openInProcess({ ...options, db: hasty.db }, isApi);
  const { text } = await portal.ask('/api/v1/openapi.json');
  description = JSON.parse(text) as Description;
  faultsOf = apiValidator(text);
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await slowPortal?.close();
  await hasty?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What stands for the parameter of each address that has one: something that is there, that is not, and that was. */
const things: Readonly<Record<string, { there: string; gone?: string }>> = {
  '/products/{id}': { there: 'zebra', gone: 'forbi' },
  '/products/{id}/declaration': { there: 'zebra' },
  '/suppliers/{id}': { there: '12345678' },
  '/interfaces/{id}': { there: 'SF1500' },
  '/interface-groups/{id}': { there: 'organisation' },
  '/municipalities/{id}': { there: '0101' },
  '/dump/{file}': { there: 'products.csv.gz' },
};
/** What has to be asked with. */
const needed: Readonly<Record<string, string>> = {
  '/ledger/consistency': 'from=1',
  '/profile': 'need=SF1500~ready~must',
};

const withId = (template: string, id: string): string => template.replace(/\{[^}]+\}/, id);

/** An address that should be answered with a status, and what it has to be asked with. */
function asksFor(template: string, status: string): { address: string; headers?: Record<string, string> }[] {
  const thing = things[template];
  const query = needed[template] ?? '';
  const there = `/api/v1${withId(template, thing?.there ?? '')}`;
  const plain = query === '' ? there : `${there}?${query}`;
  if (template === '/dump/{file}' && status === '200') {
    return ['manifest.json', 'datapackage.json', 'products.csv.gz'].map((file) => ({
      address: `/api/v1/dump/${file}`,
    }));
  }
  if (status === '200') return [{ address: plain }];
  if (status === '304') return [{ address: plain, headers: { 'If-None-Match': '*' } }];
  if (status === '400') return [{ address: `${there}?nobodys=1` }, { address: `${there}?cursor=%22&from=x&format=y` }];
  if (status === '404') return [{ address: `/api/v1${withId(template, 'nothing')}` }];
  if (status === '301') return [{ address: `/api/v1${withId(template, 'merged')}` }];
  if (status === '410') return thing?.gone ? [{ address: `/api/v1${withId(template, thing.gone)}` }] : [];
  return [];
}

/** Headers that a response is described to have, and has not. */
function missingHeaders(response: Described | undefined, { headers }: WireAnswer): string[] {
  return Object.entries(response?.headers ?? {}).flatMap(([name, { required }]) =>
    required && headers[name.toLowerCase()] === undefined ? [name] : [],
  );
}

const operations = () =>
  Object.entries(description.paths).flatMap(([template, { get }]) =>
    get && !template.startsWith('/supplier/') ? [{ template, responses: get.responses }] : [],
  );

test('every operation answers with each of the statuses that it is described with, as it is described', async () => {
  const never: string[] = [];
  const faults: string[] = [];
  for (const { template, responses } of operations()) {
    const seen = new Set<string>();
    for (const status of Object.keys(responses)) {
      for (const { address, headers } of asksFor(template, status)) {
        const answer = await portal.ask(address, headers);
        seen.add(String(answer.status));
        faults.push(...missingHeaders(responses[answer.status], answer).map((name) => `${address}: no ${name}`));
        if (answer.status !== 304) faults.push(...faultsOf(address, answer).map((fault) => `${address}: ${fault}`));
      }
    }
    // Asked for below, as it takes a database that is busy.
    never.push(
      ...Object.keys(responses)
        .filter((status) => status !== '503' && !seen.has(status))
        .map((status) => `${template} ${status}`),
    );
  }
  expect(faults).toEqual([]);
  expect(never).toEqual([]);
  expect(operations().length).toBeGreaterThan(15);
});

test('every operation answers in each of the media types that it is described with', async () => {
  const others: string[] = [];
  for (const { template, responses } of operations()) {
    const types = Object.keys(responses[200]?.content ?? {});
    const seen = new Set<string>();
    for (const { address } of asksFor(template, '200')) {
      for (const format of ['', ...formats.map((each) => `format=${each}`)]) {
        const asked = format === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${format}`;
        const { status, headers } = await portal.ask(asked);
        if (status === 200) seen.add((headers['content-type'] ?? '').split(';')[0] ?? '');
      }
    }
    if ([...seen].sort().join() !== [...types].sort().join())
      others.push(`${template}: ${[...seen]} instead of ${types}`);
  }
  expect(others).toEqual([]);
});

test('what the database gives up is told of as described', async () => {
  const faults: string[] = [];
  const waiting: Promise<unknown>[] = [];
  await database.db.transaction(async (tx) => {
    // Whoever reads these waits until the database gives it up.
    await tx.execute(sql`lock table published.products, interfaces, municipalities in access exclusive mode`);
    for (const { template, responses } of operations()) {
      if (!responses[503]) continue;
      for (const { address } of asksFor(template, '200')) {
        // This one takes its time, but only for two at once.
        const atOnce = template === '/answers.csv' ? 2 : 0;
        for (let first = 0; first < atOnce; first += 1) waiting.push(portal.ask(address));
        if (atOnce > 0) await new Promise((resolve) => setTimeout(resolve, 100));
        const answer = await (atOnce > 0 ? portal : slowPortal).ask(address);
        if (answer.status !== 503) faults.push(`${address}: ${answer.status}`);
        faults.push(...faultsOf(address, answer).map((fault) => `${address}: ${fault}`));
      }
    }
  });
  await Promise.all(waiting);
  expect(faults).toEqual([]);
});

test.each([
  '/api/v1/products',
  '/api/v1/dump/manifest.json',
  '/catalog.jsonld',
  '/oembed',
  '/en/products/zebra/badges/product.json',
  '/interfaces/SF1500/badges/interface.json',
  '/products/feed/feed.json',
  '/products/zebra/feed/atom.xml',
  '/schemas/declaration-1.json',
])('a page of another site may ask for %s with a tag', async (address) => {
  const asked = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Headers': 'if-none-match' };
  const { status, headers } = await portal.ask(
    address,
    { ...asked, 'Access-Control-Request-Method': 'GET' },
    'OPTIONS',
  );
  expect([status, headers['access-control-allow-origin'], headers['access-control-allow-headers']]).toEqual([
    204,
    '*',
    'If-None-Match, If-Modified-Since',
  ]);
});
