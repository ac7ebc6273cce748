import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fireDueClocks } from '~/db/cases/clocks';
import { connect } from '~/db/client';
import { log } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { copyCase } from '../../factories/copied-cases';
import { CaseWalk, makeCaseWorld } from '../../factories/reviewed-case';

/** A supplier's time for changes, over everything that days in Denmark have in store; counted by hand with a calendar. */
const journeys = [
  ['over Christmas', '2026-12-21T10:00:00Z', 5, '2026-12-30T22:59:59.000Z'],
  ['from a Friday night that is Saturday in Copenhagen', '2026-11-27T23:30:00Z', 5, '2026-12-04T22:59:59.000Z'],
  ['over Easter, in which clocks go forward', '2027-03-22T10:00:00Z', 5, '2027-04-01T21:59:59.000Z'],
  ['over Ascension and Whit Monday', '2027-05-04T10:00:00Z', 10, '2027-05-20T21:59:59.000Z'],
  ['over Constitution Day', '2028-06-01T10:00:00Z', 5, '2028-06-09T21:59:59.000Z'],
  ['over the night in which clocks go back', '2027-10-28T10:00:00Z', 5, '2027-11-04T22:59:59.000Z'],
] as const;

let test: TestDatabase;
let walks: CaseWalk[];

beforeAll(async () => {
  test = await createTestDatabase();
  const first = await CaseWalk.begin(await makeCaseWorld(test.db));
  await first.submit();
  walks = await copyCase(first, journeys.length + 2);
});
afterAll(() => test.drop());

const travel = (walk: CaseWalk, to: string) => walk.wait(Date.parse(to) - walk.now.getTime() - 60_000);

async function askForChanges(walk: CaseWalk, at: string, workingDays: number): Promise<Date | null> {
  travel(walk, at);
  await walk.send(walk.world.coordinator, { type: 'return-incomplete', note: 'Der mangler svar.', workingDays });
  return (await walk.row()).dueAt;
}

const timesLapsed = (walk: CaseWalk) =>
  test.db.$count(log, and(eq(log.subjectId, walk.caseId), eq(log.action, 'case.lapse')));

it.each(journeys)('%s a deadline ends with its last day, to the second and once', async (_name, from, days, end) => {
  const walk = walks.pop();
  if (!walk) throw new Error('There are too few cases.');
  expect((await askForChanges(walk, from, days))?.toISOString()).toBe(end);
  const due = new Date(end);
  // The moment before, also where the hour has just moved.
  expect(await fireDueClocks(test.db, new Date(due.getTime() - 1_000))).toEqual([]);
  const other = connect(test.target, { applicationName: 'second-process', max: 2 });
  const fired = await Promise.all([test.db, other.db, test.db].map((db) => fireDueClocks(db, due)));
  await other.close();
  expect(fired.flat()).toMatchObject([{ caseId: walk.caseId, state: 'screening' }]);
  expect(await timesLapsed(walk)).toBe(1);
});

it('after half a year’s downtime what ran out meanwhile fires once each, and what runs on does not', async () => {
  const [over, running] = walks;
  if (!over || !running) throw new Error('There are too few cases.');
  await askForChanges(over, '2029-01-02T10:00:00Z', 5);
  await askForChanges(running, '2029-06-29T10:00:00Z', 60);
  const back = new Date('2029-07-02T06:00:00Z');
  expect(await fireDueClocks(test.db, back)).toMatchObject([{ caseId: over.caseId }]);
  expect(await fireDueClocks(test.db, back)).toEqual([]);
  expect([await timesLapsed(over), await timesLapsed(running)]).toEqual([1, 0]);
});
