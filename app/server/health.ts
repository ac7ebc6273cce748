import type postgres from 'postgres';
import { countPending } from '~/db/migrate';

/** @returns the answer for `/healthz` and `/readyz`, null for every other path */
export type Health = (path: string) => Promise<Response> | null;

/** In milliseconds: whoever asks gives up soon as well. */
const patience = 3_000;

/**
 * `/healthz`: the process lives. `/readyz`: it can do its work, that is the database answers and has all migrations.
 * Many who ask at once share one question to the database.
 * @param isStopping true once the process has begun to stop: no new requests should come
 */
export function createHealth(sql: postgres.Sql, isStopping: () => boolean): Health {
  let asked: Promise<string | null> | null = null;
  const findReason = (): Promise<string | null> => {
    asked ??= whyNotReady(sql).finally(() => {
      asked = null;
    });
    return asked;
  };
  return (path) => {
    if (path === '/healthz') return Promise.resolve(report(null, 'alive'));
    if (path === '/readyz')
      return isStopping() ? Promise.resolve(report('stopping')) : findReason().then((reason) => report(reason));
    return null;
  };
}

async function whyNotReady(sql: postgres.Sql): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  try {
    const pending = await Promise.race([countPending(sql), late]);
    return pending === 0 ? null : 'migrations-pending';
  } catch {
    return 'database-unreachable';
  } finally {
    clearTimeout(timer);
  }
}

function report(reason: string | null, status = 'ready'): Response {
  const body = reason === null ? { status } : { status: 'unavailable', reason };
  return Response.json(body, { status: reason === null ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
