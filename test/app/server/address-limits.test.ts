import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, createAddressLimits } from '~/app/server/address-limits';
import { createPortalServer, serve } from '~/app/server/http';
import { requestCounts } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { fakeContext } from '../context';

let test: TestDatabase;
let server: Server;
let url: string;
let now = new Date('2026-11-24T12:00:00Z');
let status = 200;

beforeAll(async () => {
  test = await createTestDatabase();
  server = createPortalServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { publicUrl: url, trustProxy: true, formRateLimit: 3, apiRateLimit: 2 };
  const { nonce: _, requestId: __, ...portal } = fakeContext({ db: test.db, now: () => now, ...settings });
  serve(server, {
    portal,
    pages: async () => new Response('{}', { status, headers: { 'Content-Type': 'application/json' } }),
    files: (_request, _response, next) => next(),
    health: () => null,
    kept: null,
    limits: createAddressLimits(portal),
  });
});
beforeEach(async () => {
  status = 200;
  now = new Date('2026-11-24T12:00:00Z');
  await test.db.delete(requestCounts);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await test.drop();
});

const send = (path: string, from = '192.0.2.1', method = 'POST') =>
  fetch(url + path, {
    method,
    headers: { Origin: url, 'X-Forwarded-For': `10.0.0.1, ${from}` },
    ...(method === 'POST' ? { body: 'a=1' } : {}),
  });
const statusOf = async (...args: Parameters<typeof send>) => (await send(...args)).status;

describe('forms that anybody can send', () => {
  it('are refused after some, with how long to wait, and taken again after that', async () => {
    for (let sent = 0; sent < 3; sent += 1) expect(await statusOf('/sign-in/demo')).toBe(200);
    const refused = await send('/en/sign-in');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(refused.headers.get('RateLimit')).toBe('"default";r=0;t=60');
    expect(refused.headers.get('RateLimit-Policy')).toBe('"default";q=3;w=60');
    expect(refused.headers.get('Cache-Control')).toContain('no-store');
    expect(await refused.text()).toContain('Too much was sent in a short time');
    now = new Date(now.getTime() + 60_000);
    expect(await statusOf('/sign-in/demo')).toBe(200);
  });

  it('are counted by where they come from, of which nothing is kept', async () => {
    for (let sent = 0; sent < 4; sent += 1) await send('/sign-in/demo');
    expect(await statusOf('/sign-in/demo', '192.0.2.2')).toBe(200);
    expect(JSON.stringify(await test.db.select().from(requestCounts))).not.toContain('192.0.2');
  });

  it('are counted with a cookie that somebody made up as well, and those of people who work are not', async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      expect(await statusOf('/supplier/products/new')).toBe(200);
      expect(await statusOf('/sign-in', '192.0.2.3', 'GET')).toBe(200);
    }
    const cookie = { Cookie: 'session=x', Origin: url };
    const sent = [];
    for (let at = 0; at < 4; at += 1) {
      sent.push((await fetch(`${url}/sign-in/demo`, { method: 'POST', headers: cookie })).status);
    }
    expect(sent).toEqual([200, 200, 200, 429]);
  });
});

it('tokens that are not good are refused after some tries, and good ones are not counted', async () => {
  for (let asked = 0; asked < 4; asked += 1)
    expect(await statusOf('/api/v1/supplier/products', '::1', 'GET')).toBe(200);
  status = 401;
  const answers = [];
  for (let asked = 0; asked < 3; asked += 1) answers.push(await send('/api/v1/supplier/products', '::1', 'GET'));
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 429]);
  expect(answers[2]?.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await statusOf('/api/v1/suppliers', '::1', 'GET')).toBe(401);
});

it('the address is what the trusted proxy saw, and of IPv6 the network', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as Parameters<
      typeof addressOf
    >[0];
  expect(addressOf(from('127.0.0.1', '1.1.1.1, 2.2.2.2'), true)).toBe('2.2.2.2');
  expect(addressOf(from('127.0.0.1', '1.1.1.1'), false)).toBe('127.0.0.1');
  expect(addressOf(from('::ffff:10.0.0.1'), false)).toBe('10.0.0.1');
  expect(addressOf(from('2001:0DB8:1:2:3:4:5:6'), false)).toBe('2001:db8:1:2');
  expect(addressOf(from('2001:db8::1'), false)).toBe('2001:db8:0:0');
  expect(addressOf(from('::1'), false)).toBe('0:0:0:0');
  expect(addressOf(from('fe80::1%eth0'), false)).toBe('fe80:0:0:0');
});
