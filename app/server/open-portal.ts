import path from 'node:path';
import type { Logger } from 'pino';
import type postgres from 'postgres';
import { type Config, type ParsedConfig, parseConfig } from '~/app/config.server';
import { demoBegins, isDemoCutShort, loadDemo } from '~/app/demo/load';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import { folderStorage } from '~/app/storage/folder-storage';
import { s3Storage } from '~/app/storage/s3-storage';
import { type Connection, type ConnectionTarget, connect, type Database, requireDatabase } from '~/db/client';
import { loadContent } from '~/db/content';
import { openEmbedded } from '~/db/embedded';
import { migrate } from '~/db/migrate';
import { OperatorProblem } from '~/db/operator-problem';
import { hasTrigrams } from '~/db/published/search';
import { suppliers } from '~/db/schema';
import { createLog } from './log';
import { findSessionSecret } from './session-secret';

/** What the web process and the operator's commands work with. */
export interface OpenPortal {
  config: Config;
  db: Database;
  /** A pool of its own for public pages. */
  publicDb: Database;
  /** The pool of `publicDb`. */
  publicSql: postgres.Sql;
  /** The read replica, where there is one. */
  replicaDb: Database | null;
  sql: postgres.Sql;
  storage: EvidenceStorage;
  log: Logger;
  now: () => Date;
}

export interface OpenOptions {
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** Tells the operator what takes its time. */
  say: (text: string) => void;
  /** Is given what has to be closed as soon as it is open, so that a signal in the middle leaves nothing behind. */
  onOpened: (close: () => Promise<void>) => void;
  /** False: what is in the database stays as it is, but for the migrations. */
  fill?: boolean;
}

/**
 * Reads the settings.
 * @throws OperatorProblem with one sentence for each setting that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv): ParsedConfig {
  const result = parseConfig(env);
  if (result.ok) return result.config;
  throw new OperatorProblem(result.problems.map(({ variable, sentence }) => `${variable} ${sentence}`).join('\n'));
}

/**
 * Opens the database (the embedded one, or DATABASE_URL) and the evidence, migrates, loads the content that came with
 * this version, and the demo data when there is nothing yet.
 * @throws OperatorProblem
 */
export async function openPortal(parsed: ParsedConfig, options: OpenOptions): Promise<OpenPortal> {
  const config: Config = { ...parsed, sessionSecret: findSessionSecret(parsed) };
  const { applicationName, say, onOpened, fill = true } = options;
  const target = await openTarget(config, onOpened);
  const pool = { applicationName, max: config.databasePool };
  const { db, sql, close } = connect(target, pool);
  onOpened(close);
  await requireDatabase(sql, 'DATABASE_URL');
  const { db: publicDb, sql: publicSql } = openPublicDb(config, target, options);
  const replicaDb = await openReplica(config, options);
  const portal: OpenPortal = {
    config,
    db,
    publicDb,
    replicaDb,
    publicSql,
    sql,
    storage: await openStorage(config, onOpened),
    log: createLog(config.logLevel),
    now: () => new Date(),
  };
  await migrate(target, fill ? () => fillDatabase(portal, say) : undefined);
  if (!(await hasTrigrams(db))) say(withoutTrigrams);
  return portal;
}

async function openStorage(config: Config, onOpened: OpenOptions['onOpened']): Promise<EvidenceStorage> {
  if (config.s3 === null) return folderStorage(path.join(config.dataDir, 'evidence'));
  const storage = await s3Storage(config.s3);
  onOpened(async () => storage.close());
  return storage;
}

async function openTarget(config: Config, onOpened: OpenOptions['onOpened']): Promise<ConnectionTarget> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const server = await openEmbedded({ dataDir: config.dataDir, durable: true });
  onOpened(server.stop);
  return server.options;
}

/** In milliseconds: what anybody may ask without signing in is given up sooner than our own work. */
const publicTimeout = 5_000;

/** A pool of its own: what the public asks never waits for, nor keeps waiting, those who sign in. */
function openPublicDb(
  config: Config,
  target: ConnectionTarget,
  { applicationName, onOpened }: OpenOptions,
): Connection {
  const pool = {
    applicationName: `${applicationName}-public`,
    max: config.databasePool,
    statementTimeout: publicTimeout,
  };
  const connection = connect(target, pool);
  onOpened(connection.close);
  return connection;
}

async function openReplica(config: Config, options: OpenOptions): Promise<Database | null> {
  if (config.replicaUrl === null) return null;
  const { db, sql } = openPublicDb(config, config.replicaUrl, options);
  await requireDatabase(sql, 'DATABASE_REPLICA_URL');
  return db;
}

const withoutTrigrams =
  'Search is slow: it has no index, since the extension pg_trgm is not in the database. Somebody with the right may run: CREATE EXTENSION pg_trgm;';

/** Runs under the lock of the migrations: of two processes that start at once, one fills the database. */
async function fillDatabase({ config, db, storage, now }: OpenPortal, say: OpenOptions['say']): Promise<void> {
  const found = await db.select({ id: suppliers.id }).from(suppliers).limit(1);
  const isForDemo = config.demo && found.length === 0;
  await loadContent(db, isForDemo ? { now: demoBegins(now()) } : {});
  if (isForDemo) {
    say('Making the demo data …');
    await loadDemo({ db, storage, now, publicUrl: config.publicUrl, say });
  } else if (config.demo && (await isDemoCutShort(db))) {
    say(
      'There is only a part of the demo data: an earlier start was interrupted. For all of it begin with an empty database.',
    );
  }
}
