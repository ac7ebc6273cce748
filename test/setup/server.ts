import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type postgres from 'postgres';
import { type ConnectionTarget, openPool } from '~/db/client';
import { databaseName, openEmbedded, startServerOnTcp, urlOf } from '~/db/embedded';
import { binariesIn } from '~/db/embedded/binaries';
import { readPostmasterPid } from '~/db/embedded/cluster';
import { isAlive } from '~/db/embedded/lock';
import { migrate } from '~/db/migrate';

/** A PostgreSQL for one run of the tests, whose database `schemaTemplate` has all migrations and no rows. */
export interface TestServer {
  /** May create databases. */
  admin: ConnectionTarget;
  /** The role that owns them, as whom the portal connects: no superuser, so a missing right is noticed. */
  owner: { name: string; target: ConnectionTarget };
  stop(): Promise<void>;
}

export const schemaTemplate = 'template_schema';

/** The oldest PostgreSQL that is supported, where Debian's package has put it. */
const oldestBinaries = '/usr/lib/postgresql/15/bin';
const folderPrefix = 'snitfladeklar-test-';

/**
 * The embedded PostgreSQL without durability. With TEST_DATABASE=server one that is reached over TCP by address as
 * DATABASE_URL is: the server that DATABASE_URL names (its user must be allowed to create databases), else one of our own,
 * of the oldest supported version where the machine has it.
 */
export async function startTestServer(): Promise<TestServer> {
  const server = await openServer();
  try {
    await withAdmin(server.admin, async (sql) => {
      await sql.unsafe(`drop database if exists ${schemaTemplate}`);
      await sql.unsafe(`create database ${schemaTemplate} owner ${server.owner.name}`);
    });
    await migrate(onDatabase(server.owner.target, schemaTemplate));
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs work on a connection that may create and drop databases. */
export async function withAdmin<T>(admin: ConnectionTarget, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = openPool(admin, { applicationName: 'test-admin', max: 1, statementTimeout: 0 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same server and role, another database. */
export function onDatabase(target: ConnectionTarget, database: string): ConnectionTarget {
  if (typeof target !== 'string') return { ...target, database };
  const url = new URL(target);
  url.pathname = `/${database}`;
  return url.href;
}

async function openServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE === 'server' ? process.env.DATABASE_URL : undefined;
  if (given) {
    const name = decodeURIComponent(new URL(given).username);
    return { admin: given, owner: { name, target: given }, stop: async () => undefined };
  }
  sweepOrphans();
  const dataDir = mkdtempSync(path.join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const server = process.env.TEST_DATABASE === 'server' ? await openOnTcp(dataDir) : await openOnSocket(dataDir);
  return {
    ...server,
    stop: async () => {
      await disconnectAll(server.admin);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openOnSocket(dataDir: string): Promise<TestServer> {
  const { admin, options, stop } = await openEmbedded({ dataDir, durable: false });
  return { admin, owner: { name: databaseName, target: options }, stop };
}

async function openOnTcp(dataDir: string): Promise<TestServer> {
  const binaries = existsSync(oldestBinaries) ? { binaries: binariesIn(oldestBinaries) } : {};
  const { admin, url, stop } = await startServerOnTcp({ dataDir, durable: false, ...binaries });
  return { admin: urlOf(admin), owner: { name: databaseName, target: url }, stop };
}

/** A pool that a test forgot to close would keep the server alive. */
function disconnectAll(admin: ConnectionTarget): Promise<unknown> {
  return withAdmin(
    admin,
    (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend' and application_name <> 'lease'`,
  );
}

/** Servers of runs that were killed: their folders carry the process id of the run. */
function sweepOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(folderPrefix) ? Number.parseInt(name.slice(folderPrefix.length), 10) : 0;
    if (!pid || isAlive(pid)) continue;
    const folder = path.join(tmpdir(), name);
    const postmaster = readPostmasterPid({ home: path.join(folder, 'postgres') });
    try {
      if (postmaster && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being removed by another run.
    }
  }
}
