import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLogHead, readLogHeads } from '~/app/server/log-heads';
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

describe('ends that were kept outside the database', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-heads-'));
    file = path.join(folder, 'kept', 'log-heads.jsonl');
    await keepLogHead(test.db, file, now);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are added once an hour, and only when something happened', async () => {
    const later = new Date(now.getTime() + 3_600_000);
    expect(await keepLogHead(test.db, file, later)).toBeNull();
    await test.db.transaction((tx) => appendLog(tx, { actor: null, now }, entry(41)));
    expect(await keepLogHead(test.db, file, new Date(later.getTime() - 1))).toBeNull();
    expect(await keepLogHead(test.db, file, later)).toMatchObject({ number: 41 });
    expect((await readLogHeads(file)).map(({ number }) => number)).toEqual([40, 41]);
    expect((await verifyLog(test.db, await readLogHeads(file))).problem).toBeNull();
  });

  // Whoever owns the database can make a chain that is whole in itself.
  it('tell a chain that was written anew, and a tail that was cut off together with its end', async () => {
    const rows = await test.sql`select hash from log where number = 35`;
    await test.sql.unsafe(`
      alter table log disable trigger user; delete from log where number > 35; alter table log enable trigger user;
      update log_head set number = 35, hash = '${rows[0]?.hash}'`);
    expect((await verifyLog(test.db)).problem).toBeNull();
    const heads = await readLogHeads(file);
    expect((await verifyLog(test.db, heads)).problem).toEqual({ number: 40, problem: 'rewritten' });
    for (let index = 0; index < 5; index += 1) {
      await test.db.transaction((tx) => appendLog(tx, { actor: null, now }, entry(100 + index)));
    }
    expect((await verifyLog(test.db)).problem).toBeNull();
    expect((await verifyLog(test.db, heads)).problem).toEqual({ number: 40, problem: 'rewritten' });
  });

  it('that cannot be read are named with their line', async () => {
    appendFileSync(file, '{"number":"many"}\n');
    await expect(readLogHeads(file)).rejects.toThrow(`${file}:2 is not an end of the log.`);
  });
});

function entry(index: number) {
  return { action: 'test.entry', subject: { type: 'test', id: String(index) }, details: { index } };
}
