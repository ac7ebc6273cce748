import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLog } from '~/db/log';
import { decisions, log, outbox } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { CaseRequest } from '~/workflows/case/events';
import { createTestDatabase, type TestDatabase } from '../../database';
import { copyCase } from '../../factories/copied-cases';
import { randomOf, timesOf } from '../../factories/random';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';

/**
 * Two decisions at once, many times: whoever comes second is told that the case has moved, and in the end there is one
 * decision, one row about it in the log and one message to the supplier.
 */
const races = timesOf('SOAK_RACES', 500);
/** Races side by side, so that both cores have something to do. */
const lanes = 4;

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase({ max: 12 });
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const propose: CaseRequest = { type: 'propose', outcome: 'approved', reasons: '' };
const confirm: CaseRequest = { type: 'confirm', note: '' };
const returned: CaseRequest = { type: 'return', note: 'Se på begrundelsen.' };

type Runner = [by: Acting, event: CaseRequest];

/** @returns the event that won; throws unless exactly one did, and the other was told that the case has moved */
async function race(walk: CaseWalk, random: () => number, runners: readonly [Runner, Runner]): Promise<CaseRequest> {
  const results = await Promise.all(
    runners.map(async ([by, event]) => {
      // Sometimes side by side on two connections, sometimes a little after one another.
      const delay = Math.floor(random() * 4);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay - 1));
      return { event, result: await walk.trySend(by, event) };
    }),
  );
  const won = results.filter(({ result }) => result.ok);
  const refused = results.flatMap(({ result }) => (result.ok ? [] : result.refusal.code));
  expect(won).toHaveLength(1);
  expect(refused).toEqual(['case-has-moved']);
  return won[0]?.event ?? confirm;
}

async function runRace(seed: number, walk: CaseWalk): Promise<void> {
  const random = randomOf(seed);
  const { leadA, leadB, leadC } = world;
  const kind = seed % 3;
  await walk.holdVersion();
  if (kind === 0)
    await race(walk, random, [
      [leadA, propose],
      [leadC, propose],
    ]);
  else await walk.send(leadA, propose);
  await walk.holdVersion();
  const [first, second]: [Runner, Runner] =
    kind === 2
      ? [
          [leadB, confirm],
          [leadC, returned],
        ]
      : [
          [leadB, confirm],
          [await other(walk), confirm],
        ];
  const winner = await race(walk, random, random() < 0.5 ? [first, second] : [second, first]);
  walk.dropVersion();
  if (winner.type === 'return') {
    await walk.send(leadA, propose);
    await walk.send(leadB, confirm);
  }
  await expectOneDecision(walk);
}

/** A lead reviewer who neither proposed nor judged: whoever of the two did not win the proposal. */
async function other(walk: CaseWalk): Promise<Acting> {
  const { proposal } = (await walk.row()).snapshot.context;
  return proposal?.proposedBy === world.leadC.actor.personId ? world.leadA : world.leadC;
}

async function expectOneDecision(walk: CaseWalk): Promise<void> {
  expect((await walk.row()).state).toBe('approved');
  const decided = await test.db.select().from(decisions).where(eq(decisions.caseId, walk.caseId));
  expect(decided).toHaveLength(1);
  const rows = await test.db.select({ action: log.action }).from(log).where(eq(log.subjectId, walk.caseId));
  const logged = rows.filter(({ action }) => action === 'case.confirm');
  expect(logged).toHaveLength(1);
}

it(`${races} races give one decision and one log row each`, { timeout: 240_000 + races * 200 }, async () => {
  const first = await CaseWalk.begin(world);
  await first.toDecision();
  const walks = await copyCase(first, races);
  let seed = 0;
  const lane = async () => {
    for (let walk = walks.pop(); walk; walk = walks.pop()) {
      seed += 1;
      await runRace(seed, walk);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  expect(await test.db.$count(decisions)).toBe(races);
  const notices = await test.db.select({ payload: outbox.payload }).from(outbox);
  expect(notices.filter(({ payload }) => payload.about === 'confirm')).toHaveLength(races);
  const { problem } = await verifyLog(test.db);
  expect(problem).toBeNull();
});
