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
  /** Settings on top of those the portal gets here; see docs/generated/settings.md. */
  env?: Readonly<Record<string, string>>;
  /** The place of a portal that was stopped before, to start it again with its data. */
  place?: PortalPlace;
  /** With the demo people and their suppliers, made by the operator's command, instead of all the demo data. */
  peopleOnly?: boolean;
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
const startLimit = 900_000;

/**
 * Starts the built portal on a free port, with a data folder and database of its own (empty before the first start) and demo
 * people. Only in journeys.
 */
export async function startPortal(options: PortalOptions = {}): Promise<RunningPortal> {
  const place = options.place ?? (await makePlace());
  if (options.peopleOnly) await operate(place, ['demo', 'people']);
  const child = spawn(process.execPath, [programs.web], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...settingsOf(place), ...options.env },
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

const folder = path.join(projectRoot, 'build', 'server');
const programs = { web: path.join(folder, 'main.js'), operator: path.join(folder, 'cli.js') };

function settingsOf({ dataDir, databaseUrl }: PortalPlace): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'development',
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: '1',
    // A whole suite's forms come from one address.
    FORM_RATE_LIMIT: '100000',
    API_RATE_LIMIT: '100000',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/**
 * Runs one of the operator's commands, as `npm run portal -- …` does, beside a portal that runs or for one to come.
 * @returns what it printed as its result
 * @throws when it fails, with what it printed
 */
export async function operate(place: PortalPlace, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [programs.operator, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: settingsOf(place),
  });
  let [result, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    result += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${errors}${result}`);
  return result;
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
