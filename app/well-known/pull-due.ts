import type { Database } from '~/db/client';
import { claimDuePull, endOrphanedPull, takeWellKnown } from '~/db/well-known-sources';
import { type FetchOptions, fetchWellKnown } from './fetch-well-known';

/** In one round of the worker, so that other work is not kept waiting by slow sites. */
const most = 5;

export interface PullOptions {
  now: () => Date;
  fetching: FetchOptions;
  isStopping?: () => boolean;
}

/**
 * Pulls the files that are due, one after the other; what they say becomes proposals of whoever chose the address. The
 * network is used between two transactions and never within one.
 * @returns how many were pulled
 */
export async function pullDueWellKnown(
  db: Database,
  { now, fetching, isStopping = () => false }: PullOptions,
): Promise<number> {
  for (let pulled = 0; pulled < most; pulled += 1) {
    const due = isStopping() ? undefined : await claimDuePull(db, now());
    if (!due) return pulled;
    const { productId, url, actor } = due;
    if (!actor) await endOrphanedPull(db, now(), productId);
    else {
      const fetched = await fetchWellKnown(url, fetching);
      const taken = await takeWellKnown(db, { actor, now: now() }, { productId, url, fetched });
      if (!taken.ok && taken.refusal.code === 'role-required') await endOrphanedPull(db, now(), productId);
    }
  }
  return most;
}
