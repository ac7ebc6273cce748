import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { interchangeLimit } from '~/workflows/interchange/declaration';
import type { PullFailure } from '~/workflows/well-known';
import { isPublicAddress } from './public-address';

export interface FetchOptions {
  /** Also http, and any port: for tests and for showing the portal without the internet. */
  allowsLocal: boolean;
  /** In milliseconds, for everything together. */
  timeout?: number;
  /** In bytes. */
  most?: number;
  /** What may be asked; tests name an address of this machine. */
  isAllowed?: (address: string) => boolean;
  resolve?: (host: string) => Promise<readonly string[]>;
}

type Failed = { ok: false; failure: PullFailure };
export type FetchedText = { ok: true; text: string } | Failed;

const redirectLimit = 3;
const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Fetches a file from a site that somebody else names, without letting them reach what only this machine can reach
 * (SSRF). Each address on the way is looked up once, all that the name stands for are checked, and the connection goes to
 * the one that was checked: a name that means something else a moment later changes nothing. Sends no cookie and
 * nothing about anybody.
 * @param url as `wellKnownUrl` made it
 */
export async function fetchWellKnown(url: string, options: FetchOptions): Promise<FetchedText> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.timeout ?? 10_000);
  try {
    return await follow(new URL(url), options, deadline.signal);
  } catch {
    return failed(deadline.signal.aborted ? 'too-slow' : 'unreachable');
  } finally {
    clearTimeout(timer);
  }
}

const failed = (failure: PullFailure): Failed => ({ ok: false, failure });

async function follow(first: URL, options: FetchOptions, signal: AbortSignal): Promise<FetchedText> {
  let url = first;
  for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
    const place = await findPlace(url, options, signal);
    if (!place.ok) return place;
    const { response, close } = await ask(url, place.address, signal);
    const target = redirectOf(url, response);
    try {
      if (target === null) return await read(response, options, signal);
    } finally {
      close();
    }
    url = target;
  }
  return failed('too-many-redirects');
}

/** Where a redirect leads; null: it is none. */
function redirectOf(from: URL, { statusCode = 0, headers }: IncomingMessage): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null;
  return URL.canParse(headers.location, from) ? new URL(headers.location, from) : null;
}

async function findPlace(
  url: URL,
  { allowsLocal, isAllowed = allowsLocal ? () => true : isPublicAddress, resolve = resolveAll }: FetchOptions,
  signal: AbortSignal,
): Promise<{ ok: true; address: string } | Failed> {
  if (url.protocol !== 'https:' && !(allowsLocal && url.protocol === 'http:')) return failed('not-https');
  if (url.username || url.password) return failed('address-not-public');
  if (!allowsLocal && url.port !== '') return failed('port-not-allowed');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host)
    ? [host]
    : await within(
        signal,
        resolve(host).catch(() => []),
      );
  const [address] = addresses;
  if (address === undefined) return failed('host-unknown');
  return addresses.every(isAllowed) ? { ok: true, address } : failed('address-not-public');
}

async function resolveAll(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** @throws when the time is up */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The time is up.')), { once: true });
    work.then(resolve, reject);
  });
}

/** Asks at exactly this address; the name is still the one that the certificate has to be for. */
function ask(
  url: URL,
  address: string,
  signal: AbortSignal,
): Promise<{ response: IncomingMessage; close: () => void }> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      lookup: alwaysAt(address),
      agent: false,
      signal,
      headers: {
        Accept: 'application/json',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Snitfladeklar',
        Connection: 'close',
      },
    });
    request.once('response', (response) => resolve({ response, close: () => request.destroy() }));
    // What breaks off after the answer has come is found by whoever reads it.
    request.on('error', reject);
    request.end();
  });
}

function alwaysAt(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family));
}

async function read(
  response: IncomingMessage,
  { most = interchangeLimit }: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedText> {
  const { statusCode, headers } = response;
  if (statusCode === 404 || statusCode === 410) return failed('not-found');
  if (statusCode !== 200) return failed('wrong-status');
  if (!jsonType.test(headers['content-type'] ?? '') || isEncoded(headers)) return failed('wrong-content-type');
  if (Number(headers['content-length'] ?? 0) > most) return failed('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > most) return failed('too-large');
    chunks.push(chunk);
  }
  if (signal.aborted || !response.complete) return failed(signal.aborted ? 'too-slow' : 'unreachable');
  return decode(Buffer.concat(chunks));
}

/** It was asked for as it is: what is packed may be a bomb. */
function isEncoded(headers: IncomingMessage['headers']): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

function decode(bytes: Buffer): FetchedText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // PostgreSQL's text holds every character but this one.
    return /\0|\\u0000/.test(text) ? failed('not-a-declaration') : { ok: true, text };
  } catch {
    return failed('not-a-declaration');
  }
}
