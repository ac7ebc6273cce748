import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseOn } from '~/db/past';
import { endPublication, resumePublication } from '~/db/publication';
import { listOffers, type OffersAsked } from '~/db/published/offers';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { publishOn } from '~/test/factories/publish';
import { insertMarket, insertSecrets, marketDay } from '~/test/factories/published-market';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

const all: OffersAsked = { interfaceIds: ['SF1500', 'SF1470'], type: [], kle: [] };

/** As the time machine gives it to a profile. */
function offersOn(day: string, asked = all) {
  return listOffers(databaseOn(database.sql, day), asked, day);
}

it('is the same today, from the read model and from what is kept of the past', async () => {
  const today = await listOffers(database.db, all, marketDay);
  expect(today.length).toBeGreaterThan(2);
  expect(today.some(({ support }) => support.has('SF1470'))).toBe(true);
  expect(await offersOn(marketDay)).toEqual(today);
  for (const asked of [
    { ...all, kle: ['27'] },
    { ...all, type: ['fagsystem' as const] },
    { ...all, interfaceIds: [] },
  ]) {
    expect(await offersOn(marketDay, asked)).toEqual(await listOffers(database.db, asked, marketDay));
  }
});

it('knows a day as it was: what came later and what has ended since', async () => {
  const made = await publishOn(database.db, { name: 'Senere' }, new Date('2026-11-10T10:00:00Z'));
  const names = async (day: string) => (await offersOn(day)).map(({ name }) => name);
  expect(await names('2026-11-09')).not.toContain('Senere');
  expect(await names('2026-11-10')).toContain('Senere');
  const ended = {
    declarationId: made.declarationId,
    because: 'revoked' as const,
    now: new Date('2026-11-20T22:59:00Z'),
  };
  await database.db.transaction((tx) => endPublication(tx, ended));
  expect(await names('2026-11-19')).toContain('Senere');
  expect(await names('2026-11-20')).not.toContain('Senere');
  expect((await listOffers(database.db, all, marketDay)).map(({ name }) => name)).not.toContain('Senere');
});

it('leaves out what was suspended on that day, also where it is back today', async () => {
  const { declarationId } = await publishOn(database.db, { name: 'Pause' }, new Date('2026-11-01T10:00:00Z'));
  const at = (day: string) => ({ declarationId, now: new Date(`${day}T10:00:00Z`) });
  await database.db.transaction((tx) => endPublication(tx, { ...at('2026-11-05'), because: 'suspended' }));
  await database.db.transaction((tx) => resumePublication(tx, at('2026-11-08')));
  const isThere = async (day: string) => (await offersOn(day)).some(({ name }) => name === 'Pause');
  expect([await isThere('2026-11-04'), await isThere('2026-11-06'), await isThere('2026-11-08')]).toEqual([
    true,
    false,
    true,
  ]);
});

it('knows nothing of what was never published', async () => {
  const before = [await listOffers(database.db, all, marketDay), await offersOn(marketDay)];
  await insertSecrets(database.db);
  expect([await listOffers(database.db, all, marketDay), await offersOn(marketDay)]).toEqual(before);
});
