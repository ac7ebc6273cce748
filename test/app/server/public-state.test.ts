import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPublicSource } from '~/app/server/public-source';
import { publicState } from '~/app/server/public-state';
import { switchReadOnly } from '~/db/portal-settings';
import { createTestDatabase, type TestDatabase } from '../../database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('what is kept of public pages is dropped when the emergency switch is turned, and when the day changes', async () => {
  const { db } = database;
  let now = new Date('2026-11-30T10:00:00Z');
  const { readState, readVersion } = publicState({ db, now: () => now }, createPublicSource({ db, replica: null }));
  const turn = (isReadOnly: boolean) => switchReadOnly(db, { actor: null, now }, { isReadOnly, reason: 'Fejl.' });
  const before = [await readState(), await readVersion()];
  expect([await readState(), await readVersion()]).toEqual(before);
  await turn(true);
  const on = [await readState(), await readVersion()];
  expect(on[0]).not.toBe(before[0]);
  expect(on[1]).not.toBe(before[1]);
  await turn(false);
  const off = [await readState(), await readVersion()];
  expect(off[0]).not.toBe(on[0]);
  expect(off[1]).not.toBe(on[1]);
  now = new Date('2026-12-01T10:00:00Z');
  expect(await readState()).not.toBe(off[0]);
  expect(await readVersion()).toBe(off[1]);
});
