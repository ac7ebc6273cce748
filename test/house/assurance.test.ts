import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Security claims are worth as much as the tests behind them: docs/assurance.md names those, and none may be lost. */
const file = path.join('docs', 'assurance.md');
const text = readFileSync(file, 'utf8');
const rows = text.split('\n').flatMap((line) => {
  const [, id, , shownBy = ''] = line.split('|').map((cell) => cell.trim());
  return id && /^[PAR]\d+$/.test(id) ? [{ id, shownBy }] : [];
});
const links = (part: string) => [...part.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, to = '']) => path.join('docs', to));

test('every promise and every attack has its row, and each row names a test', () => {
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  expect(rows.map(({ id }) => id)).toEqual([...numbers('P', 7), ...numbers('A', 20), ...numbers('R', 9)]);
  const without = rows.filter(({ shownBy }) => links(shownBy).length === 0 && !/^as [PA]\d+$/.test(shownBy));
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('every test that is named is there', () => {
  const named = links(text);
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((each) => !existsSync(each) || !/\.test\.tsx?$/.test(each))).toEqual([]);
});
