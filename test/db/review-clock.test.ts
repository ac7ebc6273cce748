import { afterAll, beforeAll, expect, it } from 'vitest';
import { findReviewClock } from '~/db/published/review-clock';
import { keepReviewClock } from '~/db/review-clock';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

it('the public clock is computed from the log once a day, by one process, and names nothing', async () => {
  let now = new Date();
  for (let index = 0; index < 5; index += 1) {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    walk.wait(86_400_000);
    await walk.toDecisionFromScreening();
    await walk.decide('approved');
    now = walk.now;
  }
  const secret = await CaseWalk.begin(world);
  const computed = await Promise.all([1, 2, 3].map(() => keepReviewClock(test.db, now)));
  expect(computed.filter(Boolean)).toHaveLength(1);
  const found = await findReviewClock(test.db);
  expect(found?.clock).toMatchObject({ decisions: 5, queue: null });
  expect(found?.clock.states.find(({ state }) => state === 'screening')).toMatchObject({ stays: 5, medianDays: 1 });

  // One more case in the queue, a moment later: the public sees the same.
  await secret.submit();
  expect(await keepReviewClock(test.db, new Date(now.getTime() + 3_600_000))).toBe(false);
  expect(await keepReviewClock(test.db, new Date(now.getTime() + 86_400_000))).toBe(true);
  expect((await findReviewClock(test.db))?.clock).toEqual(found?.clock);
});
