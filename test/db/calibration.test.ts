import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeCalibrationSettings,
  findBlindSection,
  findOpenCalibration,
  finishCalibration,
  getCalibrationSettings,
  listAgreement,
  listDrawnSections,
  listOwnCalibrations,
  takeCalibration,
} from '~/db/calibration';
import { declareConflict } from '~/db/conflicts';
import { calibrationVerdicts, log, verdicts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import type { VerdictKind } from '~/workflows/words';
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
/** In review, its first section assessed by reviewer A: one answer accepted, one rejected. */
let walk: CaseWalk;
let submissionId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  await setShare(100);
});
afterAll(() => test.drop());
beforeEach(async () => {
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
  await walk.judge(world.reviewerA, { 'first-one': 'accepted', 'first-two': 'rejected' });
  await walk.send(world.reviewerA, { type: 'assess', sectionId: 'first' });
  submissionId = (await walk.row()).currentSubmissionId ?? '';
});

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
async function setShare(sharePercent: number) {
  const { thresholdPercent, version: expectedVersion } = await getCalibrationSettings(test.db);
  getValue(
    await changeCalibrationSettings(test.db, world.coordinator, { sharePercent, thresholdPercent, expectedVersion }),
  );
}
const take = (acting: Acting, sectionId = 'first') => takeCalibration(test.db, acting, { submissionId, sectionId });
const drawn = async (acting: Acting) =>
  (await listDrawnSections(test.db, acting.actor)).filter((each) => each.submissionId === submissionId);
const kinds = (first: VerdictKind, second: VerdictKind) =>
  new Map([
    ['first-one', first],
    ['first-two', second],
  ]);

describe('a drawn section', () => {
  it('is offered to those who gave no verdict in the case, and says nothing of the first ones', async () => {
    expect(await drawn(world.reviewerB)).toMatchObject([{ sectionId: 'first' }]);
    expect(await drawn(world.reviewerA)).toEqual([]);
    expect(await drawn(world.coordinator)).toEqual([]);
    expect(await codeOf(take(world.reviewerA))).toBe('calibration-own-verdicts');
    expect(await codeOf(take(world.coordinator))).toBe('role-required');
    expect(await codeOf(take(world.reviewerB, 'second'))).toBe('not-found');
    const { id } = getValue(await take(world.reviewerB));
    const section = await findBlindSection(test.db, world.reviewerB.actor, id);
    expect(section?.answers.map(({ key }) => key)).toEqual(['first-one', 'first-two']);
    expect(JSON.stringify(section)).not.toMatch(/rejected|reviewer/i);
    expect(await findBlindSection(test.db, world.leadB.actor, id)).toBeUndefined();
  });

  it('is not there when none are drawn', async () => {
    await setShare(0);
    expect(await drawn(world.reviewerB)).toEqual([]);
    expect(await codeOf(take(world.reviewerB))).toBe('not-found');
    await setShare(100);
  });

  it('is taken by one of those who take it at once, and by nobody with a conflict of interest', async () => {
    const partial = await makeReviewer(test.db, 'reviewer', municipalityA);
    const declared = { supplierId: world.supplierId, reason: 'Min søster arbejder der.' };
    expect(await codeOf(declareConflict(test.db, partial, declared))).toBe('ok');
    expect(await drawn(partial)).toEqual([]);
    expect(await codeOf(take(partial))).toBe('conflict-of-interest');
    const taken = await Promise.all([world.reviewerB, world.leadB, world.leadC].map((each) => codeOf(take(each))));
    expect(taken.sort()).toEqual(['calibration-taken', 'calibration-taken', 'ok']);
    expect(await drawn(world.reviewerB)).toEqual([]);
  });
});

describe('a blind review', () => {
  it('hides the section until it is done, is done once and whole, and changes nothing in the case', async () => {
    const place = { caseId: walk.caseId, sectionId: 'first' };
    const { id } = getValue(await take(world.reviewerB));
    expect(await findOpenCalibration(test.db, world.reviewerB.actor, place)).toBe(id);
    expect(await findOpenCalibration(test.db, world.leadB.actor, place)).toBeUndefined();
    const before = [
      await walk.row(),
      await test.db.select().from(verdicts).where(eq(verdicts.submissionId, submissionId)),
    ];
    const half = new Map([['first-one', 'accepted' as const]]);
    expect(await codeOf(finishCalibration(test.db, world.reviewerB, { id, kinds: half }))).toBe(
      'calibration-not-whole',
    );
    expect(await codeOf(finishCalibration(test.db, world.leadB, { id, kinds: kinds('accepted', 'accepted') }))).toBe(
      'not-found',
    );
    const ends = [1, 2, 3].map(() =>
      finishCalibration(test.db, world.reviewerB, { id, kinds: kinds('accepted', 'accepted') }),
    );
    expect((await Promise.all(ends.map(codeOf))).sort()).toEqual(['calibration-taken', 'calibration-taken', 'ok']);
    expect(await findOpenCalibration(test.db, world.reviewerB.actor, place)).toBeUndefined();
    expect([
      await walk.row(),
      await test.db.select().from(verdicts).where(eq(verdicts.submissionId, submissionId)),
    ]).toEqual(before);
    const stored = test.db.select().from(calibrationVerdicts).where(eq(calibrationVerdicts.calibrationId, id));
    expect((await stored).map(({ first, second }) => [first, second]).sort()).toEqual([
      ['accepted', 'accepted'],
      ['rejected', 'accepted'],
    ]);
    expect(
      (await listOwnCalibrations(test.db, world.reviewerB.actor)).find((each) => each.id === id)?.doneAt,
    ).not.toBeNull();
    const entries = await test.db
      .select({ action: log.action })
      .from(log)
      .where(eq(log.subjectId, walk.caseId))
      .orderBy(asc(log.number));
    expect(entries.filter(({ action }) => action.startsWith('calibration.')).map(({ action }) => action)).toEqual([
      'calibration.take',
      'calibration.finish',
    ]);
  });

  it('makes the agreement of each question, with its wording', async () => {
    await test.db.delete(calibrationVerdicts);
    const { id } = getValue(await take(world.leadB));
    getValue(await finishCalibration(test.db, world.leadB, { id, kinds: kinds('accepted', 'accepted') }));
    const found = await listAgreement(test.db);
    expect(found.map(({ questionId, share, isLow }) => [questionId, share, isLow])).toEqual([
      ['first-two', 0, false],
      ['first-one', 1, false],
    ]);
    expect(found[0]?.text?.da).toEqual(expect.any(String));
  });
});

it('only the coordinator sets the share, within bounds, and not over another’s change', async () => {
  const { version: expectedVersion } = await getCalibrationSettings(test.db);
  const set = (acting: Acting, sharePercent: number, thresholdPercent = 70) =>
    codeOf(changeCalibrationSettings(test.db, acting, { sharePercent, thresholdPercent, expectedVersion }));
  expect(await set(world.leadA, 10)).toBe('role-required');
  expect(await set(world.coordinator, 101)).toBe('calibration-settings-wrong');
  expect(await set(world.coordinator, Number.NaN)).toBe('calibration-settings-wrong');
  expect(await set(world.coordinator, 10, 0)).toBe('calibration-settings-wrong');
  expect((await Promise.all([set(world.coordinator, 100), set(world.coordinator, 99)])).sort()).toEqual([
    'ok',
    'settings-have-moved',
  ]);
});
