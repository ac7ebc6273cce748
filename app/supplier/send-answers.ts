import type { Reply, SentEdit } from './edits';

/** Milliseconds after which a request counts as lost. */
const longest = 20_000;

/**
 * Sends edits to the declaration's answers. The reply is our own server's (app/routes/supplier/answers.tsx).
 * @param personId who wrote them: the server takes them only in that person's session
 */
export async function sendAnswers(url: string, personId: string, edits: readonly SentEdit[]): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ person: personId, answers: edits }, withoutNul),
    // Whoever is signed out is sent to the sign-in page; the answers must not follow.
    redirect: 'manual',
    signal: AbortSignal.timeout(longest),
  });
  if (response.type === 'opaqueredirect') return { ok: false, retry: true, reason: 'signed-out' };
  if (response.status >= 500 || response.status === 429) return { ok: false, retry: true, reason: 'offline' };
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('ok' in body)) throw new Error('No reply about answers.');
  return body as Reply;
}

/**
 * The server refuses a body with the null character whole. As another control character it reaches the check of answers,
 * which says so at the answer and takes the others.
 */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\u0001') : value;
}
