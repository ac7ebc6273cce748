/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, needs?: string[], run: () => Promise<Outcome> }} Task
 */

/** Two cores. */
const atOnce = 2;

/**
 * Runs tasks in their order, two at a time, each when what it needs has succeeded. A task that cannot run counts as
 * failed, so nothing is left out silently.
 * @param {Task[]} tasks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTasks(tasks) {
  const waiting = [...tasks];
  /** @type {Map<string, boolean>} */
  const succeeded = new Map();
  const counts = { passed: 0, failed: 0 };
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < atOnce ? waiting.findIndex((task) => isReady(task, succeeded)) : -1;
    const [task] = next < 0 ? [] : waiting.splice(next, 1);
    if (!task) {
      await Promise.race(running);
      continue;
    }
    const work = runTask(task, succeeded).then((outcome) => {
      counts.passed += outcome.passed;
      counts.failed += outcome.failed;
      succeeded.set(task.name, outcome.failed === 0);
      running.delete(work);
    });
    running.add(work);
  }
  return counts;
}

function isReady({ needs = [] }, succeeded) {
  return needs.every((name) => succeeded.has(name));
}

async function runTask({ name, needs = [], run }, succeeded) {
  const missing = needs.filter((need) => !succeeded.get(need));
  if (missing.length > 0) {
    console.log(`✗ ${name}: not run, because this failed: ${missing.join(', ')}`);
    return { passed: 0, failed: 1 };
  }
  const begun = Date.now();
  console.log(`  ${name} …`);
  const outcome = await run();
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const sign = outcome.failed === 0 ? '✓' : '✗';
  console.log(`${sign} ${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  if (outcome.failed > 0 && outcome.output.trim()) console.log(outcome.output.trimEnd());
  return outcome;
}
