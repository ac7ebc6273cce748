import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** In bytes: one file of 20 MB with its form around it. */
const multipartLimit = 25 * 1024 * 1024;
const otherLimit = 1024 * 1024;

/** Why a body was not taken. */
export class BodyProblem extends Error {
  constructor(readonly problem: 'too-large' | 'malformed') {
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
  most?: number;
}

export interface LimitedRequest {
  request: Request;
  /** The reason, should the body have broken off while it was read. */
  bodyProblem(): BodyProblem | null;
}

/**
 * Makes the web platform's Request of Node's. A form is read whole beforehand; a multipart one streams, because it
 * may hold a large file, and breaks off at the ceiling.
 * @throws BodyProblem
 */
export async function toWebRequest(incoming: IncomingMessage, options: RequestOptions): Promise<LimitedRequest> {
  const method = incoming.method ?? 'GET';
  const init: RequestInit = { method, headers: readHeaders(incoming, options), signal: options.signal };
  let problem: BodyProblem | null = null;
  if (method !== 'GET' && method !== 'HEAD') {
    const isMultipart = /^multipart\/form-data\b/i.test(incoming.headers['content-type'] ?? '');
    const limit = isMultipart ? multipartLimit : (options.most ?? otherLimit);
    if (Number(incoming.headers['content-length'] ?? 0) > limit) throw new BodyProblem('too-large');
    const chunks = limited(incoming, limit, (found) => {
      problem = found;
    });
    init.body = isMultipart ? (Readable.toWeb(Readable.from(chunks)) as ReadableStream) : await readText(chunks);
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

/** @throws BodyProblem for the one character that PostgreSQL's text cannot hold */
async function readText(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  const body = Buffer.concat(collected);
  if (['\0', '%00', '\\u0000'].some((nul) => body.includes(nul))) throw new BodyProblem('malformed');
  return body;
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
    if (isForwarded && (!trustProxy || name === 'x-forwarded-host')) continue;
    headers.append(name, incoming.rawHeaders[at + 1] ?? '');
  }
  headers.set('Host', new URL(publicUrl).host);
  if (headers.has('Origin')) headers.set('Origin', publicUrl);
  return headers;
}
