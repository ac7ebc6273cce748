import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LicenceName } from '~/app/api/licence';
import { dumpFolder } from '~/app/server/dump';
import { keepDump } from '~/app/server/nightly-dump';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket } from '~/test/factories/published-market';

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'nightly-'));
  await insertMarket(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const keep = (now: string, licence: LicenceName = 'CC-BY-4.0') =>
  keepDump(database.sql, { dataDir, licence }, new Date(now));
const manifest = async () => JSON.parse(await readFile(path.join(dumpFolder(dataDir), 'manifest.json'), 'utf8'));

it('makes the dump at once where there is none, and then once a night', async () => {
  expect((await keep('2026-11-24T13:00:00Z'))?.files.length).toBeGreaterThan(10);
  for (const tooEarly of ['2026-11-24T13:00:05Z', '2026-11-24T23:30:00Z', '2026-11-25T00:59:59Z']) {
    expect(await keep(tooEarly)).toBeNull();
  }
  // Two in the morning in Copenhagen.
  expect(await keep('2026-11-25T01:00:00Z')).not.toBeNull();
  expect((await manifest()).madeAt).toBe('2026-11-25T01:00:00.000Z');
  expect(await keep('2026-11-25T20:00:00Z')).toBeNull();
});

it('makes it when the portal was down at night, and one process of several does', async () => {
  const made = await Promise.all([1, 2, 3].map(() => keep('2026-11-28T10:00:00Z')));
  expect(made.filter((dump) => dump !== null)).toHaveLength(1);
});

it('makes it at once when the licence has changed', async () => {
  expect(await keep('2026-11-28T10:00:05Z', 'CC0-1.0')).not.toBeNull();
  expect((await manifest()).licence.url).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
  expect(await keep('2026-11-28T10:00:10Z', 'CC0-1.0')).toBeNull();
});
