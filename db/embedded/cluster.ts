import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { OperatorProblem } from '~/db/operator-problem';
import type { Account } from './account';
import type { Binaries } from './binaries';
import type { ConnectionOptions, Endpoint } from './endpoint';
import { isAlive } from './lock';

/** One PostgreSQL cluster in a folder of its own. */
export interface Cluster {
  /** Holds `data` (the cluster), `server.log` and, usually, `run` (the socket). */
  home: string;
  binaries: Binaries;
  account: Account;
  endpoint: Endpoint;
  /** False only in tests: the operating system may then lose what was acknowledged. */
  durable: boolean;
}

export const superuser = 'postgres';
const crashRetry = 10_000;
const startLimit = 120_000;

/** How to connect as the superuser to the database `postgres`. */
export function superuserOptions({ endpoint }: Cluster): ConnectionOptions {
  return {
    host: endpoint.host,
    port: endpoint.port,
    username: superuser,
    database: 'postgres',
    ...(endpoint.password === null ? {} : { password: endpoint.password }),
  };
}

/**
 * Makes sure that the cluster exists and its server answers; a server started by another process is used as it is.
 * Call under the cluster's lock.
 * @returns whether a server was already running
 */
export async function ensureRunning(cluster: Cluster): Promise<{ reused: boolean }> {
  if (await answersInTime(cluster)) return { reused: true };
  const folder = dataFolder(cluster);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await initialise(cluster);
  await requireSameMajor(cluster);
  await clearStaleLocks(cluster);
  await start(cluster);
  return { reused: false };
}

