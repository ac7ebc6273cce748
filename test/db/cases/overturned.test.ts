import { afterAll, beforeAll, expect, it } from 'vitest';
import { listDueClocks } from '~/db/cases/clocks';
import { listEarlierVerdicts } from '~/db/cases/earlier-verdicts';
import { sendCaseEvent } from '~/db/cases/send-event';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makePlacedCases } from '../../factories/placed-cases';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../../factories/reviewed-case';

/** A partial approval that was overturned stays public until a new case is decided: it must not do so for ever. */

const longAfter = new Date('2029-01-01T12:00:00Z');
let test: TestDatabase;
let world: CaseWorld;
let overturned: () => Promise<CaseWalk>;

beforeAll(async () => {
  test = await createTestDatabase({ max: 6 });
  world = await makeCaseWorld(test.db);
  ({ overturned } = await makePlacedCases(await CaseWalk.begin(world)));
});
afterAll(() => test?.drop());

async function isPublic({ caseId }: CaseWalk): Promise<boolean> {
  const rows = await test.sql`
    select 1 from published.publications p join decisions d on d.id = p.decision_id where d.case_id = ${caseId} and p.ended_at is null`;
  return rows.length > 0;
}

/** As the worker does, twice: a publication that became too old meanwhile is told of first. */
async function fire(walk: CaseWalk): Promise<void> {
  for (const { caseId, version, event } of await listDueClocks(test.db, longAfter)) {
    if (caseId !== walk.caseId) continue;
    const acting = { actor: null, now: longAfter };
    getValue(await sendCaseEvent(test.db, acting, { caseId, expectedVersion: version, event }));
  }
}

it('expires like anything else that is public, and its verdicts still carry nothing over', async () => {
  const walk = await overturned();
  expect(await isPublic(walk)).toBe(true);
  await fire(walk);
  expect((await walk.row()).state).toBe('expiring');
  const { caseId, declarationId } = walk;
  expect(await listEarlierVerdicts(test.db, { caseId, declarationId })).toEqual([]);
  await fire(walk);
  expect((await walk.row()).state).toBe('expired');
  expect(await isPublic(walk)).toBe(false);
});

it('can be revoked by the coordinator', async () => {
  const walk = await overturned();
  await walk.send(world.coordinator, { type: 'revoke', note: 'Svarene vildleder.' });
  expect((await walk.row()).state).toBe('revoked');
  expect(await isPublic(walk)).toBe(false);
});

it('can be withdrawn by its supplier', async () => {
  const walk = await overturned();
  await walk.send(world.signatory, { type: 'withdraw', note: '' });
  expect(await isPublic(walk)).toBe(false);
});
