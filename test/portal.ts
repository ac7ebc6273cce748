import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { readPostmasterPid } from '~/db/embedded/cluster';
import { isAlive } from '~/db/embedded/lock';
import { projectRoot } from '~/db/project-root';
import { onDatabase, withAdmin } from './setup/server';

export interface PortalOptions {
  /** Only the people of the sign-in page and their two suppliers; else the whole demo data. */
  onlyPeople?: boolean;
  /** Settings on top of those the portal gets here; see docs/generated/settings.md. */
  env?: Readonly<Record<string, string>>;
  /** The place of a portal that was stopped before, to start it again with its data. */
  place?: PortalPlace;
  /** Finds its address in what it has printed; in production it announces none to people. */
  address?: (output: string) => string | undefined;
}

/** Where a portal keeps what it knows. */
export interface PortalPlace {
  dataDir: string;
  /** null: embedded in dataDir. */
  databaseUrl: string | null;
  /** Removes it all. Stop the portal first. */
  remove(): Promise<void>;
}

export interface RunningPortal {
  /** Without a slash at the end. */
  url: string;
  place: PortalPlace;
  /** Everything it has printed. */
  output(): string;
  /** As Ctrl-C does; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** In milliseconds; the first start makes the demo data. */
const startLimit = 400_000;

/**
 * Starts the built portal on a free port, with a data folder and database of its own (empty before the first start) and demo
 * people. Only in journeys.
 */
export async function startPortal(options: PortalOptions = {}): Promise<RunningPortal> {
  const place = options.place ?? (await makePlace());
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    PORT: '0',
    DATA_DIR: place.dataDir,
    DEMO: '1',
    ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
    ...options.env,
  } as const;
  if (options.onlyPeople) await runCommand(['demo', 'people'], env);
  const child = spawn(process.execPath, [path.join(projectRoot, 'build', 'server', 'main.js')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let printed = '';
  const collect = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const output = () => printed;
  const url = await waitForAddress(child, output, options.address ?? announced).catch(async (error: unknown) => {
    if (!options.place) await place.remove();
    throw error;
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  };
  return { url, place, output, stop: () => end('SIGINT'), kill: async () => void (await end('SIGKILL')) };
}

/** `npm run portal -- …` as built. @throws with what it printed when it fails */
async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const program = path.join(projectRoot, 'build', 'server', 'cli.js');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`portal ${args.join(' ')} failed:\n${printed}`);
}

async function makePlace(): Promise<PortalPlace> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-portal-'));
  // The embedded PostgreSQL of a portal started by root runs as another user.
  chmodSync(dataDir, 0o711);
  const removeFolder = () => {
    stopOrphan(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!inject('onServer')) return { dataDir, databaseUrl: null, remove: async () => removeFolder() };
  const { admin, owner } = inject('testServer');
  const name = `portal_${randomBytes(6).toString('hex')}`;
  await withAdmin(admin, (sql) => sql.unsafe(`create database ${name} owner ${owner.name}`));
  const databaseUrl = onDatabase(owner.target, name);
  if (typeof databaseUrl !== 'string') throw new Error('A server is reached by an address.');
  return {
    dataDir,
    databaseUrl,
    remove: async () => {
      removeFolder();
      await withAdmin(admin, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The embedded PostgreSQL of a portal that was killed. */
function stopOrphan(dataDir: string): void {
  const pid = readPostmasterPid({ home: path.join(dataDir, 'postgres') });
  if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

function announced(output: string): string | undefined {
  return /The portal is open at (\S+)/.exec(output)?.[1];
}

/** @throws when it ends instead, with what it printed */
async function waitForAddress(
  child: ChildProcess,
  output: () => string,
  find: (output: string) => string | undefined,
): Promise<string> {
  const deadline = Date.now() + startLimit;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const url = find(output());
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The portal did not start:\n${output()}`);
}
