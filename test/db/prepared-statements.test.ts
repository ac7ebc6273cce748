import { setImmediate } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect, type Db } from '~/db/client';
import { logHead } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';

let test: TestDatabase;
const open: Connection[] = [];

/** One connection, so that what the server keeps for it can be seen. */
function connectAlone(target = test.target): Connection {
  const connection = connect(target, { applicationName: 'prepared', max: 1 });
  open.push(connection);
  return connection;
}

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(open.map(({ close }) => close()));
  await test.drop();
});

const readHead = (db: Db) => db.select({ number: logHead.number }).from(logHead).where(eq(logHead.id, 1));
const countOf = async ({ sql: client }: Connection): Promise<number> => {
  const rows = await client.unsafe(`select 1 from pg_prepared_statements where statement like '%log_head%'`);
  return rows.length;
};

it('a query that comes again is prepared once, and answers the same', async () => {
  const connection = connectAlone();
  const { db } = connection;
  const first = await readHead(db);
  expect(first).toHaveLength(1);
  await readHead(db);
  expect(await countOf(connection)).toBe(0);
  for (let count = 0; count < 5; count += 1) expect(await readHead(db)).toEqual(first);
  expect(await countOf(connection)).toBe(1);
});

it('holds in transactions and within them, where what failed is undone alone', async () => {
  const connection = connectAlone();
  const { db } = connection;
  for (let count = 0; count < 6; count += 1) {
    await db.transaction(async (tx) => {
      await tx
        .update(logHead)
        .set({ hash: String(count) })
        .where(eq(logHead.id, 1));
      await tx
        .transaction(async (inner) => {
          await inner.update(logHead).set({ hash: 'lost' }).where(eq(logHead.id, 1));
          throw new Error('undone');
        })
        .catch(() => undefined);
      // Sent together: the second sees what the first did.
      const [, [head]] = await Promise.all([
        tx.update(logHead).set({ number: count }).where(eq(logHead.id, 1)),
        tx.select().from(logHead).where(eq(logHead.id, 1)),
      ]);
      expect(head).toMatchObject({ hash: String(count), number: count });
    });
  }
  const failing = db.transaction(async (tx) => {
    await Promise.all([
      tx.execute(sql`select ${1}::int / 0`),
      tx.update(logHead).set({ hash: 'lost' }).where(eq(logHead.id, 1)),
    ]);
  });
  await expect(failing).rejects.toThrow();
  expect(await db.select({ hash: logHead.hash }).from(logHead)).toEqual([{ hash: '5' }]);
});

it('a table that changes meanwhile costs no more than a new plan', async () => {
  const connection = connectAlone();
  const { db, sql: client } = connection;
  await client.unsafe('create table changing (id integer, value integer)');
  await client.unsafe('insert into changing values (1, 7)');
  const read = () => db.execute<{ value: unknown }>(sql`select value from changing where id = ${1}`);
  for (let count = 0; count < 4; count += 1) expect(await read()).toMatchObject([{ value: 7 }]);
  await client.unsafe('alter table changing alter column value type text');
  expect(await read()).toMatchObject([{ value: '7' }]);
});

it('no more texts are kept than there is room for', async () => {
  const connection = connectAlone();
  const { db, sql: client } = connection;
  for (let kind = 0; kind < 320; kind += 1) {
    const text = sql`select ${1}::int as ${sql.raw(`c${kind}`)}`;
    for (let count = 0; count < 3; count += 1) await db.execute(text);
  }
  const rows = await client.unsafe(
    "select count(*)::int as count from pg_prepared_statements where statement like 'select $1::int as %'",
  );
  expect(rows[0]?.count).toBe(300);
});

it.each([99, 100, 101])('a transaction that begins behind %i queries has its connection to itself', async (ahead) => {
  const connection = connect(test.target, { applicationName: 'behind', max: 2 });
  open.push(connection);
  const { db } = connection;
  await Promise.all(Array.from({ length: 20 }, () => readHead(db)));
  // While both connections are taken, what is asked waits in one row, and goes on the first that is free.
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const holding = [0, 1].map(() =>
    db.transaction(async (tx) => {
      await readHead(tx);
      await until;
    }),
  );
  await expect.poll(() => countIn(test.db, 'idle in transaction')).toBe(2);
  const reads = Array.from({ length: ahead }, () => readHead(db).then((rows) => rows.length));
  await setImmediate();
  const begun = db.transaction(async (tx) => {
    await tx.execute(sql`select pg_sleep(0.01)`);
    return (await readHead(tx)).length;
  });
  letGo();
  expect(new Set(await Promise.all([...reads, begun]))).toEqual(new Set([1]));
  await Promise.all(holding);
  await expect.poll(() => countIn(test.db, 'idle in transaction')).toBe(0);
});

/** Connections of the test above that the server says are in this state. */
async function countIn(db: Db, state: string): Promise<number> {
  const rows = await db.execute(
    sql`select 1 from pg_stat_activity
      where application_name = 'behind' and state = ${state} and datname = current_database()`,
  );
  return rows.length;
}
