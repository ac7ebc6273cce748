import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSessionSecret } from '~/app/server/session-secret';
import { OperatorProblem } from '~/db/operator-problem';
import { configWith } from '../context';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-secret-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('is the one that is set, and then none is written', () => {
  expect(findSessionSecret({ ...configWith({ dataDir }), sessionSecret: 'set' })).toBe('set');
  expect(() => statSync(path.join(dataDir, 'session-secret'))).toThrow();
});

test('is made once, kept for the next start and closed to other users', () => {
  const config = { ...configWith({ dataDir: path.join(dataDir, 'new') }), sessionSecret: null };
  const made = findSessionSecret(config);
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(findSessionSecret(config)).toBe(made);
  const file = path.join(dataDir, 'new', 'session-secret');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('says which setting is wrong when it cannot be kept', () => {
  const file = path.join(dataDir, 'file');
  writeFileSync(file, '');
  const config = { ...configWith({ dataDir: file }), sessionSecret: null };
  expect(() => findSessionSecret(config)).toThrow(OperatorProblem);
  expect(() => findSessionSecret(config)).toThrow(/^DATA_DIR: /);
});

test('a damaged one is not used', () => {
  writeFileSync(path.join(dataDir, 'session-secret'), '');
  expect(() => findSessionSecret({ ...configWith({ dataDir }), sessionSecret: null })).toThrow(/is damaged/);
});
