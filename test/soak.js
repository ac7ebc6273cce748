// What `npm run soak` runs: the tests that try random things, for as long as one cares to wait. `npm test` runs the same
// tests with small numbers. Not part of any gate: on two cores the whole takes hours, so it can be run in parts, which
// add up because a sequence is its seed and nothing else.
//   npm run soak                                the whole: 20,000 sequences and 10,000 races
//   npm run soak -- --minutes 60 --from 1       sequences from a seed on, until the time is up; says how far it came
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from '../app/server/prepare.js';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '20000' },
    races: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '100000' },
  },
});

ensureInstalled();
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
// The machine alone first: it finds in minutes what the commands would find in hours.
const parts = [
  ['test/workflows/case/random-walks.test.ts', { SOAK_MACHINE: values.sequences }],
  ['test/db/cases/races.test.ts', { SOAK_RACES: values.races }],
  [
    'test/db/cases/random-walks.test.ts',
    { SOAK_SEQUENCES: values.sequences, SOAK_FROM: values.from, SOAK_MINUTES: values.minutes },
  ],
];
for (const [file, environment] of parts) {
  const begun = Date.now();
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'remix.config.js', file], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  process.stdout.write(
    `${file}: ${((Date.now() - begun) / 60_000).toFixed(1)} minutes, ${JSON.stringify(environment)}\n`,
  );
  if (status !== 0) process.exitCode = 1;
}
