import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '~/app/auth/demo.server';
import { isDemoCutShort } from '~/app/demo/load';
import { market } from '~/app/demo/market';
import { ensureDemoPeople, ensureSupplier } from '~/app/demo/people';
import { findPersonByIdentity } from '~/db/people';
import { createTestDatabase, type TestDatabase } from '../../database';

const now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
});
afterAll(() => database.drop());

describe('the demo people without the demo data', () => {
  test('can all be signed in as, and are made once', async () => {
    await ensureDemoPeople(database.db, now);
    await ensureDemoPeople(database.db, now);
    for (const subject of demoPeople) {
      expect(await findPersonByIdentity(database.db, { provider: 'demo', subject })).toBeDefined();
    }
    const [count] = await database.sql`
      select (select count(*) from people)::int as people, (select count(*) from suppliers)::int as suppliers,
        (select count(*) from products)::int as products`;
    expect(count).toEqual({ people: demoPeople.length, suppliers: 2, products: 0 });
  });

  test('are no demo data that was cut short; suppliers without their products are', async () => {
    expect(await isDemoCutShort(database.db)).toBe(false);
    for (const supplier of market) await ensureSupplier(database.db, now, supplier);
    expect(await isDemoCutShort(database.db)).toBe(true);
  });
});
