import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  endCalendarFeed,
  findCalendarFeed,
  findCalendarOwner,
  listDeadlinesOf,
  makeCalendarFeed,
} from '~/db/calendar-feeds';
import { declareConflict } from '~/db/conflicts';
import { calendarFeeds, log, people } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.assess(world.reviewerA, 'first', ['rejected', 'accepted']);
  await walk.send(world.leadA, { type: 'request-changes', note: 'Ret det.', workingDays: 10 });
});
afterAll(() => test.drop());

const casesOf = async ({ actor }: Acting) =>
  (await listDeadlinesOf(test.db, actor.personId)).map(({ caseId, kind, side }) => [caseId, kind, side]);

it('an address is one per person, kept as a hash, ended by a new one or by its owner', async () => {
  const { personId } = world.leadA.actor;
  const first = await makeCalendarFeed(test.db, world.leadA);
  const second = await makeCalendarFeed(test.db, world.leadA);
  expect(first).not.toBe(second);
  expect(await findCalendarOwner(test.db, first)).toBeUndefined();
  expect(await findCalendarOwner(test.db, second)).toMatchObject({ personId });
  expect(JSON.stringify(await test.db.select().from(calendarFeeds))).not.toContain(second);
  expect(JSON.stringify(await test.db.select().from(log).where(eq(log.subjectId, personId)))).not.toContain(second);
  await endCalendarFeed(test.db, world.leadA);
  expect([await findCalendarOwner(test.db, second), await findCalendarFeed(test.db, personId)]).toEqual([
    undefined,
    undefined,
  ]);
});

it('opens for nobody who has left, and not with what is no token', async () => {
  const leaving = await makeReviewer(test.db, 'reviewer', municipalityA);
  const token = await makeCalendarFeed(test.db, leaving);
  await test.db.update(people).set({ endedAt: walk.now }).where(eq(people.id, leaving.actor.personId));
  expect(await findCalendarOwner(test.db, token)).toBeUndefined();
  for (const odd of ['', 'x', `${token}'`, token.slice(1)])
    expect(await findCalendarOwner(test.db, odd)).toBeUndefined();
});

it('holds the deadlines of one’s own supplier, municipality or claimed sections, and nobody else’s', async () => {
  expect(await casesOf(world.editor)).toEqual([[walk.caseId, 'due', 'supplier']]);
  expect(await casesOf(world.leadA)).toEqual([[walk.caseId, 'due', 'review']]);
  expect(await casesOf(world.coordinator)).toEqual([[walk.caseId, 'due', 'review']]);
  expect(await casesOf(world.otherSignatory)).toEqual([]);
  expect(await casesOf(world.leadB)).toEqual([]);
  getValue(await declareConflict(test.db, world.leadC, { supplierId: world.supplierId, reason: 'Nabo.' }));
  expect(await casesOf(world.leadC)).toEqual([]);
});

it('holds when an approval runs out', async () => {
  const other = await CaseWalk.begin(world);
  await other.toDecision();
  await other.decide('approved');
  expect(await casesOf(world.signatory)).toContainEqual([other.caseId, 'expiry', 'supplier']);
});
