import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runTasks } from '../runner/tasks.js';

let printed: string[];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const passing = async () => ({ passed: 2, failed: 0, output: 'nothing of note' });
const failing = async () => ({ passed: 1, failed: 3, output: 'what went wrong' });

test('sums what every task counts, and shows what went wrong only', async () => {
  const tasks = [
    { name: 'one', run: passing },
    { name: 'two', run: failing },
  ];
  expect(await runTasks(tasks)).toEqual({ passed: 3, failed: 3 });
  expect(printed).toContain('what went wrong');
  expect(printed).not.toContain('nothing of note');
});

test('a task whose need failed counts as failed and says why', async () => {
  const run = vi.fn(passing);
  const tasks = [
    { name: 'journeys', needs: ['build', 'browser'], run },
    { name: 'build', run: passing },
    { name: 'browser', run: failing },
  ];
  expect(await runTasks(tasks)).toEqual({ passed: 3, failed: 4 });
  expect(run).not.toHaveBeenCalled();
  expect(printed).toContain('✗ journeys: not run, because this failed: browser');
});

test('two run at a time, and what is needed runs first', async () => {
  let running = 0;
  let most = 0;
  const order: string[] = [];
  const task = (name: string, needs: string[] = []) => ({
    name,
    needs,
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await wait(5);
      running -= 1;
      order.push(name);
      return { passed: 1, failed: 0, output: '' };
    },
  });
  await runTasks([task('last', ['first']), task('a'), task('b'), task('first'), task('c')]);
  expect(most).toBe(2);
  expect(order.indexOf('last')).toBeGreaterThan(order.indexOf('first'));
});
