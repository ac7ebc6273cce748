import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeptPages } from '~/app/server/kept-pages';
import { createPublicSource } from '~/app/server/public-source';
import type { SharedAnswer } from '~/app/server/shared-answer';
import { type Connection, connect } from '~/db/client';
import { createTestDatabase, type TestDatabase } from '~/test/database';

/** Two databases that say which they are; the second one lags as a replica does: it is moved by hand. */
let written: TestDatabase;
let replica: TestDatabase;

const publish = ({ db }: TestDatabase) => db.execute(sql`update published.state set version = version + 1`);

beforeEach(async () => {
  written = await createTestDatabase({ max: 2 });
  replica = await createTestDatabase({ max: 2 });
});
afterEach(async () => {
  await written.drop();
  await replica.drop();
});

async function nameOf(db: Connection['db']): Promise<string> {
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  const names: Record<string, string> = { [await rawName(written)]: 'written', [await rawName(replica)]: 'replica' };
  return names[row?.name ?? ''] ?? 'neither';
}

async function rawName({ sql: pool }: TestDatabase): Promise<string> {
  const [row] = await pool<{ name: string }[]>`select current_database() as name`;
  return row?.name ?? '';
}

test('a replica is read while it is up to date, passed over while it is behind, and read again', async () => {
  const source = createPublicSource({ db: written.db, replica: replica.db });
  expect(await nameOf(source.db())).toBe('written');
  await source.ask();
  expect(await nameOf(source.db())).toBe('replica');
  await publish(written);
  const version = await source.ask();
  expect(await nameOf(source.db())).toBe('written');
  await publish(replica);
  expect(await source.ask()).toBe(version);
  expect(await nameOf(source.db())).toBe('replica');
});

test('a replica that cannot be asked is passed over', async () => {
  const away = connect({ ...Object(replica.target), database: 'not_there' }, { applicationName: 'test', max: 1 });
  const source = createPublicSource({ db: written.db, replica: away.db });
  await source.ask();
  expect(await nameOf(source.db())).toBe('written');
  await away.close();
});

test('when the database that is written to is away, the replica answers, and nothing of it is kept', async () => {
  const away = connect({ ...Object(written.target), database: 'not_there' }, { applicationName: 'test', max: 1 });
  const source = createPublicSource({ db: away.db, replica: replica.db });
  const kept = createKeptPages({ readState: async () => String(await source.ask()), readVersion: async () => 1 });
  const make = async () => page(await nameOf(source.db()));
  expect((await kept.get('/', make)).body.toString()).toBe('replica');
  expect(kept.find('/')).toBeUndefined();
  await away.close();
});

test('after a publication is acknowledged no page is given from a replica that has not got it, nor kept from before', async () => {
  const source = createPublicSource({ db: written.db, replica: replica.db });
  const kept = createKeptPages({
    readState: async () => String(await source.ask()),
    readVersion: async () =>
      (await written.db.execute<{ v: number }>(sql`select version as v from published.state`))[0]?.v ?? 0,
  });
  const make = async () => page(await nameOf(source.db()));
  expect((await kept.get('/', make)).body.toString()).toBe('replica');
  const acknowledge = kept.beginChange();
  await publish(written);
  await acknowledge();
  expect(kept.find('/')).toBeUndefined();
  expect((await kept.get('/', make)).body.toString()).toBe('written');
});

function page(text: string): SharedAnswer {
  return {
    status: 200,
    headers: [],
    unchangedHeaders: [],
    tag: '"1"',
    changedAt: null,
    body: Buffer.from(text),
    isKept: true,
  };
}
