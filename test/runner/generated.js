import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../app/server/prepare.js';

const generatorsFolder = path.join(root, 'test', 'generate');
const cache = path.join(root, '.cache', 'generate');

/**
 * Writes everything that is generated: the migration for what has changed in db/schema, then what the modules in
 * test/generate make (each exports `generate(): Promise<Record<path, content>>`, paths relative to the root).
 * @returns {Promise<string[]>} a line per file that changed
 */
export async function writeGenerated() {
  const lines = runDrizzle('db/migrations');
  for (const [file, content] of await generateAll()) {
    if (readIfExists(file) === content) continue;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
    lines.push(`${file} written`);
  }
  return lines;
}

/** @returns {Promise<string[]>} a line per file that is not what its generator makes */
export async function findDifferences() {
  const lines = [...(await generateAll())]
    .filter(([file, content]) => readIfExists(file) !== content)
    .map(([file]) => `${file} is out of date`);
  return hasPendingMigration() ? ['db/migrations lacks a change of db/schema', ...lines] : lines;
}

/** @returns {Promise<Map<string, string>>} contents by path */
async function generateAll() {
  const names = readdirSync(generatorsFolder).filter((name) => name.endsWith('.ts'));
  rmSync(cache, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => path.join(generatorsFolder, name)),
    outdir: cache,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'silent',
  });
  const files = new Map();
  for (const name of names) {
    const module = await import(pathToFileURL(path.join(cache, name.replace(/\.ts$/, '.mjs'))).href);
    for (const [file, content] of Object.entries(await module.generate())) files.set(file, content);
  }
  return files;
}

/** A copy of the migrations gets one more file when the schema says something that they do not. */
function hasPendingMigration() {
  const copy = path.join('.cache', 'migrations');
  rmSync(path.join(root, copy), { recursive: true, force: true });
  cpSync(path.join(root, 'db', 'migrations'), path.join(root, copy), { recursive: true });
  const before = readdirSync(path.join(root, copy)).length;
  runDrizzle(copy);
  return readdirSync(path.join(root, copy)).length !== before;
}

/**
 * @param {string} folder relative to the root
 * @returns {string[]} the line that names a new migration
 */
function runDrizzle(folder) {
  const packageFile = createRequire(import.meta.url).resolve('drizzle-kit');
  const command = path.join(path.dirname(packageFile), 'bin.cjs');
  const result = spawnSync(process.execPath, [command, 'generate', '--config', 'db/drizzle.config.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, MIGRATIONS_FOLDER: `./${folder}`, NO_COLOR: '1' },
  });
  // When something may have been renamed it asks, for which it needs a terminal: run it by hand then.
  if (result.status !== 0) throw new Error(`drizzle-kit failed:\n${result.stdout}${result.stderr}`);
  return result.stdout.split('\n').filter((line) => line.includes('.sql'));
}

function readIfExists(file) {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : null;
}
