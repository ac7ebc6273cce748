import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PortalPlace, type RunningPortal, startPortal } from '../portal';

let place: PortalPlace;
let portal: RunningPortal;

beforeAll(async () => {
  portal = await startPortal();
  place = portal.place;
});
afterAll(async () => {
  await portal?.stop();
  await place?.remove();
});

async function signIn(person: string): Promise<string> {
  const response = await fetch(`${portal.url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ person }),
    headers: { Origin: portal.url },
  });
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

async function isSignedIn(Cookie: string): Promise<boolean> {
  const response = await fetch(`${portal.url}/sign-in`, { headers: { Cookie }, redirect: 'manual' });
  return response.status === 302;
}

describe('the portal', () => {
  test('tells how to sign in, lives and is ready', async () => {
    expect(portal.output()).toContain(`The portal is open at ${portal.url}\n`);
    expect(portal.output()).toContain(`Sign in at ${portal.url}/sign-in: choose a demo person, no password.\n`);
    expect(await (await fetch(`${portal.url}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${portal.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  test.each([
    'supplier-editor',
    'supplier-signatory',
    'supplier-b-signatory',
    'reviewer-a',
    'lead-a',
    'reviewer-b',
    'lead-b',
    'coordinator',
    'auditor',
  ])('lets in %s', async (person) => {
    expect(await isSignedIn(await signIn(person))).toBe(true);
  });

  test('sends style sheets and scripts compressed, for good, and to this site only', async () => {
    const page = await (await fetch(`${portal.url}/`)).text();
    const file = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
    const { status, headers } = await fetch(portal.url + file, { headers: { 'Accept-Encoding': 'br' } });
    expect(status).toBe(200);
    expect(headers.get('Content-Encoding')).toBe('br');
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect((await fetch(portal.url + file, { headers: { Range: 'bytes=5-2' } })).status).toBe(200);
  });

  test('gives an address that is none a page that says so, in its language', async () => {
    for (const [path, words] of [
      ['/nothing', 'Siden findes ikke'],
      ['/en/nothing', 'does not exist'],
    ]) {
      const response = await fetch(portal.url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(words);
    }
  });

  test('answers a method that a page does not have with 405', async () => {
    const response = await fetch(`${portal.url}/products`, { method: 'POST', headers: { Origin: portal.url } });
    expect(response.status).toBe(405);
  });

  test('kept nobody’s name in its log', () => {
    expect(portal.output()).not.toMatch(/"level":(?:40|50|60)/);
  });
});

test('kill -9 ends no session, and the second start takes a few seconds', async () => {
  const cookie = await signIn('auditor');
  await portal.kill();
  const begun = performance.now();
  portal = await startPortal({ place });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(portal.output()).not.toContain('demo data');
  expect(await isSignedIn(cookie)).toBe(true);
});

test('a stop lets what is under way finish, and ends with 0', async () => {
  const { port } = new URL(portal.url);
  const socket = connectSocket(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  socket.write(
    'POST /sign-in/demo HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\nperson=',
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = performance.now();
  const stopped = portal.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.write('auditor');
  expect(await stopped).toBe(0);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(received).toMatch(/^HTTP\/1\.1 302 /);
  await expect(fetch(portal.url)).rejects.toThrow();
});

test('in production there is neither demo sign-in nor a trace of it', async () => {
  const production = await startPortal({
    place,
    env: { NODE_ENV: 'production', DEMO: '0', SESSION_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://portal.example.dk' },
    address: (output) => {
      const [, port] = /"port":(\d+),.*"msg":"listening"/.exec(output) ?? [];
      return port === undefined ? undefined : `http://127.0.0.1:${port}`;
    },
  });
  try {
    const response = await fetch(`${production.url}/sign-in/demo`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ person: 'auditor' }),
      headers: { Origin: 'https://portal.example.dk' },
    });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([404, null]);
    expect(await (await fetch(`${production.url}/sign-in`)).text()).not.toContain('name="person"');
    expect(response.headers.get('Strict-Transport-Security')).toContain('max-age');
  } finally {
    await production.stop();
  }
});
