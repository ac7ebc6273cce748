import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCannedReason, changeCannedReason, listCannedReasons } from '~/db/canned-reasons';
import { verifyLog } from '~/db/log';
import { cannedReasons, log } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';
import { type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
const text = { kind: 'rejected', title: 'Ny', text: 'Svaret passer ikke.' };

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

describe('canned reasons', () => {
  it('come with the portal, for each verdict that needs a reason', async () => {
    const kinds = new Set((await listCannedReasons(test.db)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['accepted-with-remark', 'needs-elaboration', 'rejected']);
  });

  it('are the coordinator’s alone, and whole', async () => {
    expect(await addCannedReason(test.db, world.leadA, text)).toMatchObject({ refusal: { code: 'role-required' } });
    const empty = await addCannedReason(test.db, world.coordinator, { ...text, text: '  ' });
    expect(empty).toMatchObject({ refusal: { code: 'reason-text-needed' } });
    const accepted = await addCannedReason(test.db, world.coordinator, { ...text, kind: 'accepted' });
    expect(accepted).toMatchObject({ refusal: { code: 'request-not-understood' } });
  });

  it('change from a screen that is up to date, with a row in the log, and are never deleted', async () => {
    const { id } = getValue(await addCannedReason(test.db, world.coordinator, text));
    const change = { id, ...text, title: 'Nyere', expectedVersion: 1, end: false };
    getValue(await changeCannedReason(test.db, world.coordinator, change));
    const stale = await changeCannedReason(test.db, world.coordinator, change);
    expect(stale).toMatchObject({ refusal: { code: 'reason-has-moved' } });
    const [row] = await test.db.select().from(log).orderBy(desc(log.number)).limit(1);
    expect(row).toMatchObject({ action: 'reason.change', details: { title: 'Nyere', before: { title: 'Ny' } } });
    getValue(await changeCannedReason(test.db, world.coordinator, { ...change, expectedVersion: 2, end: true }));
    expect((await listCannedReasons(test.db)).map((each) => each.id)).not.toContain(id);
    expect((await listCannedReasons(test.db, { all: true })).find((each) => each.id === id)?.title).toBe('Nyere');
    await expect(test.db.delete(cannedReasons)).rejects.toThrow();
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });
});
