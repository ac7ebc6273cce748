// `npm run bench -- inbox`: what a page of the reviewer's inbox costs with 10,000 cases next to 100, both in one run in
// two databases of one embedded PostgreSQL. Ratios are what counts; milliseconds are this machine's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../app/server/prepare.js';

const outfile = path.join(root, '.cache', 'test', 'programs', 'inbox-bench.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/inbox-program.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  tsconfig: path.join(root, 'tsconfig.json'),
  logLevel: 'error',
});
const program = spawn(process.execPath, [outfile], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
let printed = '';
program.stdout.on('data', (chunk) => {
  printed += chunk;
});
const [code] = await once(program, 'exit');
if (code !== 0) process.exit(1);
const { sizes, turns, rows } = JSON.parse(printed);
const lines = [
  ['the inbox', ...sizes.map((size) => `${size} cases, ms`), 'ratio'],
  ...rows.map(({ name, small, large, ratio }) => [name, small.toFixed(1), large.toFixed(1), `${ratio.toFixed(1)}×`]),
];
for (const [name, ...cells] of lines) {
  process.stdout.write(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(18)).join('')}\n`);
}
process.stdout.write(`median of ${turns} turns, one machine\n`);
