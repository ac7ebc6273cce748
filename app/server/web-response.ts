import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { encode, isText, pickEncoding } from './encoding';
import { isUnchanged } from './validators';

const openStreams = new Set<ServerResponse>();

/** Hangs up on whoever waits for events, when the process is to stop; they come again. */
export function endOpenStreams(): void {
  for (const stream of openStreams) stream.destroy();
}

/**
 * Sends a Response. Text goes as one buffer, compressed (app/server/encoding.ts);
 * everything else (evidence) streams as it is.
 */
export async function sendWebResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> {
  copyHeaders(response, outgoing);
  const { headers, status } = response;
  const validators = { tag: headers.get('ETag'), modified: headers.get('Last-Modified') };
  if (status === 200 && isUnchanged(incoming.headers, validators)) {
    await response.body?.cancel();
    outgoing.removeHeader('Content-Type');
    outgoing.writeHead(304).end();
    return;
  }
  outgoing.statusCode = response.status;
  if (response.body === null) {
    outgoing.end();
  } else if (response.headers.get('Content-Type') === 'text/event-stream') {
    // Each event at once: nothing may gather it, here or in a proxy.
    outgoing.setHeader('X-Accel-Buffering', 'no');
    outgoing.flushHeaders();
    openStreams.add(outgoing);
    outgoing.once('close', () => openStreams.delete(outgoing));
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
  } else if (response.headers.has('Content-Disposition') && isText(response.headers.get('Content-Type'))) {
    await sendDownload(incoming, outgoing, response.body);
  } else if (isText(response.headers.get('Content-Type'))) {
    await sendText(incoming, outgoing, Buffer.from(await response.arrayBuffer()));
  } else {
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
  }
}

/** A text of any length: compressed as it goes, never whole in memory. */
async function sendDownload(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: NonNullable<Response['body']>,
): Promise<void> {
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  const isCompressed =
    !outgoing.hasHeader('Content-Encoding') && pickEncoding(incoming.headers['accept-encoding']) !== 'identity';
  if (!isCompressed) return pipeline(source, outgoing);
  outgoing.setHeader('Content-Encoding', 'gzip');
  await pipeline(source, createGzip({ level: 4 }), outgoing);
}

function copyHeaders(response: Response, outgoing: ServerResponse): void {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
}

async function sendText(incoming: IncomingMessage, outgoing: ServerResponse, whole: Buffer): Promise<void> {
  const wanted = outgoing.hasHeader('Content-Encoding')
    ? 'identity'
    : pickEncoding(incoming.headers['accept-encoding']);
  // Brotli is for what is sent more than once.
  const { body, used } = await encode(
    whole,
    wanted === 'br' ? 'gzip' : wanted,
    String(outgoing.getHeader('Content-Type')),
  );
  if (used !== 'identity') outgoing.setHeader('Content-Encoding', used);
  const tag = outgoing.getHeader('ETag');
  // A strong one promises the same bytes, which the compressed ones are not.
  if (used !== 'identity' && typeof tag === 'string' && tag.startsWith('"')) outgoing.setHeader('ETag', `W/${tag}`);
  outgoing.setHeader('Content-Length', body.byteLength);
  outgoing.end(body);
}
