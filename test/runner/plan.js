import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt, root } from '../../app/server/prepare.js';
import { ensureBrowser } from './browser.js';
import { findDifferences } from './generated.js';
import { runProgram, runVitest } from './programs.js';

/**
 * What a run consists of. Types and lint first: they are quick to tell what is wrong. The journeys wait for the build
 * and the browser.
 * @param {boolean} isFull with the journeys on the second database
 * @returns {import('./tasks.js').Task[]}
 */
export function tasksOf(isFull) {
  const journeys = { needs: ['build', 'browser'] };
  return [
    {
      name: 'lint',
      run: () => runProgram(bin('@biomejs/biome', 'bin/biome'), ['ci', '--colors=off', '--diagnostic-level=error']),
    },
    { name: 'types', run: () => runProgram(bin('typescript', 'bin/tsc'), ['--noEmit', '-p', '.']) },
    { name: 'build', run: () => once(ensureBuilt) },
    { name: 'generated files', run: () => once(requireUpToDate) },
    { name: 'browser', run: () => once(ensureBrowser) },
    { name: 'tests, embedded database', run: () => runVitest('embedded', {}) },
    {
      name: 'tests, database server',
      run: () => runVitest('server', { TEST_DATABASE: 'server' }, ['--project', 'database']),
    },
    // In parts, so that neither core waits for the other at the end; the longest first.
    ...['main', 'pages', 'routes', 'people'].map((part) => ({
      name: `journeys, ${part}`,
      ...journeys,
      run: () => runJourneys(part, { TEST_JOURNEYS: part }),
    })),
    ...(isFull
      ? [
          {
            name: 'journeys, database server',
            ...journeys,
            run: () => runJourneys('server', { TEST_DATABASE: 'server', TEST_JOURNEYS: 'main' }),
          },
        ]
      : []),
  ];
}

function runJourneys(name, environment) {
  return runVitest(`journeys-${name}`, environment, ['--project', 'journeys']);
}

async function requireUpToDate() {
  const differences = await findDifferences();
  if (differences.length > 0) throw new Error(`Run npm run generate and commit the result:\n${differences.join('\n')}`);
}

/** Counts as one test: passed unless it throws. */
async function once(work) {
  try {
    await work();
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: error.message };
  }
}

function bin(packageName, file) {
  const packageFile = createRequire(import.meta.url).resolve(`${packageName}/package.json`, { paths: [root] });
  return path.join(path.dirname(packageFile), file);
}
