import { afterEach, beforeEach, expect, test } from 'vitest';
import { attest } from '~/db/attestations';
import { contradict, lapseContradictions } from '~/db/contradictions';
import { listDisputesFor, stepDispute } from '~/db/disputes';
import { endPublication } from '~/db/publication';
import { listSupporters } from '~/db/published/interfaces';
import { log, outbox, publicDisputes } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { type DecidedProduct, insertSmallCatalogue, level } from '../factories/decided-product';
import { publishOn } from '../factories/publish';
import { makeReviewer, municipalityA, municipalityB } from '../factories/reviewed-case';
import { makeSupplierPerson } from '../factories/supplier-people';

/** A Tuesday; ten working days later is the 8th of December. */
const now = new Date('2026-11-24T12:00:00Z');
const lastDay = new Date('2026-12-08T20:00:00Z');
const after = new Date('2026-12-09T12:00:00Z');

let database: TestDatabase;
let product: DecidedProduct;
let reviewer: Acting;
let signatory: Acting;

beforeEach(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  const answers = [level('SF1500', 'in_production'), level('SF1470', 'ready')];
  product = await publishOn(database.db, { name: 'Omsorg Plus', answers }, now);
  reviewer = { ...(await makeReviewer(database.db, 'reviewer', municipalityA)), now };
  signatory = { ...(await makeSupplierPerson(database.db, product.supplierId, 'signatory')), now };
});
afterEach(() => database.drop());

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const say = (acting = reviewer, change: object = {}) =>
  contradict(database.db, acting, {
    slug: product.productSlug,
    interfaceId: 'SF1500',
    text: 'Vi har systemet, men ikke med SF1500.',
    ...change,
  });
const listed = async (acting: Acting) => {
  const [found] = await listDisputesFor(database.db, acting);
  return found && { state: found.dispute.state, steps: found.steps };
};
async function step(acting: Acting, name: Parameters<typeof stepDispute>[2]['step'], text = 'Sådan er det.') {
  const [found] = await listDisputesFor(database.db, acting);
  const { id: disputeId = '', version: expectedVersion = 0 } = found?.dispute ?? {};
  return codeOf(stepDispute(database.db, acting, { disputeId, expectedVersion, step: name, text }));
}
const isMarked = async () => (await listSupporters(database.db, 'SF1500', '2026-12-09'))[0]?.isDisputed;

test('both sides have a task, and nobody else hears of it', async () => {
  expect(await codeOf(say())).toBe('ok');
  expect(await listed(reviewer)).toEqual({ state: 'contradicted', steps: ['retract'] });
  expect(await listed(signatory)).toEqual({ state: 'contradicted', steps: ['contest'] });
  expect(await listed({ ...(await makeReviewer(database.db, 'reviewer', municipalityB)), now })).toBeUndefined();
  expect(await lapseContradictions(database.db, lastDay)).toBe(0);
  expect(await database.db.$count(publicDisputes)).toBe(0);
  expect(await isMarked()).toBe(false);
});

test('unanswered it is public when ten working days have passed, once, whoever asks', async () => {
  await say();
  const ended = await Promise.all([1, 2, 3].map(() => lapseContradictions(database.db, after)));
  expect(ended.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await isMarked()).toBe(true);
  expect(await database.db.select().from(publicDisputes)).toMatchObject([
    { statedBy: 'Københavns Kommune', reply: null },
  ]);
  expect(await listed({ ...signatory, now: after })).toEqual({ state: 'open', steps: ['reply'] });
  const actions = (await database.db.select({ action: log.action }).from(log)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('dispute.'))).toEqual(['dispute.contradict', 'dispute.lapse']);
});

test('the supplier replies before; the municipality takes it back, and nothing was public', async () => {
  await say();
  expect(await step(reviewer, 'contest')).toBe('role-required');
  expect(await step(signatory, 'contest')).toBe('ok');
  expect(await listed(reviewer)).toEqual({ state: 'contested', steps: ['retract', 'stand-by'] });
  expect(await step(reviewer, 'retract')).toBe('ok');
  expect(await lapseContradictions(database.db, new Date('2027-06-01T12:00:00Z'))).toBe(0);
  expect(await database.db.$count(publicDisputes)).toBe(0);
  expect(await codeOf(say())).toBe('ok');
});

test('the municipality stands by it: both statements are public as soon as the reply is read', async () => {
  await say();
  await step(signatory, 'contest', 'Jeres fællesskab bruger det for jer.');
  expect(await step(reviewer, 'stand-by', 'Det gør det ikke.')).toBe('ok');
  expect(await isMarked()).toBe(true);
  const coordinator = { ...(await makeReviewer(database.db, 'coordinator', null)), now };
  expect(await step(coordinator, 'approve-reply', 'Et fællesskab bruger det.')).toBe('ok');
  expect(await database.db.select().from(publicDisputes)).toMatchObject([
    { statement: 'Det gør det ikke.', reply: 'Et fællesskab bruger det.', resolvedAt: null },
  ]);
  expect(await step(coordinator, 'resolve')).toBe('ok');
  expect(await isMarked()).toBe(false);
});

test('an answer that is corrected or withdrawn in time settles it', async () => {
  await say();
  const { declarationId } = product;
  await database.db.transaction((tx) => endPublication(tx, { declarationId, because: 'withdrawn', now }));
  expect(await lapseContradictions(database.db, after)).toBe(1);
  expect(await listed(reviewer)).toEqual({ state: 'settled', steps: [] });
  expect(await database.db.$count(publicDisputes)).toBe(0);
});

test('only a municipality, about what is in production, once at a time and not against its own attestation', async () => {
  expect(await codeOf(say(signatory))).toBe('role-required');
  expect(await codeOf(say({ ...(await makeReviewer(database.db, 'coordinator', null)), now }))).toBe('role-required');
  expect(await codeOf(say(reviewer, { interfaceId: 'SF1470' }))).toBe('contradiction-not-in-production');
  expect(await codeOf(say(reviewer, { slug: 'hemmelig' }))).toBe('not-found');
  expect(await codeOf(say(reviewer, { text: ' ' }))).toBe('note-needed');
  expect(await codeOf(say(reviewer, { text: 'nul\u0001tegn' }))).toBe('note-control-characters');
  const given = { slug: product.productSlug, interfaceId: 'SF1500', sinceOn: '2024-05-01', isNamed: true };
  const other = { ...(await makeReviewer(database.db, 'lead-reviewer', municipalityB)), now };
  expect(await codeOf(attest(database.db, other, given))).toBe('ok');
  expect(await codeOf(say(other))).toBe('contradiction-of-attestation');
  const said = await Promise.all([say(), say(), say()].map(codeOf));
  expect(said.sort()).toEqual(['contradiction-stated-already', 'contradiction-stated-already', 'ok']);
  expect(await database.db.$count(outbox)).toBe(1);
});
