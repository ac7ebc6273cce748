import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fireDueClocks } from '~/db/cases/clocks';
import { log } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

async function count(caseId: string, action: string): Promise<number> {
  return test.db.$count(log, and(eq(log.subjectId, caseId), eq(log.action, action)));
}

it('deadlines fire once, at their end and not before, however often and by how many they are looked at', async () => {
  const heard = await CaseWalk.begin(world);
  await heard.toDecision(['rejected', 'accepted']);
  await heard.send(world.leadA, { type: 'open-hearing', note: 'Vi kender til et brud.', workingDays: 10 });
  const asked = await CaseWalk.begin(world);
  await asked.toDecision(['rejected', 'accepted']);
  await asked.send(world.leadA, { type: 'request-changes', note: 'Uddyb.', workingDays: 20 });

  const { dueAt } = await heard.row();
  // Ten working days from Tuesday 24 November 2026, to the end of the day in Copenhagen.
  expect(dueAt?.toISOString()).toBe('2026-12-08T22:59:59.000Z');
  if (!dueAt) return;
  expect(await fireDueClocks(test.db, new Date(dueAt.getTime() - 1))).toEqual([]);
  const fired = await Promise.all([1, 2, 3].map(() => fireDueClocks(test.db, dueAt)));
  expect(fired.flat()).toMatchObject([{ caseId: heard.caseId, state: 'decision' }]);
  expect((await heard.row()).dueAt).toBeNull();
  expect(await count(heard.caseId, 'case.close-hearing')).toBe(1);

  // The server was down over the other deadline.
  const later = new Date('2027-02-01T12:00:00Z');
  expect(await fireDueClocks(test.db, later)).toMatchObject([{ caseId: asked.caseId, state: 'decision' }]);
  expect(await fireDueClocks(test.db, later)).toEqual([]);
  expect(await count(asked.caseId, 'case.lapse')).toBe(1);
});
