import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveSearch } from '~/db/published/search';
import { isTooSlow } from '~/db/published/too-slow';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

it('says what it looked for in place of a misspelt word, and only what is published is offered', async () => {
  await insertSecrets(database.db);
  expect((await resolveSearch(database.db, 'aktindsikt')).corrections).toEqual([
    { from: 'aktindsikt', to: ['aktindsigt'] },
  ]);
  expect((await resolveSearch(database.db, 'secrett')).corrections).toEqual([]);
  expect((await resolveSearch(database.db, '-aktindsikt')).corrections).toEqual([]);
});

it('reads hyphens as people write them', async () => {
  const searched = async (query: string) => (await resolveSearch(database.db, query)).corrections;
  expect(await searched('sf-1500')).toEqual([{ from: 'sf-1500', to: ['sf1500'] }]);
  expect(await searched('omsorg-system')).toEqual([{ from: 'omsorg-system', to: ['omsorg'] }]);
  expect(await searched('xq-zebra')).toEqual([]);
});

it('knows a statement that the database gave up', async () => {
  const slow = database.db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 20`);
    await tx.execute(sql`select pg_sleep(5)`);
  });
  const error = await slow.catch((thrown: unknown) => thrown);
  expect(isTooSlow(error)).toBe(true);
  expect(isTooSlow(new Error('other'))).toBe(false);
});
