// What `npm run soak` runs: the tests that try random things, for as long as one cares to wait. `npm test` runs the same
// tests with small numbers. Not part of any gate: it takes about an hour.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from '../app/server/prepare.js';

const { values } = parseArgs({
  options: { sequences: { type: 'string', default: '20000' }, races: { type: 'string', default: '10000' } },
});

ensureInstalled();
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const files = ['test/db/cases/random-walks.test.ts', 'test/db/cases/races.test.ts'];
const started = Date.now();
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'remix.config.js', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SOAK_SEQUENCES: values.sequences, SOAK_RACES: values.races },
});
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
process.stdout.write(`${values.sequences} sequences and ${values.races} races in ${minutes} minutes\n`);
process.exitCode = status ?? 1;
