import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AppLoadContext } from '@remix-run/node';
import type { Logger } from 'pino';
import { licenceLink } from '~/app/api/licence';
import { openToAll, preflight } from '~/app/api/open-to-all';
import { rateHeaders } from '~/app/api/rate-headers';
import { readSessionCookie } from '~/app/auth/session-cookie';
import type { PortalContext } from '~/app/context.server';
import type { Allowance } from '~/db/request-counts';
import { interchangeLimit } from '~/workflows/interchange/declaration';
import {
  type Address,
  isAnswersPath,
  isOfDump,
  isOpenToAll,
  isPublicPath,
  isStreamedTable,
  isSupplierApiPath,
  readAddress,
} from './address';
import type { AddressLimits } from './address-limits';
import type { Health } from './health';
import { refuseInWords } from './in-words';
import type { KeptPages } from './kept-pages';
import { isForgeryFree, isOneClick } from './origin';
import { problemResponse, type ServerProblem, type Telling } from './problem-page';
import { type PublicSource, publicDbOf } from './public-source';
import type { HoldsBack } from './read-only';
import { baseHeaders, cacheControl, filePolicy, type HeaderOptions, pagePolicy } from './security-headers';
import { createSharedPages, isShareable, requireRendered, type SharedPages } from './shared-pages';
import { answerUnreadable, beginningOf, longestHeaders } from './unreadable-request';
import { isUnchanged, type Validators, validatorsOfState } from './validators';
import { BodyProblem, drain, toWebRequest } from './web-request';
import { sendWebResponse } from './web-response';

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Files, or Vite in development: either answers or calls `next`. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface HttpOptions {
  /** Everything of a context that is the same for all requests. */
  portal: Omit<PortalContext, 'nonce' | 'requestId' | 'clock' | 'viewedDay'>;
  /** Where there is a replica: which of the two public pages are read from. */
  source?: PublicSource;
  pages: PageHandler;
  files: FileHandler;
  health: Health;
  /** Null: nothing is kept, as in development, where pages change without a publication. */
  kept: KeptPages | null;
  /** Null: nobody is held back. */
  limits: AddressLimits | null;
  /** The emergency switch; without it everything can be changed. */
  holdsBack?: HoldsBack;
  development?: boolean;
}

/** The options, and what was made of them once. */
interface Serving extends HttpOptions {
  shared: SharedPages;
}

export interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  method: string;
  path: string;
  search: string;
  requestId: string;
  log: Logger;
}

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A server that is not yet listening and, until it is given a listener by `serve`, tells that the portal is starting. */
export function createPortalServer(): Server {
  const server = createServer({ maxHeaderSize: longestHeaders }, answerStarting);
  server.on('clientError', answerUnreadable);
  // Against clients that send slowly so as to hold connections. The longest request is an upload of 25 MB.
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  return server;
}

/** From now on the portal answers. */
export function serve(server: Server, options: HttpOptions): void {
  server.off('request', answerStarting);
  server.on('request', createListener(options));
}

/** Answers each request: health, the checks that hold for every route, files, and then Remix. */
export function createListener(given: HttpOptions): RequestListener {
  const options = { ...given, pages: refuseInWords(given.pages) };
  const shared = createSharedPages(options);
  return (incoming, outgoing) => {
    const requestId = pickRequestId(incoming, options.portal.config.trustProxy);
    if (shared.sendKept(incoming, outgoing, requestId)) return;
    const log = options.portal.log.child({ requestId });
    outgoing.setHeader('X-Request-Id', requestId);
    for (const [name, value] of Object.entries(baseHeaders(headerOptions(options)))) outgoing.setHeader(name, value);
    const method = incoming.method ?? 'GET';
    const address = readAddress(incoming.url ?? '');
    const { path, search } = address.kind === 'fine' ? address : { path: beginningOf(incoming.url), search: '' };
    const exchange: Exchange = { incoming, outgoing, method, path, search, requestId, log };
    logWhenDone(exchange);
    answer(exchange, address, { ...options, shared }).catch((error: unknown) => {
      // The other side hung up; or what was being sent broke off, and then half of it is gone already.
      if (!outgoing.destroyed && !isHangUp(error)) log.error({ err: error }, 'response broke off');
      outgoing.destroy();
    });
  };
}

