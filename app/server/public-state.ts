import type { Database } from '~/db/client';
import { getPortalSettings } from '~/db/portal-settings';
import { getPublishedVersion } from '~/db/published/version';
import { copenhagenDay } from '~/workflows/day';
import type { KeptOptions } from './kept-pages';
import type { PublicSource } from './public-source';

/**
 * What kept pages are true for: what is published, what the coordinator has set (every page tells when nothing can be
 * changed), and the day, because rungs fall by date.
 */
export function publicState(
  { db, now }: { db: Database; now: () => Date },
  source: PublicSource,
): Pick<KeptOptions, 'readState' | 'readVersion'> {
  const settingsVersion = async () => (await getPortalSettings(db)).version;
  return {
    readState: async () => {
      const [published, settings] = await Promise.all([source.ask(), settingsVersion()]);
      return `${published} ${settings} ${copenhagenDay(now())}`;
    },
    // Both only grow, so their sum moves with each.
    readVersion: async () => {
      const [published, settings] = await Promise.all([getPublishedVersion(db), settingsVersion()]);
      return published + settings;
    },
  };
}
