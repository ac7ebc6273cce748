import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerOnce, fingerprintOf, keyLifetime } from '~/db/api-requests';
import { makeApiToken } from '~/db/api-tokens';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeSupplier, makeSupplierPerson, testNow } from '../factories/supplier-people';

let test: TestDatabase;
let tokenId: string;

beforeAll(async () => {
  test = await createTestDatabase({ max: 10 });
  const admin = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'supplier-admin');
  const made = await makeApiToken(test.db, admin, {
    name: 'Test',
    scopes: ['proposals:write'],
    productId: null,
    lifetime: 30,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  tokenId = made.value.id;
});
afterAll(() => test.drop());

let done = 0;
const count = async () => {
  done += 1;
  return { number: done };
};
const request = (key: string | null, body = 'a', now = testNow) => ({
  tokenId,
  key,
  fingerprint: fingerprintOf({ method: 'PUT', path: '/x', body }),
  now,
});

it('does the same request once, also when it comes many times at once', async () => {
  const before = done;
  const answers = await Promise.all(Array.from({ length: 8 }, () => answerOnce(test.db, request('one'), count)));
  expect(done).toBe(before + 1);
  expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(new Set(answers.map((answer) => JSON.stringify('answer' in answer && answer.answer))).size).toBe(1);
});

it('refuses another request under the same key, and forgets the key after a day', async () => {
  await answerOnce(test.db, request('two'), count);
  expect(await answerOnce(test.db, request('two', 'b'), count)).toEqual({ kind: 'key-reused' });
  const nextDay = new Date(testNow.getTime() + keyLifetime + 1);
  expect(await answerOnce(test.db, request('two', 'b', nextDay), count)).toMatchObject({ kind: 'done' });
});

it('keeps no refusal, so that the request can be put right', async () => {
  expect(await answerOnce(test.db, request('three'), async () => null)).toEqual({ kind: 'refused' });
  expect(await answerOnce(test.db, request('three', 'b'), count)).toMatchObject({ kind: 'done' });
});

it('does everything anew without a key', async () => {
  const before = done;
  await answerOnce(test.db, request(null), count);
  await answerOnce(test.db, request(null), count);
  expect(done).toBe(before + 2);
});
