import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, like } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpFolder } from '~/app/server/dump';
import { signerOf } from '~/app/server/signing-key';
import { signLedger } from '~/db/ledger';
import { writeDump } from '~/db/published/dump';
import { answers, products, publicProducts } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { publishOn } from '~/test/factories/publish';
import { type InProcessPortal, openInProcess, type WireAnswer } from '~/test/in-process-portal';
import { showsDays } from '~/workflows/viewed-day';
import { addressesOf, oneOfEach } from './addresses';
import { makePublicWorld, makeSecrets, type PublicWorld, secretWord } from './secrets';
import { apiValidator, formatFaults, openApiFaults } from './validators';

// Promise: nothing unpublished is observable to the public. Every public address, in every format and both languages, answers
// the same bytes and headers whether or not there are secrets in the database.

let database: TestDatabase;
let dataDir: string;
let portal: InProcessPortal;
let publicWorld: PublicWorld;
let addresses: string[];
let before: Seen;
const now = new Date('2026-11-30T12:00:00Z');
const publicUrl = 'https://snitflader.example';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'unpublished-'));
  database = await createTestDatabase();
  publicWorld = await makePublicWorld(database);
  await signLedger(database.db, await signerOf(generateKeyPairSync('ed25519').privateKey), now);
  portal = await openInProcess({ db: database.db, sql: database.sql, dataDir, publicUrl, now: () => now });
  const names = (await dump()).files.map(({ name }) => name);
  const known = await database.db.select().from(publicProducts);
  const shown = {
    products: ['zebra', publicWorld.productSlug, known.flatMap(({ kitosUuid }) => kitosUuid ?? [])[0] ?? ''],
    suppliers: ['omsorg-a-s', '12345678'],
  };
  addresses = listEverything(shown, names);
  before = await crawl(addresses);
}, 600_000);
afterAll(async () => {
  await portal?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const dump = () =>
  writeDump(database.sql, dumpFolder(dataDir), {
    now,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', attribution: 'Snitfladeklar' },
  });

interface Asked {
  products: readonly string[];
  suppliers: readonly string[];
}

/** What can be asked of these products and suppliers, by slug or another id, and of everything else. */
function listEverything({ products: slugs, suppliers: owners }: Asked, dumped: readonly string[]): string[] {
  const bare = addressesOf({
    ...oneOfEach,
    products: slugs,
    suppliers: owners,
    interfaces: ['SF1500', 'SF9999'],
    groups: ['organisation', 'nothing'],
    municipalities: ['0101', '9999'],
    questionnaires: ['faelleskommunal-infrastruktur', secretWord],
    answers: ['if-support@SF1500', 'if-support@SF1470', 'nothing'],
    feeds: ['atom.xml', 'feed.json'],
    badges: ['product.svg', 'product.json', 'SF1500.json', 'interface.svg', 'interface.json'],
    profileFiles: [
      'annex.docx',
      'annex.pdf',
      'questions.docx',
      'questions.pdf',
      'answers.xlsx',
      'answers.csv',
      'answers.json',
    ],
    dumpFiles: ['manifest.json', ...dumped],
  });
  // What is asked is read by the same code in both languages.
  return [...bare, ...bare.filter((address) => !address.startsWith('/en')).flatMap(withQueries)];
}

const searches = [
  `q=${secretWord}`,
  'q=secret',
  'q=secret-version',
  'q=aeldre',
  'supplier=secret-supplier',
  'interface=SF1500',
];
const more = ['municipality=0751', 'level=in_production', 'fresh=1', 'type=fagsystem', 'group=organisation', 'kle=27'];
const profile = 'need=SF1500~ready~must&need=SF1470~planned';
const listed = /^(?:\/en)?\/(?:products(?:\/feed\/.*)?|compare|subscribe)$|^\/api\/v1\/(?:products|matrix)$/;

/** The same address with what can be asked of it. */
function withQueries(address: string): string[] {
  const queries: string[] = [];
  if (listed.test(address)) queries.push(...searches, ...more);
  if (/\/profile(?:\/.*\..*)?$/.test(address))
    queries.push(profile, ...['2026-11-20', '2027-03-01'].map((on) => `${profile}&on=${on}`));
  if (/\/interfaces\/SF1500$/.test(address)) queries.push('level=in_production');
  if (/\/publications\/changes$/.test(address)) queries.push('from=1&to=2', 'from=1&to=1');
  if (/\/dispute$/.test(address)) queries.push('question=first-one', 'question=if-support%40SF1500');
  if (/^(?:\/en)?\/verify$/.test(address)) queries.push('code=ABCD-EFGH-JKMN');
  if (address === '/oembed' || address === '/api/v1/products') {
    for (const slug of ['zebra', 'secret-draft'])
      queries.push(`url=${encodeURIComponent(`${publicUrl}/products/${slug}`)}`);
  }
  if (showsDays(address)) queries.push('on=2026-11-20', 'on=2027-03-01', 'on=1999-12-31');
  if (address === '/oembed') {
    queries.push(...['SF1500', 'SF9999'].map((id) => `url=${encodeURIComponent(`${publicUrl}/interfaces/${id}`)}`));
    queries.push(`format=xml&url=${encodeURIComponent(`${publicUrl}/products/zebra`)}`);
  }
  if (address === '/api/v1/ledger/consistency') queries.push('from=1', 'from=4', 'from=99');
  const asTables = /^\/api\/v1\/(?!dump|ledger|openapi|products\/.*\/declaration)/.test(address);
  const forms = asTables ? ['format=csv', 'format=xlsx', 'format=jsonld'] : [];
  const withForms = [...queries, ''].flatMap((query) => forms.map((form) => (query ? `${query}&${form}` : form)));
  return [...queries, ...withForms].map((query) => `${address}?${query}`);
}

type Seen = ReadonlyMap<string, WireAnswer>;

async function crawl(addresses: readonly string[]): Promise<Seen> {
  const seen = new Map<string, WireAnswer>();
  for (const address of addresses) seen.set(address, await portal.ask(address));
  return seen;
}

/** Without what is drawn by lot: a page's nonce, and a Word file but for its words. */
function essenceOf({ status, headers, body, text }: WireAnswer): string {
  const policy = (headers['content-security-policy'] ?? '').replace(/ 'nonce-[^']*'/, '');
  const isWord = (headers['content-type'] ?? '').includes('wordprocessingml');
  if (isWord) {
    const words = strFromU8(unzipSync(body)['word/document.xml'] ?? new Uint8Array()).replace(
      / (?:w|r):(?:rsid\w*|id)="[^"]*"/g,
      '',
    );
    return JSON.stringify([status, { ...headers, 'content-length': '' }]) + words;
  }
  const digest = createHash('sha256').update(body).digest('hex');
  return JSON.stringify([status, { ...headers, 'content-security-policy': policy }]) + text + digest;
}

/** Addresses whose answers differ, with the first place where they do. */
function differences(before: Seen, after: Seen): string[] {
  return [...before].flatMap(([address, old]) => {
    const found = after.get(address);
    const [a, b] = [essenceOf(old), found ? essenceOf(found) : ''];
    if (a === b) return [];
    const at = [...a].findIndex((sign, index) => sign !== b[index]);
    return [
      `${address}: »${a.slice(Math.max(0, at - 60), at + 60)}« became »${b.slice(Math.max(0, at - 60), at + 60)}«`,
    ];
  });
}

test('what every public address answers is what its format says, by programs that did not write it', async () => {
  const description = before.get('/api/v1/openapi.json')?.text ?? '';
  const holdsToApi = apiValidator(description);
  const faults = await openApiFaults(description);
  const looked = new Set<string>();
  for (const [address, answer] of before) {
    // A page in English and one that was asked for something are the same markup with other words.
    const isVariant = answer.headers['content-type']?.startsWith('text/html') && /^\/en|\?/.test(address);
    const found = isVariant ? [] : await formatFaults(answer);
    if (found === null) continue;
    looked.add((answer.headers['content-type'] ?? '').split(';')[0] ?? '');
    const isApi = /^\/api\/v1\/(?!openapi|supplier\/)/.test(address);
    faults.push(...[...found, ...(isApi ? holdsToApi(address, answer) : [])].map((fault) => `${address}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect([...looked].sort()).toEqual([
    'application/atom+xml',
    'application/feed+json',
    'application/json',
    'application/ld+json',
    'application/problem+json',
    'application/schema+json',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/xml',
    'image/svg+xml',
    'text/csv',
    'text/html',
    'text/turtle',
    'text/xml',
  ]);
}, 600_000);

test('every public address answers the same bytes with and without secrets in the database', async () => {
  // Enough of them answer with something for the comparison to mean something.
  expect([...before.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(150);

  const address = encodeURIComponent(`${publicUrl}/products/zebra`);
  for (const asked of [`/oembed?url=${address}`, `/api/v1/products?url=${address}`, '/products/zebra?on=2026-11-20']) {
    expect([asked, before.get(asked)?.status]).toEqual([asked, 200]);
  }
  // A badge that is taken from the page of a past day leads to the present.
  expect(before.get('/products/zebra?on=2026-11-20')?.text).toContain(
    '&lt;a href=&quot;https://snitflader.example/products/zebra&quot;',
  );

  await makeSecrets(database, publicWorld);
  await dump();
  const hidden = await database.db
    .select()
    .from(products)
    .where(like(products.name, `%${secretWord}%`));
  const told = await database.db.select().from(answers).where(eq(answers.value, secretWord));
  expect([hidden.length, told.length]).toEqual([5, 5]);
  const after = await crawl(addresses);
  expect(differences(before, after)).toEqual([]);

  // Whoever knows a secret's address learns no more than whoever makes one up.
  const [first] = hidden.filter(({ slug }) => slug !== publicWorld.productSlug);
  const made = { products: ['made-up'], suppliers: ['made-up'] };
  const madeUp = listEverything(made, []).filter((address) => address.includes('made-up'));
  const blank = (seen: Seen, name: string): Seen =>
    new Map([...seen].map(([address, answer]) => [address.replace(name, '…'), withoutName(answer, name)]));
  const nothing = blank(await crawl(madeUp), 'made-up');
  expect([...nothing.values()].filter(({ status }) => status === 200)).toEqual([]);
  for (const name of ['secret-draft', 'secret-rejected', 'secret-supplier', first?.slug ?? '', first?.id ?? '']) {
    const asked = madeUp.map((address) => address.replace('made-up', name));
    expect(differences(nothing, blank(await crawl(asked), name))).toEqual([]);
  }

  // What is published is seen at once: the comparison can fail.
  await publishOn(database.db, { name: 'Nyhed' }, new Date('2026-11-29T12:00:00Z'));
  const some = addresses.filter((address) =>
    /^(?:\/en)?\/(?:products|api\/v1\/products|sitemap.*|suppliers)?$/.test(address),
  );
  const sample: Seen = new Map([...after].filter(([address]) => some.includes(address)));
  expect(differences(sample, await crawl(some)).length).toBe(some.length);
}, 600_000);

/** As if the thing had no name: it may stand in the page that says there is nothing. */
function withoutName({ status, headers, text }: WireAnswer, name: string): WireAnswer {
  const body = text.replaceAll(name, '…');
  return { status, headers: { ...headers, 'content-length': '' }, body: Buffer.from(body), text: body };
}