/** Asks the server for an orderly stop and waits for it, ten seconds at most. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = readPostmasterPid(cluster);
  if (pid === null) return;
  if (process.platform === 'win32') {
    await run(cluster, cluster.binaries.pgCtl, ['stop', '-D', dataFolder(cluster), '-m', 'fast', '-w']);
    return;
  }
  signal(pid, 'SIGINT');
  const deadline = Date.now() + 10_000;
  while (readPostmasterPid(cluster) === pid && isAlive(pid) && Date.now() < deadline) await wait(10);
}

/** The process id of the running (or crashed) server, from the file it leaves in the cluster. */
export function readPostmasterPid(cluster: Pick<Cluster, 'home'>): number | null {
  const file = path.join(cluster.home, 'data', 'postmaster.pid');
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function dataFolder(cluster: Cluster): string {
  return path.join(cluster.home, 'data');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

type Answer = 'ready' | 'starting' | 'silent';

async function ask(cluster: Cluster): Promise<Answer> {
  const { host, port } = cluster.endpoint;
  if (host.startsWith('/') && !existsSync(path.join(host, `.s.PGSQL.${port}`))) return 'silent';
  const sql = postgres({ ...superuserOptions(cluster), max: 1, connect_timeout: 5, fetch_types: false });
  try {
    await sql`select 1`;
    return 'ready';
  } catch (error) {
    // 57P03: starting up, recovering or shutting down.
    return (error as { code?: string }).code === '57P03' ? 'starting' : 'silent';
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function answersInTime(cluster: Cluster): Promise<boolean> {
  const deadline = Date.now() + startLimit;
  let answer = await ask(cluster);
  while (answer === 'starting' && Date.now() < deadline) {
    await wait(25);
    answer = await ask(cluster);
  }
  return answer === 'ready';
}

/** Made under another name and renamed when complete, so that an interrupted first start leaves nothing half. */
async function initialise(cluster: Cluster): Promise<void> {
  const draft = path.join(cluster.home, 'data.new');
  let output = '';
  for (const locale of locales) {
    rmSync(draft, { recursive: true, force: true });
    const result = await run(cluster, cluster.binaries.initdb, [
      ...[`--pgdata=${draft}`, `--username=${superuser}`, '--encoding=UTF8', ...locale],
      ...['--auth-local=trust', '--auth-host=scram-sha-256', '--no-instructions'],
      ...(cluster.endpoint.password === null ? [] : [`--pwfile=${path.join(cluster.home, 'password')}`]),
      ...(cluster.durable ? [] : ['--no-sync']),
    ]);
    if (result.code === 0) {
      rmSync(dataFolder(cluster), { recursive: true, force: true });
      renameSync(draft, dataFolder(cluster));
      return;
    }
    output = result.output;
  }
  throw new OperatorProblem(`The database folder ${cluster.home} could not be prepared: ${lastLines(output)}`);
}

/** Danish sorting is the default order where the server can; every PostgreSQL with ICU also has "da-x-icu". */
const locales = [
  ['--locale-provider=icu', '--icu-locale=da-DK', '--locale=C.UTF-8'],
  ['--locale-provider=icu', '--icu-locale=da-DK', '--locale=C'],
  ['--locale=C'],
];

async function requireSameMajor(cluster: Cluster): Promise<void> {
  const found = readFileSync(path.join(dataFolder(cluster), 'PG_VERSION'), 'utf8').trim();
  const { output } = await run(cluster, cluster.binaries.postgres, ['--version']);
  const major = /(\d+)/.exec(output)?.[1];
  if (major && major !== found) {
    throw new OperatorProblem(
      `${cluster.home} was made by PostgreSQL ${found} and this is PostgreSQL ${major}. ` +
        'Restore a backup into a new DATA_DIR, or go back to the version before.',
    );
  }
}

/**
 * After a crash the lock files may name a process id that PostgreSQL takes for a running server for ever: one that
 * another program of the same user has now (in containers ids are few), or a dead server that nobody has reaped.
 * The files are removed only when no process works in the cluster's folder any more.
 */
async function clearStaleLocks(cluster: Cluster): Promise<void> {
  const pid = readPostmasterPid(cluster);
  if (pid === null || process.platform !== 'linux' || !isAlive(pid) || isPostgres(pid)) return;
  const deadline = Date.now() + crashRetry;
  while (isFolderInUse(realpathSync(dataFolder(cluster)))) {
    if (Date.now() > deadline) return;
    await wait(50);
  }
  const { host, port } = cluster.endpoint;
  rmSync(path.join(dataFolder(cluster), 'postmaster.pid'), { force: true });
  if (host.startsWith('/')) rmSync(path.join(host, `.s.PGSQL.${port}.lock`), { force: true });
}

/** A dead process that nobody has reaped has an empty command line. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return true;
  }
}

/** Every process of a PostgreSQL server has the cluster's folder as its working directory. */
function isFolderInUse(folder: string): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolder(name) === folder);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

async function start(cluster: Cluster): Promise<void> {
  const log = path.join(cluster.home, 'server.log');
  const retryUntil = Date.now() + crashRetry;
  for (;;) {
    const failure = await startOnce(cluster, log);
    if (failure === null) return;
    // Children of a crashed server hold the cluster for a moment longer.
    const held = failure.includes('pre-existing shared memory block') || failure.includes('lock file');
    if (!held || Date.now() > retryUntil) {
      throw new OperatorProblem(`The embedded PostgreSQL did not start (see ${log}): ${lastLines(failure)}`);
    }
    await wait(100);
  }
}

async function startOnce(cluster: Cluster, log: string): Promise<string | null> {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(log);
  const output = openSync(log, 'a', 0o600);
  const before = statSync(log).size;
  const child = cluster.account.spawn(
    cluster.binaries.postgres,
    ['-D', dataFolder(cluster), ...settingArguments(cluster)],
    // Detached: Ctrl-C in the terminal is for the portal, which then stops the server when its work is done.
    { cwd: cluster.home, stdio: ['ignore', output, output], detached: true, env: environment() },
  );
  closeSync(output);
  const exited = once(child, 'exit').catch((error: unknown) => [String(error)]);
  child.unref();
  let ended = false;
  exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + startLimit;
  while (!ended && Date.now() < deadline) {
    if ((await ask(cluster)) === 'ready') return null;
    await wait(10);
  }
  return readFileSync(log, 'utf8').slice(before) || 'no reason given';
}

function settingArguments(cluster: Cluster): string[] {
  const settings: Record<string, string> = {
    ...cluster.endpoint.settings,
    max_connections: '80',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    // A portal's database is small; without this the first checkpoint after an import is a long one.
    max_wal_size: '256MB',
    ...(cluster.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of the caller's PG… variables may change which cluster is used. */
function environment(): NodeJS.ProcessEnv {
  const kept = { ...process.env };
  for (const name of Object.keys(kept)) if (/^(?:PG|LC_)/.test(name)) delete kept[name];
  return { ...kept, LC_ALL: 'C', TZ: 'UTC' };
}

async function run(
  cluster: Cluster,
  command: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = cluster.account.spawn(command, args, {
    cwd: cluster.home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(),
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const [code] = (await once(child, 'close').catch((error: unknown) => {
    output += String(error);
    return [null];
  })) as [number | null];
  return { code, output };
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ');
}