const answerStarting: RequestListener = ({ url }, outgoing) => {
  const [status, body] =
    url === '/healthz' ? [200, { status: 'alive' }] : [503, { status: 'unavailable', reason: 'starting' }];
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '5' });
  outgoing.end(JSON.stringify(body));
};

async function answer(exchange: Exchange, address: Address, options: Serving): Promise<void> {
  const { incoming, outgoing, method, path } = exchange;
  if (!knownMethods.has(method)) return sendProblem(exchange, 'method', options);
  if (address.kind === 'malformed' || address.kind === 'too-long') return sendProblem(exchange, address.kind, options);
  if (address.kind === 'moved') {
    const moved = new Response(null, { status: 308, headers: { Location: address.to } });
    return sendWebResponse(incoming, outgoing, moved);
  }
  const report = options.health(path);
  if (report) return sendWebResponse(incoming, outgoing, await report);
  if (method === 'OPTIONS' && isOpenToAll(path)) return send(exchange, preflight(), '', options);
  const { headers } = incoming;
  if (!isOneClick(method, path, headers) && !isForgeryFree(method, headers, options.portal.config)) {
    return sendProblem(exchange, 'foreign', options);
  }
  const counted = await options.limits?.countForm(incoming, path);
  if (counted && !counted.isAllowed) return sendTooMany(exchange, counted, options);
  const words = (await options.holdsBack?.(method, path)) ?? null;
  if (words !== null) {
    incoming.resume();
    return sendProblem(exchange, 'read-only', options, { words });
  }
  if (isReading(exchange)) await handleFile(exchange, options);
  // Only when no file was meant; a file's handler that has begun to answer never comes back.
  await answerPage(exchange, options);
}

/** @returns only when the address is no file's */
function handleFile({ incoming, outgoing, path }: Exchange, { files }: HttpOptions): Promise<void> {
  // One file at a time and whole: a range with its end before its start would make the file handler throw.
  delete incoming.headers.range;
  const policy = filePolicy(path);
  if (policy) outgoing.setHeader('Content-Security-Policy', policy);
  return new Promise((resolve) => files(incoming, outgoing, resolve));
}

async function answerPage(exchange: Exchange, options: Serving): Promise<void> {
  const { incoming, outgoing, path, search, requestId, log } = exchange;
  const { publicUrl, trustProxy } = options.portal.config;
  const isTable = isStreamedTable(path, search);
  if (isShareable(incoming, path, publicUrl) && !isTable && !isOfDump(path)) return answerShared(exchange, options);
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const nonce = randomBytes(16).toString('base64');
  try {
    const target = path + search;
    const changed = isReading(exchange) ? null : options.kept?.beginChange();
    const most = mostOf(path);
    const limited = await toWebRequest(incoming, { publicUrl, target, trustProxy, signal: gone.signal, most });
    // Also somebody who is signed in reads public pages, and has to find what they have just published.
    if (isPublicPath(path)) await options.kept?.refresh();
    const ofState = isTable && isReading(exchange) ? validatorsOfState(options.kept?.changedAt() ?? null) : null;
    if (ofState && isUnchanged(incoming.headers, ofState)) {
      const known = new Response(null, { status: 304, headers: openToAll });
      return await send(exchange, validated(known, ofState), nonce, options);
    }
    const { now: clock } = options.portal;
    const common = { ...options.portal, publicDb: publicDbOf(options), clock, viewedDay: null };
    const context = { ...common, nonce, requestId, log };
    const response = await options.pages(limited.request, context);
    const cutShort = limited.bodyProblem();
    if (cutShort) throw cutShort;
    requireRendered(response);
    await changed?.();
    const counted = await options.limits?.countRefusal(incoming, path, response.status);
    if (counted && !counted.isAllowed) return sendTooMany(exchange, counted, options);
    const isWhole = ofState !== null && response.status === 200;
    await send(exchange, isWhole ? validated(response, ofState) : response, nonce, options);
  } catch (error) {
    if (gone.signal.aborted || outgoing.headersSent) throw error;
    if (error instanceof BodyProblem) return sendProblem(exchange, error.problem, options);
    log.error({ err: error }, 'unexpected error');
    await sendProblem(exchange, 'failed', options);
  }
}

