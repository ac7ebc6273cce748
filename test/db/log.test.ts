import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendLog, verifyLog } from '~/db/log';
import { hashOf } from '~/workflows/canonical';
import { createTestDatabase, type TestDatabase } from '../database';

const now = new Date('2026-11-24T09:00:00Z');
let test: TestDatabase;

beforeEach(async () => {
  test = await createTestDatabase();
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      test.db.transaction((tx) =>
        appendLog(tx, { actor: null, now }, entry(index), { ...entry(index), action: 'second.entry' }),
      ),
    ),
  );
});
afterEach(() => test.drop());

describe('the log', () => {
  it('numbers rows without gaps however many write at once', async () => {
    expect(await verifyLog(test.db)).toEqual({ rows: 40, problem: null });
  });

  it('leaves no row behind when its transaction fails', async () => {
    const failing = test.db.transaction(async (tx) => {
      await appendLog(tx, { actor: null, now }, entry(99));
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await verifyLog(test.db)).toEqual({ rows: 40, problem: null });
  });

  it.each(["update log set action = 'x'", 'delete from log', 'truncate log'])('refuses "%s"', async (statement) => {
    await expect(test.sql.unsafe(statement)).rejects.toThrow('append-only');
  });
});

/** The owner of the tables can switch the triggers off; the chain still tells. */
describe('verifying the log finds', () => {
  const tamper = async (statement: string) => {
    await test.sql.unsafe(`alter table log disable trigger user; ${statement}; alter table log enable trigger user`);
    return (await verifyLog(test.db)).problem;
  };

  it('an edited row', async () => {
    expect(await tamper('update log set details = \'{"index": 1000}\' where number = 7')).toEqual({
      number: 7,
      problem: 'edited',
    });
  });

  it('a deleted row', async () => {
    expect(await tamper('delete from log where number = 7')).toEqual({ number: 7, problem: 'missing' });
  });

  it('an inserted row', async () => {
    const [row] = await test.sql`select * from log where number = 40`;
    const content = {
      number: 41,
      at: now,
      personId: null,
      organisation: 'portal',
      action: 'forged.entry',
      subjectType: 'case',
      subjectId: randomUUID(),
      details: {},
      previousHash: row?.hash,
    };
    await test.sql`
      insert into log (number, at, organisation, action, subject_type, subject_id, details, previous_hash, hash)
      values (41, ${now.toISOString()}::timestamptz, 'portal', 'forged.entry', 'case', ${content.subjectId}, '{}', ${row?.hash}, ${hashOf(content)})`;
    expect((await verifyLog(test.db)).problem).toEqual({ number: 42, problem: 'head-differs' });
  });

  it('two rows that changed places', async () => {
    const swap = `
      update log set number = -1 where number = 7;
      update log set number = 7 where number = 8;
      update log set number = 8 where number = -1`;
    expect(await tamper(swap)).toEqual({ number: 7, problem: 'wrong-order' });
  });

  it('a tail that was cut off', async () => {
    expect(await tamper('delete from log where number > 35')).toEqual({ number: 36, problem: 'head-differs' });
  });
});

function entry(index: number) {
  return { action: 'test.entry', subject: { type: 'test', id: String(index) }, details: { index } };
}
