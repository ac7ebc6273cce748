// What `npm test`, `npm run check` and `npm run generate` run. Plain JavaScript: on a fresh clone nothing is installed yet.
//   (nothing)  everything; ends with the line "N passed, N failed"
//   check      all of it but the browser journeys on the second database
//   generate   writes what is generated: migrations, diagrams, references
import { ensureInstalled } from '../app/server/prepare.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const mode = process.argv[2] ?? 'test';

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else if (!['test', 'check', 'generate'].includes(mode)) {
  console.error(`Unknown: ${mode}. Give check, generate or nothing.`);
  process.exitCode = 1;
} else {
  ensureInstalled();
  if (mode === 'generate') await generate();
  else await test(mode === 'test');
}

async function generate() {
  const { writeGenerated } = await import('./runner/generated.js');
  for (const line of await writeGenerated()) console.log(line);
}

async function test(isFull) {
  const { runTasks } = await import('./runner/tasks.js');
  const { tasksOf } = await import('./runner/plan.js');
  const counts = await runTasks(tasksOf(isFull));
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