/** The response with what a client can ask by whether it is still good. */
function validated(response: Response, { tag, modified }: Validators): Response {
  if (tag !== null) response.headers.set('ETag', tag);
  if (modified !== null) response.headers.set('Last-Modified', modified);
  return response;
}

/** In bytes: what is far too long for one answer is still told of at its question, with the rest of the form saved. */
const answersLimit = 12_000_000;

/** In bytes, of a body that is no file's form; undefined: the usual limit. */
function mostOf(path: string): number | undefined {
  if (isAnswersPath(path)) return answersLimit;
  return isSupplierApiPath(path) ? interchangeLimit : undefined;
}

async function answerShared(exchange: Exchange, options: Serving): Promise<void> {
  try {
    await options.shared.answer(exchange);
  } catch (error) {
    if (exchange.outgoing.destroyed || exchange.outgoing.headersSent) throw error;
    exchange.log.error({ err: error }, 'unexpected error');
    await sendProblem(exchange, 'failed', options);
  }
}

function isReading({ method }: Exchange): boolean {
  return method === 'GET' || method === 'HEAD';
}

function sendTooMany(exchange: Exchange, allowance: Allowance, options: Serving): Promise<void> {
  exchange.outgoing.setHeader('Connection', 'close');
  exchange.incoming.resume();
  return sendProblem(exchange, 'too-many', options, { headers: rateHeaders(allowance) });
}

async function sendProblem(
  exchange: Exchange,
  problem: ServerProblem,
  options: Serving,
  telling: Telling = {},
): Promise<void> {
  const { incoming, outgoing, path, requestId } = exchange;
  if (problem === 'too-large' && isSupplierApiPath(path)) {
    return sendProblem(exchange, 'declaration-too-large', options);
  }
  if (problem === 'too-large' || problem === 'declaration-too-large') {
    // What is not read to its end leaves a connection on which nothing can follow.
    if (!(await drain(incoming))) {
      outgoing.setHeader('Connection', 'close');
      incoming.resume();
    }
  }
  await send(exchange, problemResponse(problem, path, requestId, telling), '', options);
}

async function send(exchange: Exchange, response: Response, nonce: string, options: Serving): Promise<void> {
  const { incoming, outgoing, method, path } = exchange;
  const { headers, status } = response;
  const { publicUrl, licence } = options.portal.config;
  outgoing.removeHeader('Cache-Control');
  const isPage = (headers.get('Content-Type') ?? '').startsWith('text/html');
  const answered = new Response(response.body, { status, headers });
  answered.headers.delete('Content-Security-Policy');
  if (isPage) answered.headers.set('Content-Security-Policy', pagePolicy(nonce, headerOptions(options)));
  answered.headers.append('Vary', 'Accept-Encoding, Cookie');
  if (isPublicPath(path)) answered.headers.append('Link', licenceLink(licence));
  answered.headers.set(
    'Cache-Control',
    cacheControl({
      method,
      path,
      status,
      hasSession: readSessionCookie(publicUrl, incoming.headers.cookie) !== null,
      setsCookie: headers.has('Set-Cookie'),
      wanted: headers.get('Cache-Control'),
    }),
  );
  await sendWebResponse(incoming, outgoing, answered);
}

function headerOptions({ portal, development = false }: HttpOptions): HeaderOptions {
  return { publicUrl: portal.config.publicUrl, development };
}

function pickRequestId(incoming: IncomingMessage, trustProxy: boolean): string {
  const given = incoming.headers['x-request-id'];
  return trustProxy && typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** One line per request without what tells who it was: no address, no query, no browser. */
function logWhenDone({ outgoing, method, path, log }: Exchange): void {
  const begun = performance.now();
  outgoing.once('close', () => {
    log.info({ method, path, status: outgoing.statusCode, ms: Math.round(performance.now() - begun) }, 'request');
  });
}

function isHangUp(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE' || code === 'ABORT_ERR';
}
