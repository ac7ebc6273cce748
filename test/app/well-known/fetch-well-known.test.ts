import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FetchOptions, fetchWellKnown } from '~/app/well-known/fetch-well-known';
import { wellKnownPath } from '~/workflows/well-known';

let server: Server;
let port: number;
let listener: RequestListener;
let asked: IncomingMessage[];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked = [];
  listener = json('{}');
});

const json =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
    response.end(body);
  };
const redirect =
  (to: (path: string) => string): RequestListener =>
  ({ url = '' }, response) => {
    response.writeHead(302, { Location: to(url) });
    response.end();
  };

/** The names of these sites stand for this machine, which counts as a public one here. */
const local: FetchOptions = {
  allowsLocal: true,
  isAllowed: (address) => address === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
};
const site = () => `http://site.example:${port}${wellKnownPath}`;
const fetchFrom = (url = site(), options: Partial<FetchOptions> = {}) => fetchWellKnown(url, { ...local, ...options });

describe('a site', () => {
  it('is asked for its file, and told nothing about anybody', async () => {
    listener = json('{"a":"æ"}', { 'Content-Type': 'application/vnd.example+json; charset=utf-8' });
    expect(await fetchFrom()).toEqual({ ok: true, text: '{"a":"æ"}' });
    const [{ url, headers } = {}] = asked as [IncomingMessage];
    expect(url).toBe(wellKnownPath);
    expect(headers?.host).toBe(`site.example:${port}`);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('may lead on to another one', async () => {
    listener = (request, response) =>
      request.headers.host?.startsWith('www.')
        ? json('[]')(request, response)
        : redirect(() => `http://www.site.example:${port}${wellKnownPath}`)(request, response);
    expect(await fetchFrom()).toEqual({ ok: true, text: '[]' });
  });
});

describe('what only this machine can reach', () => {
  const guarded: FetchOptions = { allowsLocal: false };

  it.each([
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://0177.0.0.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://169.254.169.254',
    'https://10.0.0.1',
    'https://[fd00::1]',
    'https://localhost',
  ])('%s is not asked', async (origin) => {
    expect(await fetchWellKnown(origin + wellKnownPath, guarded)).toEqual({ ok: false, failure: 'address-not-public' });
  });

  it('http, other ports and other protocols are not asked', async () => {
    const resolve = async () => ['93.184.215.14'];
    const ask = (url: string) => fetchWellKnown(url, { ...guarded, resolve });
    expect(await ask(`http://site.example${wellKnownPath}`)).toMatchObject({ failure: 'not-https' });
    expect(await ask(`https://site.example:6379${wellKnownPath}`)).toMatchObject({ failure: 'port-not-allowed' });
    expect(await ask('ftp://site.example/x')).toMatchObject({ failure: 'not-https' });
  });

  it('a name with one address out of several that is not public is not asked', async () => {
    const resolve = async () => ['127.0.0.1', '10.0.0.1'];
    expect(await fetchFrom(site(), { resolve })).toEqual({ ok: false, failure: 'address-not-public' });
    expect(asked).toHaveLength(0);
  });

  it('a name that means another address the second time is connected to the one that was checked', async () => {
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [lookups === 1 ? '127.0.0.1' : '127.0.0.2'];
    };
    expect(await fetchFrom(site(), { resolve })).toMatchObject({ ok: true });
    expect(lookups).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it.each(['http://127.0.0.2/', 'http://[::1]/', '//10.0.0.1/', 'file:///etc/passwd', 'http://user@127.0.0.1/'])(
    'a redirect to %s is not followed',
    async (target) => {
      listener = redirect(() => target);
      const fetched = await fetchFrom();
      expect(fetched.ok === false && fetched.failure).toMatch(/^(?:address-not-public|not-https)$/);
      expect(asked).toHaveLength(1);
    },
  );

  it('a name that a redirect leads to is checked as well', async () => {
    const resolve = async (host: string) => [host === 'site.example' ? '127.0.0.1' : '192.168.0.1'];
    listener = redirect(() => 'http://inside.example/');
    expect(await fetchFrom(site(), { resolve })).toEqual({ ok: false, failure: 'address-not-public' });
  });
});

describe('a site that does not answer as it should', () => {
  const answers: [string, RequestListener, string][] = [
    ['nothing there', (_request, response) => response.writeHead(404).end(), 'not-found'],
    ['an error', (_request, response) => response.writeHead(500).end(), 'wrong-status'],
    ['a redirect to nowhere', (_request, response) => response.writeHead(302).end(), 'wrong-status'],
    ['a page', json('<html>', { 'Content-Type': 'text/html' }), 'wrong-content-type'],
    ['something packed', json('x', { 'Content-Encoding': 'gzip' }), 'wrong-content-type'],
    ['too much, as it says', json('x'.repeat(2_000), { 'Content-Length': '2000' }), 'too-large'],
    ['too much, unsaid', (_request, response) => endless(response), 'too-large'],
    ['half of what it says', (_request, response) => half(response), 'unreachable'],
    ['other bytes than UTF-8', json(Buffer.from([0xe6, 0x22])), 'not-a-declaration'],
    ['a character that cannot be kept', json('{"a":"\\u0000"}'), 'not-a-declaration'],
  ];

  it.each(answers)('%s', async (_name, answer, failure) => {
    listener = answer;
    expect(await fetchFrom(site(), { most: 1_000 })).toEqual({ ok: false, failure });
  });

  it('leads in a circle', async () => {
    listener = redirect((path) => path);
    expect(await fetchFrom()).toEqual({ ok: false, failure: 'too-many-redirects' });
    expect(asked).toHaveLength(4);
  });

  it('is silent, or drips', async () => {
    listener = () => undefined;
    expect(await fetchFrom(site(), { timeout: 100 })).toEqual({ ok: false, failure: 'too-slow' });
    listener = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(timer));
    };
    expect(await fetchFrom(site(), { timeout: 200 })).toEqual({ ok: false, failure: 'too-slow' });
  });

  it('has no address, or does not listen', async () => {
    expect(await fetchFrom(site(), { resolve: async () => Promise.reject(new Error('ENOTFOUND')) })).toEqual({
      ok: false,
      failure: 'host-unknown',
    });
    expect(await fetchFrom(site(), { resolve: () => new Promise(() => undefined), timeout: 50 })).toEqual({
      ok: false,
      failure: 'too-slow',
    });
    expect(await fetchFrom(`http://site.example:1${wellKnownPath}`)).toEqual({ ok: false, failure: 'unreachable' });
  });
});

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const write = (): void => {
    while (!response.destroyed && response.write('x'.repeat(500)));
  };
  response.on('drain', write);
  response.on('error', () => undefined);
  write();
}

function half(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{');
  setTimeout(() => response.destroy(), 20);
}
