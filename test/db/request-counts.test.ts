import { afterAll, beforeAll, expect, it } from 'vitest';
import { countRequest } from '~/db/request-counts';
import { requestCounts } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({ max: 10 });
});
afterAll(() => test.drop());

const start = new Date('2026-11-24T12:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const limit = { kind: 'test', most: 3, window: 60 };

it('lets so many through in a window, tells what is left, and begins anew', async () => {
  const ask = (seconds: number) => countRequest(test.db, { now: at(seconds), subject: 'one', limit });
  expect(await ask(0)).toEqual({ isAllowed: true, most: 3, window: 60, remaining: 2, resetsIn: 60 });
  expect(await ask(10)).toMatchObject({ isAllowed: true, remaining: 1, resetsIn: 50 });
  expect(await ask(20)).toMatchObject({ isAllowed: true, remaining: 0 });
  expect(await ask(59)).toMatchObject({ isAllowed: false, remaining: 0, resetsIn: 1 });
  expect(await ask(60)).toMatchObject({ isAllowed: true, remaining: 2, resetsIn: 60 });
});

it('counts requests that come at once, each of them', async () => {
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => countRequest(test.db, { now: start, subject: 'many', limit })),
  );
  expect(asked.filter(({ isAllowed }) => isAllowed)).toHaveLength(3);
});

it('keeps nothing of those who have not come for a while', async () => {
  for (let each = 0; each < 10; each += 1) {
    await countRequest(test.db, { now: at(0), subject: `old ${each}`, limit });
  }
  await countRequest(test.db, { now: at(10_000), subject: 'new', limit });
  expect((await test.db.select().from(requestCounts)).map(({ subject }) => subject)).toEqual(['new']);
});
