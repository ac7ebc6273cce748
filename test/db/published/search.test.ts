import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listPublishedProducts } from '~/db/published/products';
import { resolveSearch } from '~/db/published/search';
import { isTooSlow } from '~/db/published/too-slow';
import { kleGroups } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets, marketDay } from '~/test/factories/published-market';
import { noFilters } from '~/workflows/product-query';

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

it('takes a word that the catalogue has for what was meant, also where no product has it', async () => {
  expect((await resolveSearch(database.db, 'omsorf')).corrections).toEqual([{ from: 'omsorf', to: ['omsorg'] }]);
  await database.db.insert(kleGroups).values({ number: '29', title: 'Omsorf og andet' });
  expect((await resolveSearch(database.db, 'omsorf')).corrections).toEqual([]);
});

it('finds two letters only as a word', async () => {
  const found = async (query: string) =>
    (await listPublishedProducts(database.db, { ...noFilters, q: query }, { today: marketDay })).products.map(
      ({ name }) => name,
    );
  expect(await found('om')).toEqual([]);
  expect(await found('og')).toEqual(await found('sags- og dokumentindeks'));
  expect(await found('og')).not.toEqual([]);
  expect(await found('27')).toEqual(['Ældreomsorg']);
  expect(await found('.')).toBeDefined();
  expect(await found('\\')).toEqual([]);
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
