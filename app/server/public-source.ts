import type { Database } from '~/db/client';
import { getPublishedVersion } from '~/db/published/version';

/** From where public pages are read: the replica, as long as it is not behind. */
export interface PublicSource {
  /** What `ask` found last. */
  db(): Database;
  /**
   * Asks how far both databases are, and from now on reads from the one that is up to date.
   * @returns the version that is public
   * @throws where the database that is written to cannot be asked: then nobody can tell whether the replica is behind
   */
  ask(): Promise<number>;
}

/**
 * A replica answers with what was true a moment ago. Somebody who has just been told that a product is approved would
 * not find it, and a page of before, once kept, would go on being given for as long as the replica is behind. So the
 * replica is asked for its version together with the database that is written to, and passed over until it has caught up.
 * @param replica the same database where there is no replica
 */
export function createPublicSource({ db, replica }: { db: Database; replica: Database | null }): PublicSource {
  if (!replica) return { db: () => db, ask: () => getPublishedVersion(db) };
  let isBehind = true;
  return {
    db: () => (isBehind ? db : replica),
    ask: async () => {
      const read = Promise.allSettled([getPublishedVersion(db), getPublishedVersion(replica)]);
      const [written, copied] = await read;
      // The replica alone is left: what it has is the best there is, and nothing of it is kept.
      isBehind = written.status === 'fulfilled' && !(copied.status === 'fulfilled' && copied.value >= written.value);
      if (written.status === 'rejected') throw written.reason;
      return written.value;
    },
  };
}

/** The database that a public page is read from now. */
export function publicDbOf({ source, portal }: { source?: PublicSource; portal: { publicDb: Database } }): Database {
  return source?.db() ?? portal.publicDb;
}
