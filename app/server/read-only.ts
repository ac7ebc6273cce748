import type { Database } from '~/db/client';
import { findReadOnlyReason } from '~/db/portal-settings';

/** Forms that change nothing, and the switch itself. */
const evenThen: readonly string[] = [
  '/sign-in',
  '/sign-in/demo',
  '/sign-out',
  '/verify/declaration',
  '/admin/settings',
];

/** @returns the coordinator's words on why nothing can be changed; null: nothing stands in the way */
export type HoldsBack = (method: string, path: string) => Promise<string | null>;

/**
 * Whether the emergency switch stands in the way of a request: everything that could change something is refused before
 * it begins, so that people read a sentence instead of an error. What holds for certain stands in db/log.ts.
 */
export function emergencySwitch(db: Database): HoldsBack {
  return async (method, path) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return null;
    if (evenThen.includes(path.replace(/^\/en(?=\/)/, ''))) return null;
    // A database that is away is told of by whoever needs it next.
    return findReadOnlyReason(db).catch(() => null);
  };
}
