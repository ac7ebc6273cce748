import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { OperatorProblem } from '~/db/operator-problem';
import * as schema from '~/db/schema';
import type { ConnectionOptions } from './embedded/endpoint';
import { preparing } from './prepared-statements';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What reads and commands take first: the database, or the transaction they are to be part of. */
export type Db = Database | Transaction;

/** A DATABASE_URL, or the parts of one. */
export type ConnectionTarget = string | ConnectionOptions;

export interface ConnectOptions {
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** Most connections at once. */
  max?: number;
  /** Milliseconds after which the server gives up a statement; 0 is never. */
  statementTimeout?: number;
}

export interface Connection {
  db: Database;
  sql: postgres.Sql;
  /** Waits for running queries, five seconds at most. */
  close(): Promise<void>;
}

/** The oldest PostgreSQL that is supported and tested. */
const oldestMajor = 15;

/** Makes a pool of connections. None is opened before the first query. */
export function connect(target: ConnectionTarget, options: ConnectOptions): Connection {
  const sql = openPool(target, options);
  return { db: drizzle(preparing(sql), { schema, casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) };
}

/** The pool of a database, for what has to be said in SQL alone. */
export function clientOf(db: Database): postgres.Sql {
  return (db as Database & { $client: postgres.Sql }).$client;
}

/** The pool alone, without tables. */
export function openPool(target: ConnectionTarget, options: ConnectOptions): postgres.Sql {
  const settings = {
    max: options.max ?? 10,
    // The driver (3.4.9) forgets to keep a connection for a transaction whose BEGIN is the one that fills the connection's
    // row of queries, 100 unless set: the transaction then fails, and the queries of others run within it
    // (porsager/postgres#1189). A row that is never full has no such place.
    max_pipeline: Number.MAX_SAFE_INTEGER,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName,
      statement_timeout: options.statementTimeout ?? 15_000,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: 'UTC',
    },
  };
  return typeof target === 'string' ? postgres(target, settings) : postgres({ ...target, ...settings });
}

/**
 * Checks that a server answers and is new enough.
 * @param setting the variable that named it
 * @throws OperatorProblem with one sentence that names the setting
 */
export async function requireDatabase(sql: postgres.Sql, setting = 'DATABASE_URL'): Promise<void> {
  let version: number;
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    version = row?.version ?? 0;
  } catch (error) {
    throw new OperatorProblem(`${setting}: the database cannot be reached (${(error as Error).message}).`);
  }
  if (version < oldestMajor * 10_000) {
    throw new OperatorProblem(
      `${setting}: PostgreSQL ${oldestMajor} or newer is needed; this server is version ${Math.floor(version / 10_000)}.`,
    );
  }
}
