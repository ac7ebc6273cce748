import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { OperatorProblem } from '~/db/operator-problem';
import { pickAccount } from './embedded/account';
import { type Binaries, embeddedBinaries } from './embedded/binaries';
import { type Cluster, ensureRunning, stopServer, superuserOptions } from './embedded/cluster';
import { type ConnectionOptions, socketEndpoint, tcpEndpoint } from './embedded/endpoint';
import { withFileLock } from './embedded/lock';

export type { Binaries } from './embedded/binaries';
export type { ConnectionOptions } from './embedded/endpoint';

/** The database and its owner, as whom the portal connects: no superuser, so nothing in it can reach the files. */
export const databaseName = 'snitfladeklar';

export interface EmbeddedOptions {
  /** The cluster is kept in its folder `postgres`. */
  dataDir: string;
  /** False only in tests. */
  durable: boolean;
  /** Another PostgreSQL's programs instead of those npm installed. */
  binaries?: Binaries;
}

export interface EmbeddedServer {
  /** The portal's own database and role. */
  options: ConnectionOptions;
  /** The superuser, for tests and maintenance. */
  admin: ConnectionOptions;
  /** Whether another process had already started the server. */
  reused: boolean;
  /** Ends this process's use; the last process to end its use stops the server. Close your connections first. */
  stop(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL: makes the cluster when there is none, and starts the server or joins the one that
 * another process (web, command line) has started. Should the server die while in use, it is started again.
 * @throws OperatorProblem with a sentence that tells what to do
 */
export function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  return open(options, process.platform === 'win32' ? 'tcp' : 'socket');
}

/** The same, but listening on loopback with a password, as a server reached by DATABASE_URL does: for tests. */
export async function startServerOnTcp(options: EmbeddedOptions): Promise<EmbeddedServer & { url: string }> {
  const server = await open(options, 'tcp');
  return { ...server, url: urlOf(server.options) };
}

/** The same connection as a DATABASE_URL (TCP only). */
export function urlOf({ host, port, username, password, database }: ConnectionOptions): string {
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return `postgres://${username}${secret}@${host}:${port}/${database}`;
}

async function open(options: EmbeddedOptions, kind: 'socket' | 'tcp'): Promise<EmbeddedServer> {
  const dataDir = path.resolve(options.dataDir);
  const cluster = await prepareCluster({ ...options, dataDir }, kind);
  const lockFile = path.join(dataDir, 'postgres.lock');
  const use = await withFileLock(lockFile, () => startUse(cluster, lockFile));
  const admin = superuserOptions(cluster);
  return {
    options: { ...admin, username: databaseName, database: databaseName },
    admin,
    reused: use.reused,
    stop: () => withFileLock(lockFile, () => use.end()),
  };
}

async function prepareCluster(options: EmbeddedOptions, kind: 'socket' | 'tcp'): Promise<Cluster> {
  const binaries = options.binaries ?? embeddedBinaries();
  const home = path.join(options.dataDir, 'postgres');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    // Started by root, the server's own user must be able to pass (not list) the data folder.
    chmodSync(options.dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new OperatorProblem(`DATA_DIR: ${options.dataDir} cannot be used (${(error as Error).message}).`);
  }
  const account = await pickAccount(binaries.postgres, home);
  const endpoint = kind === 'tcp' ? await tcpEndpoint(home) : socketEndpoint(home, account);
  if (kind === 'tcp') account.own(path.join(home, 'password'));
  return { home, binaries, account, endpoint, durable: options.durable };
}

interface Use {
  reused: boolean;
  end(): Promise<void>;
}

/**
 * A use of the server is one connection held for as long as it lasts: it vanishes with its process however that
 * ends, so counting such connections tells who is left, without a register that could become stale.
 */
async function startUse(cluster: Cluster, lockFile: string): Promise<Use> {
  const { reused } = await ensureRunning(cluster);
  let ending = false;
  const lease = postgres({
    ...superuserOptions(cluster),
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'lease' },
    onclose: () => {
      if (!ending) void reviveServer(cluster, lockFile, lease, () => ending);
    },
  });
  await ensureDatabase(lease, cluster);
  return {
    reused,
    end: async () => {
      ending = true;
      const isLast = await isOnlyUser(lease).catch(() => false);
      await lease.end({ timeout: 1 });
      if (isLast) await stopServer(cluster);
    },
  };
}

/** The server died under us (killed, out of memory): start it again and take a new lease. */
async function reviveServer(
  cluster: Cluster,
  lockFile: string,
  lease: postgres.Sql,
  isEnding: () => boolean,
): Promise<void> {
  for (let attempt = 0; attempt < 10 && !isEnding(); attempt += 1) {
    await wait(100 * attempt);
    try {
      await withFileLock(lockFile, async () => {
        if (isEnding()) return;
        await ensureRunning(cluster);
        await lease`select 1`;
      });
      return;
    } catch {
      // The next attempt waits a little longer; meanwhile /readyz tells that the database is away.
    }
  }
}

async function ensureDatabase(lease: postgres.Sql, { endpoint }: Cluster): Promise<void> {
  const [role] = await lease`select 1 from pg_roles where rolname = ${databaseName}`;
  if (!role) {
    const password = endpoint.password === null ? '' : ` password '${endpoint.password}'`;
    await lease.unsafe(`create role ${databaseName} login${password}`);
  }
  const [database] = await lease`select 1 from pg_database where datname = ${databaseName}`;
  if (!database) await lease.unsafe(`create database ${databaseName} owner ${databaseName}`);
}

async function isOnlyUser(lease: postgres.Sql): Promise<boolean> {
  // The caller's own connections may take a moment to disappear after they are closed.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const [others] = await lease<{ leases: number; clients: number }[]>`
      select count(*) filter (where application_name = 'lease')::int as leases, count(*)::int as clients
      from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    if (!others || others.clients === 0) return true;
    if (others.leases > 0) return false;
    await wait(20);
  }
  return false;
}
