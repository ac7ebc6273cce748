import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerProblem, writeProblem } from './problem-page';

/**
 * In bytes, of the address and the headers. Eight times what Node reads by itself, so that a search of ten thousand
 * words is refused in words, in the language of its page; beyond that `answerUnreadable` does what it can.
 */
export const longestHeaders = 128 * 1024;

interface ClientError extends Error {
  code?: string;
  rawPacket?: Buffer;
}

const problems: Record<string, ServerProblem> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
};

/**
 * Answers what Node could not read as a request: by itself it would send a status and nothing else. Where what was read
 * of it last still begins with the request's line, in the language of its page or as the API does.
 */
export function answerUnreadable(
  error: ClientError,
  socket: Duplex & { _httpMessage?: { headersSent: boolean } },
): void {
  // An answer that has begun, to a request before this one on the connection, must not be written into.
  if (!socket.writable || error.code === 'ECONNRESET' || socket._httpMessage?.headersSent) {
    socket.destroy();
    return;
  }
  const begun = /^[A-Z]+ (\/\S*)/.exec(error.rawPacket?.toString('latin1', 0, 400) ?? '');
  const problem = problems[error.code ?? ''] ?? 'malformed';
  const { status, type, body } = writeProblem(problem, beginningOf(begun?.[1]), randomUUID());
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Who is still sending may read the answer first; who never hangs up is hung up on.
  setTimeout(() => socket.destroy(), 2_000).unref();
}

/** The path of an address that is none of ours, as far as it tells which part of the portal was meant. */
export function beginningOf(target: IncomingMessage['url']): string {
  return (target ?? '').split('?')[0]?.slice(0, 100) ?? '';
}
