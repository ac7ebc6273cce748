import type { LoaderFunctionArgs } from '@remix-run/node';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loader } from '~/app/routes/api/answers-csv';
import { type Connection, connect } from '~/db/client';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket } from '~/test/factories/published-market';

let database: TestDatabase;
/** Two connections: what is not given back is missed at once. */
let pool: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  pool = connect(database.target, { applicationName: 'test', max: 2 });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

function ask(query = '', method = 'GET'): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/answers.csv${query}`, { method });
  return loader({ request, context: fakeContext({ db: pool.db }), params: {} } as LoaderFunctionArgs);
}

it('has every approved answer once, and nothing that a spreadsheet would run', async () => {
  await pool.db.execute(sql`
    update published.products set answers = answers || ${JSON.stringify([
      {
        questionId: 'hostile',
        value: '=1+1',
        justification: 'a,"b"\nc',
        remark: null,
        approvedOn: '2026-11-02',
        approvedBy: '0751',
      },
      { questionId: 'several', value: ['a', 'b'], approvedOn: '2026-11-02', approvedBy: '0751' },
    ])}::jsonb where name = 'Zebra'`);
  const response = await ask();
  const rows: Record<string, string>[] = parse(await response.text(), { columns: true });
  const [stored] = await pool.db.execute<{ count: number }>(sql`
    select (select sum(jsonb_array_length(answers))::int from published.products)
         + (select coalesce(sum(jsonb_array_length(answers)), 0)::int from published.support) as count`);
  expect(rows).toHaveLength(stored?.count ?? 0);
  expect(rows.find(({ question }) => question === 'hostile')).toMatchObject({
    value: "'=1+1",
    justification: 'a,"b"\nc',
    remark: '',
    interface: '',
    approved_by: '0751',
  });
  expect(rows.find(({ question }) => question === 'several')?.value).toBe('["a", "b"]');
});

it('refuses what it does not know, and only tells of itself when asked for its head', async () => {
  expect((await ask('?product=zebra')).status).toBe(400);
  const head = await ask('', 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('stops the database when the reader goes, and sends no more than is read', async () => {
  await pool.db.execute(sql`
    update published.products set answers =
      (select jsonb_agg(jsonb_build_object('questionId', n, 'value', repeat('x', 500))) from generate_series(1, 20000) n)`);
  const readers = await Promise.all([ask(), ask()].map(async (asked) => (await asked).body?.getReader()));
  for (const reader of readers) await reader?.read();
  // Both connections are held by readers that do not go on; a third is told so.
  expect((await ask()).status).toBe(503);
  for (const reader of readers) await reader?.cancel();
  const found = async () => (await pool.db.execute(sql`select 1 as one`))[0];
  expect(await found()).toEqual({ one: 1 });
  const again = async () => {
    const { status, body } = await ask();
    await body?.cancel();
    return status;
  };
  await expect.poll(again, { timeout: 20_000 }).toBe(200);
});
