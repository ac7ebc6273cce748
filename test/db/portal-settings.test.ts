import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emergencySwitch } from '~/app/server/read-only';
import { ReadOnlyProblem, verifyLog } from '~/db/log';
import { changePortalSettings, findReadOnlyReason, getPortalSettings, switchReadOnly } from '~/db/portal-settings';
import { cases, log } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  walk = await CaseWalk.begin(world);
});
afterAll(() => test.drop());

describe('the emergency switch', () => {
  it('is the coordinator’s, and says why', async () => {
    const on = { isReadOnly: true, reason: 'Vi undersøger en fejl.' };
    expect(await switchReadOnly(test.db, world.leadA, on)).toMatchObject({ refusal: { code: 'role-required' } });
    const silent = await switchReadOnly(test.db, world.coordinator, { ...on, reason: ' ' });
    expect(silent).toMatchObject({ refusal: { code: 'note-needed' } });
    expect(await findReadOnlyReason(test.db)).toBeNull();
  });

  it('refuses every command and keeps nothing of it, until it is off again', async () => {
    const holdsBack = emergencySwitch(test.db);
    const before = await test.db.select().from(cases);
    const on = { isReadOnly: true, reason: 'Vi undersøger en fejl.' };
    expect(getValue(await switchReadOnly(test.db, world.coordinator, on))).toEqual({ isReadOnly: true, changed: true });
    expect(getValue(await switchReadOnly(test.db, world.coordinator, on)).changed).toBe(false);
    await expect(walk.trySubmit()).rejects.toThrow(ReadOnlyProblem);
    await expect(walk.answer({ 'first-one': 'Et andet svar' })).rejects.toThrow('Vi undersøger en fejl.');
    expect(await test.db.select().from(cases)).toEqual(before);
    for (const method of ['POST', 'PUT', 'DELETE']) expect(await holdsBack(method, '/supplier')).toBe(on.reason);
    expect(await holdsBack('GET', '/supplier')).toBeNull();
    expect(await holdsBack('POST', '/en/sign-in/demo')).toBeNull();
    getValue(await switchReadOnly(test.db, world.coordinator, { isReadOnly: false, reason: '' }));
    expect(await holdsBack('POST', '/supplier')).toBeNull();
    expect((await walk.trySubmit()).ok).toBe(true);
    const rows = await test.db.select({ action: log.action }).from(log).orderBy(desc(log.number));
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['portal.read-only', 'portal.read-write']));
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });
});

it('limits change from a screen that is up to date, within their bounds', async () => {
  const { version } = await getPortalSettings(test.db);
  const limits = {
    leaseHours: 48,
    highImpactFrom: 3,
    reviewDays: 20,
    escalateDays: 3,
    expiredDays: 0,
    expectedVersion: version,
  };
  const wrong = await changePortalSettings(test.db, world.coordinator, { ...limits, highImpactFrom: 99 });
  expect(wrong).toMatchObject({ refusal: { code: 'settings-out-of-bounds', params: { least: 1, most: 98 } } });
  getValue(await changePortalSettings(test.db, world.coordinator, limits));
  const stale = await changePortalSettings(test.db, world.coordinator, limits);
  expect(stale).toMatchObject({ refusal: { code: 'settings-have-moved' } });
  expect(await getPortalSettings(test.db)).toMatchObject({
    leaseHours: 48,
    highImpactFrom: 3,
    reviewDays: 20,
    escalateDays: 3,
    expiredDays: 0,
  });
});
