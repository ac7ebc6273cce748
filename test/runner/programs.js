import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../app/server/prepare.js';

/** Far above the usual; a program that hangs must not hold the run for ever. In milliseconds. */
const limit = 40 * 60_000;

/**
 * Runs one of the tools under this Node, as one test: passed when it exits with 0.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<import('./tasks.js').Outcome>}
 */
export async function runProgram(file, args) {
  const { code, output } = await run(file, args, {});
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * Runs Vitest and counts its tests.
 * @param {string} name of the report
 * @param {Record<string, string>} environment
 * @param {string[]} args
 * @returns {Promise<import('./tasks.js').Outcome>}
 */
export async function runVitest(name, environment, args = []) {
  const report = path.join(root, '.cache', 'test', `${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await run(
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ['run', '--config', 'remix.config.js', '--reporter=dot', '--reporter=json', `--outputFile=${report}`, ...args],
    environment,
  );
  return countTests(report, code, output);
}

function countTests(report, code, output) {
  let found;
  try {
    found = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, output: `Vitest wrote no report.\n${output}` };
  }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = found;
  const left = numPendingTests + numTodoTests;
  const skipped = left > 0 ? `${left} tests were skipped; a test is either run or removed.\n` : '';
  let failed = numFailedTests + left;
  // A file that cannot be loaded and an error between tests have no test of their own.
  if (failed === 0 && (code !== 0 || !found.success)) failed = 1;
  return { passed, failed, output: skipped + output };
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(file, args, environment) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    // Nothing of the caller's shell may decide how tests run; CI makes a forgotten `.only` fail.
    env: { ...process.env, NODE_ENV: 'test', CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), limit);
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}
