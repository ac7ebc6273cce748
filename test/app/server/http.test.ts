import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPortalServer, type HttpOptions, type PageHandler, serve } from '~/app/server/http';
import { createKeptPages } from '~/app/server/kept-pages';
import { cutHeader } from '~/app/server/web-request';
import { readEvidenceForm } from '~/app/supplier/read-evidence-form.server';
import { fakeContext } from '../context';

const publicUrl = 'https://portal.example.dk';
let server: Server;
let port: number;
let pages: PageHandler;
let logged: string;

beforeEach(async () => {
  logged = '';
  pages = async () => new Response('<p>side</p>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  server = createPortalServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function start(options: Partial<HttpOptions> & { trustProxy?: boolean } = {}): void {
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({ level: 'info' }, { write });
  const { nonce: _, requestId: __, ...portal } = fakeContext({ publicUrl, production: true, ...options });
  serve(server, {
    portal: { ...portal, log },
    pages: (request, context) => pages(request, context),
    files: (_request, _response, next) => next(),
    health: () => null,
    kept: null,
    limits: null,
    ...options,
  });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const post = (path: string, headers: Record<string, string> = {}, body: string | Buffer = ''): Promise<Answer> =>
  send(path, { method: 'POST', body, headers: { Origin: publicUrl, ...headers } });

describe('headers', () => {
  test('a page may run only scripts with its own nonce, which is another one each time', async () => {
    const nonces: string[] = [];
    pages = async (_request, { nonce }) => {
      nonces.push(nonce);
      return new Response('', { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': 'default-src *' } });
    };
    start();
    const first = await send('/sign-in');
    await send('/sign-in');
    expect(first.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonces[0]}';`);
    expect(first.headers['content-security-policy']).not.toContain('unsafe');
    expect(first.headers['content-security-policy']).not.toContain('*');
    expect(new Set(nonces).size).toBe(2);
  });

  test('what is no page is sandboxed, also when the route wants otherwise', async () => {
    pages = async () =>
      new Response('<svg/>', { headers: { 'Content-Type': 'image/svg+xml', 'Content-Security-Policy': 'img-src *' } });
    start();
    const { headers } = await send('/evidence');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test("pdf.js's worker may fetch nothing and run nothing but itself, and nothing else is treated like it", async () => {
    start({ files: (_request, response) => void response.end() });
    const policyOf = async (path: string) => (await send(path)).headers['content-security-policy'];
    expect(await policyOf('/assets/pdf.worker.min-Ab_12.mjs')).toBe(
      "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'",
    );
    for (const path of ['/assets/pdf.min-Ab12.mjs', '/products/pdf.worker.min.mjs', '/assets/x/pdf.worker.min.mjs']) {
      expect(await policyOf(path)).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    }
  });

  test('every answer has the rest, refusals too', async () => {
    start();
    for (const path of ['/', '/%', '/products/']) {
      const { headers } = await send(path);
      expect(headers).toMatchObject({
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
    }
  });

  test('a request has an id, which is ours unless a proxy is trusted', async () => {
    start();
    const own = await send('/', { headers: { 'X-Request-Id': 'chosen-by-client' } });
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a trusted proxy may give the id, but not any text', async () => {
    start({ trustProxy: true });
    expect((await send('/', { headers: { 'X-Request-Id': 'from-proxy-1' } })).headers['x-request-id']).toBe(
      'from-proxy-1',
    );
    expect((await send('/', { headers: { 'X-Request-Id': '<b>' } })).headers['x-request-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe('caches', () => {
  const session = { Cookie: '__Host-session=token' };

  test('a public page is asked for again each time, and says what it depends on', async () => {
    start();
    const { headers } = await send('/products');
    expect(headers['cache-control']).toBe('public, no-cache');
    expect(headers.vary).toBe('Accept-Encoding');
    expect((await send('/products', { headers: session })).headers.vary).toContain('Cookie');
  });

  test.each([
    ['a session', '/products', session],
    ['a page that is not public', '/supplier', {}],
    ['its English half', '/en/review/cases/1', {}],
  ])('never store what was made for %s, whatever the route wants', async (_name, path, headers) => {
    pages = async () =>
      new Response('', { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=600' } });
    start();
    expect((await send(path, { headers })).headers['cache-control']).toBe('private, no-store');
  });

  test('never store what sets a cookie, nor an error', async () => {
    pages = async ({ url }) =>
      url.endsWith('/cookie')
        ? new Response('', { headers: { 'Set-Cookie': 'a=b' } })
        : new Response('', { status: 404, headers: { 'Content-Type': 'text/html' } });
    start();
    expect((await send('/cookie')).headers['cache-control']).toBe('private, no-store');
    expect((await send('/nothing')).headers['cache-control']).toBe('no-store');
  });

  test('a public answer keeps what its route wants', async () => {
    pages = async () => Response.json({}, { headers: { 'Cache-Control': 'public, max-age=60', ETag: '"1"' } });
    start();
    expect((await send('/api/v1/products')).headers['cache-control']).toBe('public, max-age=60');
  });

  test('has a strong tag for its bytes, and is not sent to whoever has it', async () => {
    pages = async () => new Response('å'.repeat(2000), { headers: { 'Content-Type': 'text/html' } });
    start();
    const plain = await send('/');
    const zipped = await send('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(plain.headers.etag).toMatch(/^"[\w-]{27}-identity"$/);
    expect(zipped.headers.etag).toBe(plain.headers.etag?.replace('identity', 'gzip'));
    const again = await send('/', { headers: { 'If-None-Match': `"x", W/${plain.headers.etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, plain.headers.etag]);
    expect(again.headers['content-type']).toBeUndefined();
    expect((await send('/', { headers: { 'If-None-Match': String(zipped.headers.etag) } })).status).toBe(200);
    const own = await send('/', { headers: { ...session, 'If-None-Match': String(plain.headers.etag) } });
    expect([own.status, own.headers.etag]).toEqual([200, undefined]);
  });
});

describe('kept pages', () => {
  const session = { Cookie: '__Host-session=token' };
  let made: number;

  beforeEach(() => {
    made = 0;
    pages = async ({ url, headers }) => {
      made += 1;
      const status = Number(new URL(url).searchParams.get('status') ?? 200);
      const seen = JSON.stringify([...headers]);
      return new Response(`${made} ${seen}`, { status, headers: { 'Content-Type': 'text/html' } });
    };
    const kept = createKeptPages({ readState: async () => 'a', readVersion: async () => 1 });
    start({ kept });
  });

  test('are made once, and are the same for HEAD', async () => {
    const [first, again, head] = [await send('/a'), await send('/a'), await send('/a', { method: 'HEAD' })];
    expect(made).toBe(1);
    expect(again.body).toEqual(first.body);
    const { date: _, 'x-request-id': id, ...headers } = first.headers;
    expect(head.headers).toMatchObject(headers);
    expect(again.headers).toMatchObject(headers);
    expect([head.body.length, again.headers['x-request-id'] === id]).toEqual([0, false]);
    expect(logged.match(/"path":"\/a"/g)).toHaveLength(3);
  });

  test('know nothing of whoever asked first', async () => {
    const poison = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'Accept-Language': 'xx', Cookie: 'a=b' };
    const { body } = await send('/a', { headers: poison });
    expect(body.toString()).toBe('1 [["host","portal.example.dk"]]');
    expect((await send('/a')).body).toEqual(body);
  });

  test('are neither for nor from a session', async () => {
    await send('/a', { headers: session });
    expect(made).toBe(1);
    await send('/a');
    expect((await send('/a', { headers: session })).headers['cache-control']).toBe('private, no-store');
    expect(made).toBe(3);
    await send('/a', { headers: { Cookie: '__Host-session=a; __Host-session=b' } });
    expect(made).toBe(4);
  });

  test.each([
    [404, 1],
    [410, 1],
    [400, 2],
    [500, 2],
  ])('with status %i are made %i times for two requests', async (status, times) => {
    await send(`/a?status=${status}`);
    expect((await send(`/a?status=${status}`)).status).toBe(status);
    expect(made).toBe(times);
  });

  test('are not what a long address gets', async () => {
    const path = `/a?q=${'x'.repeat(2_000)}`;
    await send(path);
    await send(path);
    expect(made).toBe(2);
  });
});

describe('what tells whether something is still the same', () => {
  const begun = Date.parse('2026-11-30T12:00:00.400Z');
  let state: string;

  beforeEach(() => {
    // The steady clock goes on: what is faked is only what the wall's clock says.
    vi.useFakeTimers({ toFake: ['Date'], now: begun });
    state = 'a';
    let made = 0;
    pages = async ({ url }) => {
      made += 1;
      const isTable = url.includes('format=csv');
      return new Response(String(made), { headers: { 'Content-Type': isTable ? 'text/csv' : 'application/json' } });
    };
    start({ kept: createKeptPages({ readState: async () => state, readVersion: async () => 1 }) });
  });
  afterEach(() => void vi.useRealTimers());

  const given = async (path: string, headers: Record<string, string> = {}) => {
    const { status, headers: answered, body } = await send(path, { headers });
    return { status, modified: answered['last-modified'], tag: answered.etag, body: body.toString(), answered };
  };

  test.each(['/api/v1/products', '/api/v1/products?format=csv'])(
    '%s has a date that is good until a publication',
    async (path) => {
      // Another change could still be of the same second.
      expect((await given(path)).modified).toBeUndefined();
      vi.setSystemTime(begun + 2_000);
      const first = await given(path);
      const modified = String(first.modified);
      expect(modified).toBe('Mon, 30 Nov 2026 12:00:00 GMT');
      expect(await given(path, { 'If-Modified-Since': modified })).toMatchObject({ status: 304, body: '', modified });
      for (const other of ['Mon, 30 Nov 2026 13:00:00 GMT', 'yesterday', '']) {
        expect((await given(path, { 'If-Modified-Since': other })).status).toBe(200);
      }
      // A tag goes before a date.
      const both = { 'If-None-Match': '"other"', 'If-Modified-Since': modified };
      expect((await given(path, both)).status).toBe(200);
      expect((await given(path, { 'If-None-Match': String(first.tag) })).status).toBe(304);

      state = 'b';
      vi.setSystemTime(begun + 10_000);
      expect((await given(path, { 'If-Modified-Since': modified })).status).toBe(200);
      const tagged = await given(path, { 'If-None-Match': String(first.tag) });
      expect([tagged.status, tagged.body === first.body]).toEqual([200, false]);
      vi.setSystemTime(begun + 20_000);
      expect((await given(path)).modified).toBe('Mon, 30 Nov 2026 12:00:10 GMT');
    },
  );

  test('a table that nobody needs again is not made', async () => {
    const { body, tag } = await given('/api/v1/answers.csv');
    const known = await given('/api/v1/answers.csv', { 'If-None-Match': String(tag) });
    expect([known.status, known.answered['access-control-allow-origin'], known.answered['cache-control']]).toEqual([
      304,
      '*',
      'public, no-cache',
    ]);
    expect(Number((await given('/api/v1/answers.csv')).body)).toBe(Number(body) + 1);
  });

  test('is nothing of a session’s', async () => {
    vi.setSystemTime(begun + 10_000);
    await given('/');
    vi.setSystemTime(begun + 20_000);
    const own = await given('/', { Cookie: '__Host-session=token' });
    expect([own.modified, own.tag, own.answered['cache-control']]).toEqual([undefined, undefined, 'private, no-store']);
  });
});

describe('forgery', () => {
  test('is refused before any route runs', async () => {
    let ran = 0;
    pages = async () => {
      ran += 1;
      return new Response(null);
    };
    start();
    const forged = await post('/supplier/evidence/1', {
      Origin: 'https://evil.example',
      Cookie: '__Host-session=token',
    });
    const foreign = await post('/api/v1/products', { Origin: 'null' });
    expect([forged.status, foreign.status]).toEqual([403, 403]);
    expect(forged.body.toString()).toContain('Anmodningen blev afvist');
    expect(JSON.parse(foreign.body.toString())).toMatchObject({ status: 403 });
    expect(ran).toBe(0);
    await post('/supplier/evidence/1');
    expect(ran).toBe(1);
  });
});

describe('what Remix is given', () => {
  test('has the portal’s own address and no claims about proxies', async () => {
    let seen: Request | undefined;
    pages = async (request) => {
      seen = request;
      return new Response(null);
    };
    start();
    await post('/a?b=c', { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-For': '1.2.3.4' });
    expect(seen?.url).toBe('https://portal.example.dk/a?b=c');
    expect(seen?.headers.get('Host')).toBe('portal.example.dk');
    expect(seen?.headers.get('Origin')).toBe('https://portal.example.dk');
    expect(seen?.headers.has('X-Forwarded-Host')).toBe(false);
    expect(seen?.headers.has('X-Forwarded-For')).toBe(false);
  });

  test('has a trusted proxy’s word for the client, never for the host', async () => {
    let seen: Request | undefined;
    pages = async (request) => {
      seen = request;
      return new Response(null);
    };
    start({ trustProxy: true });
    await send('/sign-in', { headers: { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-For': '1.2.3.4' } });
    expect(seen?.headers.get('X-Forwarded-For')).toBe('1.2.3.4');
    expect(seen?.headers.has('X-Forwarded-Host')).toBe(false);
  });
});

describe('bodies', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const json = { 'Content-Type': 'application/json' };
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const megabyte = 1024 * 1024;

  beforeEach(() => {
    pages = async (request) => {
      const size = (await request.arrayBuffer()).byteLength;
      return Response.json({ size });
    };
  });

  test('reach the route', async () => {
    start();
    expect(JSON.parse((await post('/a', form, 'person=auditor')).body.toString())).toEqual({ size: 14 });
    const large = Buffer.alloc(20 * megabyte);
    expect(JSON.parse((await post('/a', multipart, large)).body.toString())).toEqual({ size: 20 * megabyte });
  });

  test('above the ceiling are refused by what they declare', async () => {
    start();
    const declared = { ...form, 'Content-Length': String(2 * megabyte) };
    expect((await post('/a', declared, Buffer.alloc(2 * megabyte))).status).toBe(413);
  });

  test.each([
    ['a form', form, 2],
    ['an upload', multipart, 26],
  ])('of %s above the ceiling are refused where they do not declare it', async (_name, type, size) => {
    start();
    const answer = await post('/a', { ...type, 'Transfer-Encoding': 'chunked' }, Buffer.alloc(size * megabyte, 'a'));
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toContain('fylder for meget');
  });

  test('of a section may hold a text that is far too long: the route tells of it at its question', async () => {
    start();
    const section = '/supplier/declarations/1/sections/produkt';
    const answer = await post(section, form, Buffer.alloc(10 * megabyte, 'a'));
    expect(JSON.parse(answer.body.toString())).toEqual({ size: 10 * megabyte });
    expect((await post(section, form, Buffer.alloc(13 * megabyte, 'a'))).status).toBe(413);
  });

  test('of an upload above the ceiling reach the route without the middle of the file, and with all that was typed', async () => {
    pages = async (request) => Response.json(await readEvidenceForm(request));
    start();
    const upload = new FormData();
    upload.set('title', 'Testrapport');
    upload.set('file', new File([Buffer.alloc(30 * megabyte, 'x')], 'stor.pdf'));
    upload.set('observedOn', '2026-08-12');
    const sent = { method: 'POST', headers: { Origin: publicUrl }, body: upload };
    const answer = await fetch(`http://127.0.0.1:${port}/a`, sent);
    const fields = { title: 'Testrapport', observedOn: '2026-08-12' };
    expect(await answer.json()).toMatchObject({ ok: false, problem: 'file-too-large', fields });
  });

  test('are only said to be cut by the portal itself', async () => {
    pages = async (request) => Response.json({ isCut: request.headers.has(cutHeader) });
    start();
    const answer = await post('/a', { ...multipart, [cutHeader]: '1' }, 'x');
    expect(JSON.parse(answer.body.toString())).toEqual({ isCut: false });
  });

  test.each([
    [json, '{"a":"\\u0000"}'],
    [json, '{"a":"\\\\\\u0000"}'],
    [{ 'Content-Type': 'text/plain' }, '{"a":"\\u0000"}'],
  ])('with the character nul are refused (%j, %j)', async (headers, body) => {
    start();
    const { status, body: page } = await post('/a', headers, body);
    expect([status, page.toString().includes('tegn, der ikke kan gemmes')]).toEqual([400, true]);
  });

  test.each(['a=b%00c&d=1', 'a=b\0c&d=1'])(
    'that are a form bring it as another control character (%j)',
    async (body) => {
      pages = async (request) => Response.json([...(await request.formData())]);
      start();
      const answer = await post('/a', form, body);
      expect(JSON.parse(answer.body.toString())).toEqual([
        ['a', 'b\u0001c'],
        ['d', '1'],
      ]);
    },
  );

  test('that are a form may tell of it in words', async () => {
    pages = async (request) => Response.json([...(await request.formData())]);
    start();
    const answer = await post('/a', form, new URLSearchParams({ a: '%00 \\u0000' }).toString());
    expect(JSON.parse(answer.body.toString())).toEqual([['a', '%00 \\u0000']]);
  });

  test('that tell of it in words are not', async () => {
    pages = async (request) => Response.json(await request.json());
    start();
    const text = String.raw`\u0000 and %00`;
    const answer = await post('/a', json, JSON.stringify({ text }));
    expect(JSON.parse(answer.body.toString())).toEqual({ text });
  });
});

describe('clients that hold on', () => {
  test('with headers beyond all measure are sent away', async () => {
    start();
    expect((await send('/products', { headers: { 'X-Long': 'x'.repeat(140_000) } })).status).toBe(431);
    expect((await send('/products')).status).toBe(200);
  });

  test('get fifteen seconds for headers, and no more than two minutes for anything', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(120_000);
    expect(server.maxHeadersCount).toBeLessThanOrEqual(100);
  });
});

describe('addresses and methods', () => {
  test('another spelling is led to the one address, keeping the method', async () => {
    start();
    const { status, headers } = await send('//evil.example/?a=b');
    expect([status, headers.location]).toEqual([308, '/evil.example?a=b']);
  });

  test.each(['/%', '/a%00b', '/a?b=%00', '/a?_data=root'])('%s is refused', async (path) => {
    start();
    expect((await send(path)).status).toBe(400);
  });

  test.each(['TRACE', 'PROPFIND', 'LINK'])('%s is refused', async (method) => {
    start();
    expect((await send('/', { method })).status).toBe(405);
  });
});

describe('sending', () => {
  test('compresses text where the browser can read it', async () => {
    pages = async () => new Response('å'.repeat(2000), { headers: { 'Content-Type': 'text/html', ETag: '"1"' } });
    start();
    const zipped = await send('/', { headers: { 'Accept-Encoding': 'gzip, br;q=0' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe('å'.repeat(2000));
    const smaller = await send('/', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(smaller.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(smaller.body).toString()).toBe('å'.repeat(2000));
    for (const accepted of ['identity', 'gzip;q=0', 'zstd']) {
      const plain = await send('/', { headers: { 'Accept-Encoding': accepted } });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['content-length']).toBe('4000');
    }
  });

  test('compresses what is made for one person with gzip, and weakens its tag', async () => {
    pages = async () => new Response('å'.repeat(2000), { headers: { 'Content-Type': 'text/html', ETag: '"1"' } });
    start();
    const { headers } = await send('/sign-in', { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect([headers['content-encoding'], headers.etag]).toEqual(['gzip', 'W/"1"']);
  });

  test('streams everything else as it is', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024, 7);
    pages = async () => new Response(bytes, { headers: { 'Content-Type': 'application/pdf' } });
    start();
    const answer = await send('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.body.equals(bytes)).toBe(true);
  });
});

describe('what goes wrong', () => {
  test('is answered with an id that the log has too, and with nothing else', async () => {
    pages = async () => {
      throw new Error('secret detail');
    };
    start();
    const { status, headers, body } = await send('/en/products');
    const id = String(headers['x-request-id']);
    expect(status).toBe(500);
    expect(body.toString()).toContain('Something went wrong on our side');
    expect(body.toString()).toContain(id);
    expect(body.toString()).not.toContain('secret detail');
    const line = logged.split('\n').find((text) => text.includes('secret detail'));
    expect(line).toContain(id);
  });

  test('Remix’s own last resort gets our page', async () => {
    pages = async () =>
      new Response('Unexpected Server Error', { status: 500, headers: { 'Content-Type': 'text/plain' } });
    start();
    expect((await send('/')).body.toString()).toContain('Der er sket en fejl hos os');
  });

  test('a client that hangs up is no error and the route is told', async () => {
    const aborted = new Promise<void>((resolve) => {
      pages = (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => {
            resolve();
            reject(new Error('given up'));
          });
          socket.destroy();
        });
    });
    start();
    const socket = connectSocket(port, '127.0.0.1');
    socket.write('GET /sign-in HTTP/1.1\r\nHost: a\r\n\r\n');
    await aborted;
    expect(logged).not.toContain('"level":50');
  });
});

test('log lines tell nothing of who asked', async () => {
  start();
  await send('/products?q=hemmeligt', { headers: { Cookie: '__Host-session=token', 'User-Agent': 'Browser/1' } });
  await expect.poll(() => logged).toContain('"path":"/products"');
  for (const secret of ['hemmeligt', 'token', 'Browser', '127.0.0.1']) expect(logged).not.toContain(secret);
});

test('while the portal starts, it lives but is not ready', async () => {
  expect((await send('/healthz')).status).toBe(200);
  expect((await send('/readyz')).status).toBe(503);
  expect((await send('/')).headers['retry-after']).toBe('5');
});

test('a file is never sent in parts', async () => {
  start({
    files: (request, response) => {
      response.end(String(request.headers.range));
    },
  });
  expect((await send('/a.css', { headers: { Range: 'bytes=5-2' } })).body.toString()).toBe('undefined');
});

test('while nothing can be changed, whoever tries is told why in the coordinator’s own words', async () => {
  start({ holdsBack: async (method) => (method === 'POST' ? 'Vi flytter <databasen>.' : null) });
  const refused = await send('/supplier', { method: 'POST', headers: { Origin: publicUrl }, body: 'a=b' });
  expect(refused.status).toBe(503);
  expect(refused.body.toString()).toContain('<p>Vi flytter &lt;databasen&gt;.</p>');
  expect((await send('/supplier')).status).toBe(200);
});
