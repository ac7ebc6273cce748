import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** In bytes: one file of 20 MB with its form around it. */
const multipartLimit = 25 * 1024 * 1024;
/** Of an upload that says that it is larger, as much of the end reaches the route: what stands behind the file. */
const tailLimit = 64 * 1024;
/** Larger ones are not read to their end. */
const drainLimit = 512 * 1024 * 1024;
/** Tells the route that the middle of an upload was left out; nobody outside can set it. */
export const cutHeader = 'x-portal-body-cut';
const otherLimit = 1024 * 1024;

/** Why a body was not taken. */
export class BodyProblem extends Error {
  constructor(readonly problem: 'too-large' | 'unstorable') {
    super(problem);
  }
}

export interface RequestOptions {
  /** The portal's own address; the Host header decides nothing. */
  publicUrl: string;
  /** Path and query. */
  target: string;
  trustProxy: boolean;
  signal: AbortSignal;
  /** In bytes, of a body that is no file's form; 1 MB unless told. */
  most?: number | undefined;
}

export interface LimitedRequest {
  request: Request;
  /** The reason, should the body have broken off while it was read. */
  bodyProblem(): BodyProblem | null;
}

/**
 * Makes the web platform's Request of Node's. A form is read whole beforehand; a multipart one streams, because it
 * may hold a large file. Of one that says that it is above the ceiling the middle is left out, and `cutHeader` says so:
 * the route can then tell about the file at its place, with all that stands around it.
 * @throws BodyProblem
 */
export async function toWebRequest(incoming: IncomingMessage, options: RequestOptions): Promise<LimitedRequest> {
  const method = incoming.method ?? 'GET';
  const init: RequestInit & { headers: Headers } = {
    method,
    headers: readHeaders(incoming, options),
    signal: options.signal,
  };
  let problem: BodyProblem | null = null;
  if (method !== 'GET' && method !== 'HEAD') {
    const isMultipart = /^multipart\/form-data\b/i.test(incoming.headers['content-type'] ?? '');
    const limit = isMultipart ? multipartLimit : (options.most ?? otherLimit);
    const declared = Number(incoming.headers['content-length'] ?? 0);
    const isCut = isMultipart && declared > limit && declared <= drainLimit;
    if (declared > limit && !isCut) throw new BodyProblem('too-large');
    if (isCut) init.headers.set(cutHeader, '1');
    const chunks = isCut
      ? withoutMiddle(incoming, limit)
      : limited(incoming, limit, (found) => {
          problem = found;
        });
    init.body = isMultipart
      ? (Readable.toWeb(Readable.from(chunks)) as ReadableStream)
      : await readText(chunks, init.headers.get('Content-Type') ?? '');
    if (isMultipart) init.duplex = 'half';
  }
  return { request: new Request(options.publicUrl + options.target, init), bodyProblem: () => problem };
}

async function* limited(
  source: AsyncIterable<Buffer>,
  limit: number,
  onProblem: (problem: BodyProblem) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limit) {
      const problem = new BodyProblem('too-large');
      onProblem(problem);
      throw problem;
    }
    yield chunk;
  }
}

/** The beginning up to the limit, and the end; memory stays flat however large the body is. */
async function* withoutMiddle(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Uint8Array> {
  let left = limit;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const head = chunk.subarray(0, left);
    left -= head.byteLength;
    if (head.byteLength > 0) yield head;
    if (head.byteLength < chunk.byteLength) {
      const rest = Buffer.concat([tail, chunk.subarray(head.byteLength)]);
      tail = rest.subarray(Math.max(0, rest.byteLength - tailLimit));
    }
  }
  yield tail;
}

/**
 * Reads on what will not be used, as far as is sensible: a browser that is still sending shows no answer, but that the
 * connection broke.
 * @returns whether it came to the end
 */
export async function drain(incoming: IncomingMessage): Promise<boolean> {
  if (Number(incoming.headers['content-length'] ?? Number.POSITIVE_INFINITY) > drainLimit) return false;
  if (incoming.destroyed || incoming.readableEnded) return incoming.complete;
  incoming.resume();
  await new Promise<void>((resolve) => {
    incoming.once('end', resolve);
    incoming.once('close', resolve);
    incoming.once('error', () => resolve());
  });
  return incoming.complete;
}

/**
 * PostgreSQL's text cannot hold the null character. In a form it comes as another control character, so that it is
 * refused where it stands, by the check of its field, and nothing that was typed is lost.
 * @throws BodyProblem for one in any other body
 */
async function readText(chunks: AsyncIterable<Uint8Array>, mediaType: string): Promise<Uint8Array<ArrayBuffer>> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  const body = Buffer.concat(collected);
  if (/^application\/x-www-form-urlencoded\b/i.test(mediaType)) return withoutNul(body);
  // In JSON, `%00` are three characters that somebody wrote, and so is `\\u0000` behind a backslash that stands for itself.
  const isJson = /[/+]json\b/i.test(mediaType);
  const isEscaped = body.includes('\\u0000') && /(?<!\\)(?:\\\\)*\\u0000/.test(body.toString('latin1'));
  if (body.includes(0) || isEscaped || (!isJson && body.includes('%00'))) throw new BodyProblem('unstorable');
  return body;
}

function withoutNul(form: Buffer): Uint8Array<ArrayBuffer> {
  if (!form.includes(0) && !form.includes('%00')) return Uint8Array.from(form);
  return Uint8Array.from(Buffer.from(form.toString('latin1').replace(/\0|%00/g, '%01'), 'latin1'));
}

/**
 * The check of the origin is done: Host and Origin are those of the portal from here on, and what a client claims about
 * proxies is gone unless one is trusted. Remix would believe X-Forwarded-Host in any case.
 */
function readHeaders(incoming: IncomingMessage, { publicUrl, trustProxy }: RequestOptions): Headers {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = (incoming.rawHeaders[at] ?? '').toLowerCase();
    const isForwarded = name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip';
    if (name === cutHeader) continue;
    if (isForwarded && (!trustProxy || name === 'x-forwarded-host')) continue;
    headers.append(name, incoming.rawHeaders[at + 1] ?? '');
  }
  headers.set('Host', new URL(publicUrl).host);
  if (headers.has('Origin')) headers.set('Origin', publicUrl);
  return headers;
}
