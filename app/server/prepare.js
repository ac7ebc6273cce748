// Installs what is missing and builds what is stale. Plain JavaScript without dependencies (see start.js).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the build is made from. */
const sources = ['app', 'db', 'workflows', 'public', 'remix.config.js', 'package-lock.json', 'tsconfig.json'];
const installStamp = path.join(root, 'node_modules', '.snitfladeklar-lock');
const buildStamp = path.join(root, 'build', '.stamp');

/**
 * Prepares and then runs one of the programs in this process, so that signals reach it.
 * @param {'main' | 'cli' | 'development'} program
 */
export async function prepareAndImport(program) {
  try {
    ensureInstalled();
    const file =
      program === 'development'
        ? await buildDevelopment()
        : await ensureBuilt().then(() => `build/server/${program}.js`);
    await import(pathToFileURL(path.join(root, file)).href);
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** A sentence for the operator; printed without a stack. */
class PrepareError extends Error {}

/** Runs `npm ci` when node_modules is missing or does not match package-lock.json. */
export function ensureInstalled() {
  withLock(() => {
    // A link leads to another checkout's packages: to install here would empty that one.
    if (isInstalled() || isLinked()) return;
    say('Installing what is missing …');
    const locked = existsSync(path.join(root, 'package-lock.json'));
    // Development dependencies are what builds the portal, also in production. No package's script is needed.
    const result = runNpm([locked ? 'ci' : 'install', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (result.status !== 0) {
      throw new PrepareError(`npm could not install the dependencies:\n${result.stdout ?? ''}${result.stderr ?? ''}`);
    }
    writeInstallStamp();
  });
}

/** Builds when a source is different from what the last build was made from. */
export async function ensureBuilt() {
  const hash = hashSources();
  if (readIfExists(buildStamp) === hash) return;
  await withLock(async () => {
    if (readIfExists(buildStamp) === hash) return;
    say('Building …');
    const { build, BuildError } = await import('./build.js');
    try {
      await build();
    } catch (error) {
      if (error instanceof BuildError) throw new PrepareError(error.message);
      throw error;
    }
  });
}

/** Call when a build is complete. */
export function writeBuildStamp(hash = hashSources()) {
  writeFileSync(buildStamp, hash);
}

export function removeBuildStamp() {
  rmSync(buildStamp, { force: true });
}

/** One hash over the paths and contents of everything the build is made from. */
export function hashSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of sources.flatMap(listFiles)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(relative) {
  const absolute = path.join(root, relative);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [relative];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => listFiles(path.join(relative, name)));
}

async function buildDevelopment() {
  const { bundleDevelopment } = await import('./build.js');
  await bundleDevelopment('.cache/development');
  return '.cache/development/development.js';
}

function isInstalled() {
  const lock = readIfExists(path.join(root, 'package-lock.json'));
  const installed = readIfExists(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return false;
  if (lock === null) return true;
  if (readIfExists(installStamp) === stampOf(lock, installed)) return true;
  if (!isSameInstallation(JSON.parse(lock).packages ?? {}, JSON.parse(installed).packages ?? {})) return false;
  // Somebody ran npm by hand; remember that it fits.
  writeInstallStamp();
  return true;
}

function isLinked() {
  return lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** npm notes what it installed in node_modules; packages for other platforms are missing there. */
function isSameInstallation(locked, installed) {
  return Object.entries(locked).every(([name, { version, optional, devOptional, peer }]) => {
    if (name === '') return true;
    const found = installed[name];
    return found ? found.version === version : Boolean(optional || devOptional || peer);
  });
}

function writeInstallStamp() {
  const lock = readIfExists(path.join(root, 'package-lock.json'));
  const installed = readIfExists(path.join(root, 'node_modules', '.package-lock.json'));
  if (lock !== null && installed !== null) writeFileSync(installStamp, stampOf(lock, installed));
}

function stampOf(lock, installed) {
  return createHash('sha256').update(lock).update('\0').update(installed).digest('hex');
}

/** npm as it was called, else as found on the path. */
function runNpm(args) {
  const called = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  if (called && /npm-cli\.c?js$/.test(called)) return spawnSync(process.execPath, [called, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Two processes (web, command line, tests) must not install or build at once. */
function withLock(work) {
  const file = path.join(root, '.cache', 'prepare.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  let waiting = false;
  while (!takeLock(file)) {
    if (!waiting) say('Waiting for another process that installs or builds …');
    waiting = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const release = () => rmSync(file, { force: true });
  let result;
  try {
    result = work();
  } catch (error) {
    release();
    throw error;
  }
  if (result instanceof Promise) return result.finally(release);
  release();
  return result;
}

function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isStale(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Its process is gone, or (process ids are reused) it is older than any build takes. */
function isStale(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  if (Date.now() - found.mtimeMs > 10 * 60_000) return true;
  const pid = Number(readIfExists(file));
  if (!pid) return Date.now() - found.mtimeMs > 5_000;
  try {
    process.kill(pid, 0);
    return pid === process.pid;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function readIfExists(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
