import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSunsetTasks, setSunset } from '~/db/lifecycle';
import { databaseOn } from '~/db/past';
import { listSunsets } from '~/db/published/sunsets';
import { log, outbox } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, type DecidedProduct, insertSmallCatalogue, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { isAffected, type Sunset, standingOf, successorOf } from '~/workflows/lifecycle';

let database: TestDatabase;
let behind: DecidedProduct;
const now = new Date('2026-11-24T10:00:00Z');
const acting = { actor: null, now };
const wanted: Sunset = { interfaceId: 'SF1500', label: '5.0', sunsetOn: '2027-06-01', successor: null };

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await insertSmallCatalogue(db);
  const using = (version: string) => [level('SF1500', 'in_production'), about('SF1500', 'if-version', version)];
  behind = await publishOn(db, { name: 'Bagud', answers: using('5.0') }, now);
  await publishOn(db, { name: 'Foran', answers: using('6.0') }, now);
  await publishOn(db, { name: 'Tavs', answers: [level('SF1500', 'ready')] }, now);
  await publishOn(db, { name: 'Uden', answers: [level('SF1500', 'not_relevant')] }, now);
});
afterAll(() => database.drop());

const notices = () => database.db.select().from(outbox).where(eq(outbox.kind, 'plain-notice'));

describe('a day on which a version goes out of use', () => {
  it('is refused where it makes no sense, and then nothing happens', async () => {
    const code = async (change: Partial<Sunset>) => {
      const done = await setSunset(database.db, acting, { ...wanted, ...change });
      return done.ok ? null : done.refusal.code;
    };
    expect(await code({ interfaceId: 'SF9' })).toBe('sunset-no-version');
    expect(await code({ label: '4.0' })).toBe('sunset-no-version');
    expect(await code({ sunsetOn: null })).toBe('sunset-no-day');
    expect(await code({ sunsetOn: '2026-11-24' })).toBe('sunset-in-the-past');
    expect(await code({ label: '6.0', successor: '5.0' })).toBe('sunset-no-successor');
    expect(await listSunsets(database.db)).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  it('is told once to each product that has something to do, logged, and a task of its supplier', async () => {
    const both = await Promise.all([setSunset(database.db, acting, wanted), setSunset(database.db, acting, wanted)]);
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { affected: 2 } }]);
    const told = (await notices()).map(({ payload }) => (payload as { params: { product: string } }).params.product);
    expect(told.sort()).toEqual(['Bagud', 'Tavs']);
    const [row] = await database.db.select().from(log).orderBy(desc(log.number)).limit(1);
    expect(row).toMatchObject({
      action: 'interface.sunset',
      subjectId: 'SF1500',
      details: { label: '5.0', affected: 2 },
    });
    const tasks = await listSunsetTasks(database.db, behind.supplierId);
    expect(tasks.map(({ product, successor, version }) => [product, successor, version])).toEqual([
      ['Bagud', '6.0', '5.0'],
      ['Tavs', '6.0', null],
    ]);
  });

  it('can be taken back, and the past knows it still', async () => {
    const later = { actor: null, now: new Date('2026-12-01T10:00:00Z') };
    expect(await setSunset(database.db, later, { ...wanted, sunsetOn: null })).toMatchObject({ ok: true });
    expect(await listSunsets(database.db)).toEqual([]);
    expect(await listSunsetTasks(database.db, behind.supplierId)).toEqual([]);
    expect(await notices()).toHaveLength(2);
    expect(await listSunsets(databaseOn(database.sql, '2026-11-25'))).toMatchObject([{ sunsetOn: '2027-06-01' }]);
    expect(await listSunsets(databaseOn(database.sql, '2026-11-23'))).toEqual([]);
  });
});

describe('where a product stands', () => {
  const labels = ['3', '2', '1'];
  it.each([
    ['in_production', '3', 'ready'],
    ['ready', '2', 'ready'],
    ['ready', '1', 'behind'],
    ['planned', '3', 'behind'],
    ['ready', null, 'unknown'],
    ['ready', 'Vores egen', 'unknown'],
  ] as const)('%s with version %s is %s for version 2', (given, version, standing) => {
    expect(standingOf({ level: given, version }, '2', labels)).toBe(standing);
  });

  it('is to be acted on with the version itself, an older one, or one that nobody knows', () => {
    expect(labels.map((version) => isAffected(version, { label: '2' }, labels))).toEqual([false, true, true]);
    expect(isAffected(null, { label: '2' }, labels)).toBe(true);
  });

  it('moves to the newest version unless another one is named', () => {
    expect(successorOf({ label: '1', successor: null }, labels)).toBe('3');
    expect(successorOf({ label: '1', successor: '2' }, labels)).toBe('2');
    expect(successorOf({ label: '3', successor: null }, labels)).toBe(null);
  });
});
