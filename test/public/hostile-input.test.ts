import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type InProcessPortal, openInProcess, type WireAnswer } from '~/test/in-process-portal';
import { addressesOf, type Named, oneOfEach } from './addresses';
import { makePublicWorld } from './secrets';

// Promise: whatever is sent to a public address is answered with a sentence or as documented, never with an error of ours.

let database: TestDatabase;
let portal: InProcessPortal;
let addresses: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  const { productSlug } = await makePublicWorld(database);
  portal = await openInProcess({ db: database.db, sql: database.sql, now: () => new Date('2026-11-30T12:00:00Z') });
  addresses = addressesOf({ ...oneOfEach, products: [productSlug] });
}, 300_000);
afterAll(async () => {
  await portal?.close();
  await database?.drop();
});

const words = Array.from({ length: 400 }, (_, index) => `ord${index}`).join('+');
/** Values that no parameter means, each given to every parameter that anybody has ever asked for. */
const strange = [
  "'%22--",
  '%2500',
  '%E0%A4%A',
  '%F0%9F%92%A9',
  '../../etc/passwd',
  '1e309',
  '-1',
  '2026-02-31',
  '9'.repeat(30),
];
const names = [
  'q',
  'interface',
  'supplier',
  'municipality',
  'level',
  'rung',
  'fresh',
  'since',
  'sort',
  'page',
  'cursor',
  'format',
  'on',
];
const moreNames = [
  'need',
  'title',
  'kle',
  'from',
  'to',
  'version',
  'code',
  'url',
  'question',
  'different',
  'lang',
  'callback',
  '__proto__',
  'return',
];
const everyName = [...names, ...moreNames];
/** Whole queries. */
const queries = [
  ...strange.slice(0, 3).map((value) => everyName.map((name) => `${name}=${value}`).join('&')),
  `q=${words}`,
  `q=${'a'.repeat(6_000)}`,
  Array.from({ length: 1_000 }, (_, index) => `interface=SF${index}`).join('&'),
  `q=${Array.from({ length: 10_000 }, (_, index) => `ord${index}`).join('+')}`,
  `cursor=${Buffer.from('{"name":{},"id":[]}').toString('base64url')}`,
  `cursor=${Buffer.from(JSON.stringify({ name: 'x'.repeat(3_000), id: '' })).toString('base64url')}`,
  'constructor=1&toString=1',
  '=&&&=1&?',
  ...[
    'javascript:alert(1)',
    'http://[::1',
    'http://localhost:3000/products/%00',
    'http://localhost:3000/products/a%0d%0ab',
    'http://localhost:3000/interfaces/%E0%A4%A',
    `http://localhost:3000/products/${'a'.repeat(4_000)}`,
    'http://user:secret@localhost:3000/products/zebra?url=http://localhost:3000/products/zebra',
  ].map((address) => `url=${encodeURIComponent(address)}`),
  'url=a&url=b',
  'maxwidth=-1&maxheight=1e9',
];

