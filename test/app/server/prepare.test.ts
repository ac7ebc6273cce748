import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';

// A project of its own with our programs and a stand-in for npm, which notes how it was called.
let root: string;
const at = (...parts: string[]) => path.join(root, ...parts);

const standIn = `
const fs = require('node:fs');
const path = require('node:path');
const root = path.join(__dirname, '..');
fs.appendFileSync(path.join(root, 'called'), process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync(path.join(root, 'offline'))) { console.error('no network'); process.exit(1); }
fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true });
fs.copyFileSync(path.join(root, 'package-lock.json'), path.join(root, 'node_modules', '.package-lock.json'));
`;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-prepare-'));
  cpSync(path.join(projectRoot, 'app', 'server', 'prepare.js'), at('app', 'server', 'prepare.js'), { recursive: true });
  mkdirSync(at('npm'));
  writeFileSync(at('npm', 'npm-cli.js'), standIn);
  writeFileSync(at('npm', 'package.json'), '{}');
  writeFileSync(at('package.json'), '{"type":"module"}');
  lock({ a: '1.0.0' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function lock(versions: Record<string, string>): void {
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
  writeFileSync(at('package-lock.json'), JSON.stringify({ packages: { '': {}, ...Object.fromEntries(packages) } }));
}

function run(script: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import * as prepare from './app/server/prepare.js';\n${script}`],
    { cwd: root, encoding: 'utf8', timeout: 30_000, env: { ...process.env, npm_execpath: at('npm', 'npm-cli.js') } },
  );
  return { status, output: stdout + stderr };
}

const install = () => run('prepare.ensureInstalled();');
const calls = () => (existsSync(at('called')) ? readFileSync(at('called'), 'utf8').trim().split('\n') : []);

describe('installing', () => {
  test('happens on a fresh clone, runs no package’s script and brings what builds', () => {
    expect(install()).toEqual({ status: 0, output: 'Installing what is missing …\n' });
    expect(calls()).toEqual(['ci --include=dev --ignore-scripts --no-audit --no-fund']);
  });

  test('happens again only when the lockfile says something else', () => {
    install();
    expect(install()).toEqual({ status: 0, output: '' });
    lock({ a: '1.0.1' });
    install();
    expect(calls()).toHaveLength(2);
  });

  test('takes what somebody installed by hand, if it fits', () => {
    mkdirSync(at('node_modules'));
    cpSync(at('package-lock.json'), at('node_modules', '.package-lock.json'));
    install();
    expect(calls()).toEqual([]);
    writeFileSync(
      at('node_modules', '.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } }),
    );
    install();
    expect(calls()).toHaveLength(1);
  });

  test('that fails is told with what npm said', () => {
    writeFileSync(at('offline'), '');
    const { status, output } = install();
    expect(status).not.toBe(0);
    expect(output).toContain('npm could not install the dependencies');
    expect(output).toContain('no network');
    expect(existsSync(at('.cache', 'prepare.lock'))).toBe(false);
  });

  test('waits for no process that is gone', () => {
    mkdirSync(at('.cache'));
    writeFileSync(at('.cache', 'prepare.lock'), '999999999');
    expect(install().status).toBe(0);
    expect(calls()).toHaveLength(1);
  });
});

test('a change of any source, and nothing else, makes the build stale', () => {
  const hash = () => run('console.log(prepare.hashSources());').output;
  for (const folder of ['app', 'db', 'workflows', 'test']) mkdirSync(at(folder), { recursive: true });
  writeFileSync(at('db', 'a.ts'), '1');
  const before = hash();
  expect(hash()).toBe(before);
  writeFileSync(at('test', 'a.test.ts'), '1');
  expect(hash()).toBe(before);
  writeFileSync(at('db', 'a.ts'), '2');
  expect(hash()).not.toBe(before);
});
