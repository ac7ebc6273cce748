import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPortalServer, serve } from '~/app/server/http';
import { fakeContext } from '../context';

let server: Server;
let port: number;

beforeAll(async () => {
  server = createPortalServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  serve(server, {
    portal: { ...fakeContext({ publicUrl: 'https://portal.example.dk' }), log: pino({ level: 'silent' }) },
    pages: async () => new Response('<p>side</p>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    files: (_request, _response, next) => next(),
    health: () => null,
    kept: null,
    limits: null,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What comes back for these bytes, until the other side hangs up. */
async function send(...parts: string[]): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString();
  });
  const ended = once(socket, 'close');
  for (const part of parts) socket.write(part);
  await ended;
  const [head = '', ...body] = received.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body.join('\r\n\r\n') };
}

const rest = ' HTTP/1.1\r\nHost: portal.example.dk\r\nConnection: close\r\n\r\n';
const tenThousandWords = Array.from({ length: 10_000 }, (_, index) => `ord${index}`).join('+');

test.each([
  ['/products', '<html lang="da"', '<h1>Adressen er for lang</h1><p>Søg efter færre ord'],
  ['/en/products', '<html lang="en"', '<h1>The address is too long</h1><p>Search for fewer words'],
])('a search of ten thousand words is refused in words: %s', async (path, language, sentence) => {
  const { status, head, body } = await send(`GET ${path}?q=${tenThousandWords}${rest}`);
  expect(status).toBe(414);
  expect(head).toContain('content-type: text/html; charset=utf-8');
  expect(body).toContain(language);
  expect(body).toContain(sentence);
});

test('the API says so as its other problems', async () => {
  const { status, head, body } = await send(`GET /api/v1/products?q=${tenThousandWords}${rest}`);
  expect(status).toBe(414);
  expect(head).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status: 414, title: 'The address is too long' });
});

test('what is longer than a server should read is refused in words too, and the connection ends', async () => {
  const { status, head, body } = await send(`GET /en/products?q=${'a'.repeat(200_000)}${rest}`);
  expect(status).toBe(431);
  expect(head).toContain('connection: close');
  expect(body).toMatch(/<h1>.{20,}<\/h1><p>.{20,}<\/p>/);
});

test('a header too long for the API is a problem as its others', async () => {
  const { body } = await send(`GET /api/v1/products HTTP/1.1\r\nX: ${'a'.repeat(140_000)}\r\n\r\n`);
  // Which part of it came last depends on the network: where it is not the beginning, nothing tells what was asked for.
  expect(body).toMatch(/^\{.*"status":431|<h1>Adressen og det/s);
});

test('what is no HTTP is told so', async () => {
  const { status, body } = await send('GET /en/products HTTP/1.1\r\nno header\r\n\r\n');
  expect(status).toBe(400);
  expect(body).toContain('<h1>The address or the content cannot be read</h1>');
});

test('an address that cannot be read is refused in its language, and as JSON where it is the API’s', async () => {
  expect((await send(`GET /en/%${rest}`)).body).toContain('<html lang="en"');
  expect((await send(`GET /api/%${rest}`)).head).toContain('content-type: application/problem+json');
});

test('the connection goes on being used after an address that is too long', async () => {
  const { body } = await send(
    `GET /products?q=${tenThousandWords} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `GET /products${rest}`,
  );
  expect(body).toContain('<h1>Adressen er for lang</h1>');
  expect(body).toContain('<p>side</p>');
});