const accepts = ['text/html;q=NaN,;;;*/*;q=0', `${'a'.repeat(3_000)}, \u00e6\u00f8/\u00e5`];
const hostileHeaders = [
  ...accepts.map((Accept) => ({
    Accept,
    'Accept-Language': 'xx-YY;q=2,*,,;',
    'Accept-Encoding': 'br;q=x, *;q=0, identity;q=0',
  })),
  { 'If-None-Match': '"'.repeat(500), 'If-Modified-Since': 'yesterday', Range: 'bytes=9-1,-' },
  { Cookie: '__Host-session=%E0%A4%A; a="; =;;', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher' },
];

/** In milliseconds: far more than any of these takes, far less than a query that runs away. */
const longest = 20_000;

async function ask(address: string, headers?: Record<string, string>): Promise<string | null> {
  const begun = performance.now();
  const answer = await portal.ask(address, headers).catch((error: Error) => error.message);
  if (typeof answer === 'string') return `${address.slice(0, 200)}: ${answer}`;
  if (performance.now() - begun > longest) return `${address.slice(0, 200)} took too long`;
  return isWell(answer) ? null : `${address.slice(0, 200)}: ${answer.status} ${answer.text.slice(0, 200)}`;
}

/** No error of ours, and where it refuses, it says why: a problem with a sentence, a page with a heading, a badge in words. */
function isWell({ status, headers, text }: WireAnswer): boolean {
  if (status >= 500 && status !== 501) return false;
  if (status < 400) return true;
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/problem+json'))
    return String((JSON.parse(text) as { detail?: unknown }).detail).length > 10;
  if (type.startsWith('image/svg+xml')) return /<title>[^<]{3,}/.test(text);
  return type.startsWith('text/html') && /<h1[^>]*>[^<]{3,}/.test(text);
}

/** One language is enough for what is the same code; the words are held elsewhere. */
const inOneLanguage = (address: string) => !address.startsWith('/en');

test('every public address takes any query, and answers with a sentence or as it does without', async () => {
  const bad: (string | null)[] = [];
  for (const address of addresses.filter(inOneLanguage)) {
    for (const query of queries) bad.push(await ask(`${address}?${query}`));
    // Where one wrong name is enough to be refused, the others are only met alone.
    const { status } = await portal.ask(`${address}?nobodys=1`);
    const alone = status === 400 ? everyName : [];
    for (const [index, name] of alone.entries()) {
      bad.push(await ask(`${address}?${name}=${strange[index % strange.length]}`));
    }
  }
  expect(bad.filter(Boolean)).toEqual([]);
}, 600_000);

test('every public address takes any headers', async () => {
  const bad: (string | null)[] = [];
  for (const address of addresses.filter(inOneLanguage)) {
    for (const headers of hostileHeaders) bad.push(await ask(address, headers as Record<string, string>));
  }
  expect(bad.filter(Boolean)).toEqual([]);
}, 600_000);

test('every public address takes any name in the place of a thing', async () => {
  const bad: (string | null)[] = [];
  for (const name of [
    '%27%22%3C%F0%9F%92%A9',
    '__proto__',
    'a'.repeat(3_000),
    '..%2F..',
    '9'.repeat(40),
    '%0D%0AX-Y:%201',
    '%2500',
  ]) {
    const kinds = ['products', ...Object.keys(oneOfEach)];
    const named = Object.fromEntries(kinds.map((kind) => [kind, [name]])) as unknown as Named;
    for (const address of addressesOf(named).filter(inOneLanguage)) bad.push(await ask(address));
  }
  expect(bad.filter(Boolean)).toEqual([]);
}, 600_000);

test('every public address is for reading: other methods are refused, also of what does not exist', async () => {
  const answers = await Promise.all(
    ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((method) => portal.ask('/products', {}, method)),
  );
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
});

test('what is nobody else’s is stored by no shared cache, however its address is spelt', async () => {
  const stored: string[] = [];
  const spellings = (path: string) => [
    path,
    path.replace(/[a-z]/, (sign) => sign.toUpperCase()),
    path.toUpperCase(),
    path.replace(/[a-z]/, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    path.replace(/[a-z]/, (sign) => `%${sign.toUpperCase().charCodeAt(0).toString(16)}`),
    `/products/..${path}`,
    `/products/%2e%2e${path}`,
    `/products/%2E%2E${path}`,
    `/products/..;${path}`,
    `//${path}`,
    `/.${path}`,
    path.replaceAll('/', '\\'),
    path.replaceAll('/', '%2f').replace('%2f', '/'),
  ];
  const own = [
    '/sign-in',
    '/en/sign-in',
    '/subscribe',
    '/access',
    '/subscriptions/nobodys',
    '/api/v1/supplier/products',
  ];
  for (const spelling of own.flatMap(spellings)) {
    const { status, headers } = await portal.ask(spelling);
    const mayBeStored = !/no-store/.test(headers['cache-control'] ?? '');
    // A spelling that leads to the right one says nothing itself, and one of another address is another page.
    if (mayBeStored && status !== 308) stored.push(`${spelling}: ${status} ${headers['cache-control']}`);
  }
  expect(stored).toEqual([]);
});
