import type { AppLoadContext } from '@remix-run/node';
import { pino } from 'pino';
import { type Config, parseConfig } from '~/app/config.server';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import type { Database } from '~/db/client';

/** The default settings with some of them changed. */
export function configWith(changes: Partial<Config> = {}): Config {
  const result = parseConfig({});
  if (!result.ok) throw new Error('The default settings must be fine.');
  return { ...result.config, sessionSecret: 'a secret that is used in tests only', ...changes };
}

/** Stands where a test must touch neither database nor evidence: whatever is asked of it fails. */
function absent<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get(_target, property) {
      throw new Error(`The ${name} was asked for ${String(property)}, and this test has none.`);
    },
  });
}

export interface ContextOptions extends Partial<Config> {
  db?: Database;
  storage?: EvidenceStorage;
  now?: () => Date;
}

/** What a loader or action is given, in a test. */
export function fakeContext({ db, storage, now, ...settings }: ContextOptions = {}): AppLoadContext {
  const database = db ?? absent<Database>('database');
  return {
    config: configWith(settings),
    db: database,
    publicDb: database,
    remember: (_key, make) => make(),
    storage: storage ?? absent<EvidenceStorage>('evidence storage'),
    now: now ?? (() => new Date()),
    clock: now ?? (() => new Date()),
    viewedDay: null,
    nonce: 'nonce',
    requestId: 'request-id',
    log: pino({ level: 'silent' }),
  };
}
