import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Encoding, encode } from './encoding';
import { isUnchanged, lastModified } from './validators';
import { bytesOf } from './whole-response';

/** A whole answer that anybody may be given: status, headers and the bytes as they go over the wire. */
export interface SharedAnswer {
  status: number;
  /** Name, value, name, value … */
  headers: readonly string[];
  /** Those of a 304. */
  unchangedHeaders: readonly string[];
  /** Strong: the same tag, the same bytes. Null for what may not be kept outside. */
  tag: string | null;
  /** Since when it has been as it is, in milliseconds; null where that is not known. */
  changedAt: number | null;
  body: Buffer;
  /** Whether it may be given again. */
  isKept: boolean;
}

/** Nothing is there, or not any more: true until the next publication, and no cache outside keeps it. */
const goneStatuses: ReadonlySet<number> = new Set([404, 410]);
const describesBody = new Set(['content-type', 'content-length', 'content-encoding']);

/**
 * @param response without anything of a person or of one request in it
 * @param headers those that hold for it, all told, but for tag, date, encoding and length
 * @param changedAt since when what it was made of has been as it is, read before it was made
 */
export async function makeSharedAnswer(
  response: Response,
  headers: Headers,
  { encoding, changedAt }: { encoding: Encoding; changedAt: number | null },
): Promise<SharedAnswer> {
  const { status } = response;
  const whole = await bytesOf(response);
  const { body, used } = await encode(whole, encoding, headers.get('Content-Type'));
  const mayBeStored = !/no-store/.test(headers.get('Cache-Control') ?? '');
  const tag = status === 200 && mayBeStored ? tagOf(whole, used) : null;
  headers.delete('ETag');
  if (tag !== null) headers.set('ETag', tag);
  if (used !== 'identity') headers.set('Content-Encoding', used);
  headers.set('Content-Length', String(body.byteLength));
  return {
    status,
    headers: [...headers].flat(),
    unchangedHeaders: [...headers].filter(([name]) => !describesBody.has(name)).flat(),
    tag,
    changedAt: tag === null ? null : changedAt,
    body,
    isKept: (tag !== null || goneStatuses.has(status)) && !headers.has('Set-Cookie'),
  };
}

function tagOf(whole: Buffer, used: Encoding): string {
  return `"${createHash('sha256').update(whole).digest('base64url').slice(0, 27)}-${used}"`;
}

/** Sends it, or 304 to whoever has it already. */
export function sendSharedAnswer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: SharedAnswer,
  requestId: string,
): void {
  const modified = lastModified(answer.changedAt);
  const isKnown = isUnchanged(incoming.headers, { tag: answer.tag, modified });
  // What was set for every answer is in this one's own.
  for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
  const headers = isKnown ? answer.unchangedHeaders : answer.headers;
  const ofNow = modified === null ? [] : ['Last-Modified', modified];
  outgoing.writeHead(isKnown ? 304 : answer.status, [...headers, ...ofNow, 'X-Request-Id', requestId]);
  if (isKnown || incoming.method === 'HEAD') outgoing.end();
  else outgoing.end(answer.body);
}
