import type { Logger } from 'pino';
import type { Config } from '~/app/config.server';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import type { Database } from '~/db/client';
import type { ReadDay } from '~/workflows/viewed-day';

/** What every loader and action is given: `({ request, context }) => …`. */
export interface PortalContext {
  config: Config;
  /** The database that is written to. */
  db: Database;
  /** For public pages and the API: the read replica where there is one. It may lag a moment behind. */
  publicDb: Database;
  /**
   * What `make` gave, for as long as nothing is published: for what many public pages are made of. The key says all that
   * it depends on. Where it is not certain that nothing was published, it is made anew.
   */
  remember: <Fact>(key: string, make: () => Promise<Fact>) => Promise<Fact>;
  storage: EvidenceStorage;
  /** The clock; of a page as of a past day it stands at the end of that day. */
  now: () => Date;
  /** The clock that goes on, by which sessions end. */
  clock: () => Date;
  /** As of which day a public page is asked for (app/server/on-day.ts). */
  viewedDay: Exclude<ReadDay, { kind: 'present' }> | null;
  /** For `<script nonce>`: what the content security policy of this response allows. */
  nonce: string;
  /** Shown on error pages and in the X-Request-Id header; log lines carry it. */
  requestId: string;
  /** Its lines carry the request's id. Never log names, addresses or what people wrote. */
  log: Logger;
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PortalContext {}
  /** Loaders' data keeps its types (dates, maps) on the way to the page. */
  interface Future {
    v3_singleFetch: true;
  }
}
