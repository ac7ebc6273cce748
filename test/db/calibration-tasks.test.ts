import { and, asc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finishCalibration, getCalibrationSettings, takeCalibration } from '~/db/calibration';
import {
  closeCalibrationTask,
  findCalibrationTask,
  listCalibrationTasks,
  raiseCalibrationTasks,
} from '~/db/calibration-tasks';
import { verifyLog } from '~/db/log';
import { calibrationSettings, calibrations, calibrationTasks, calibrationVerdicts, log, outbox } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import type { VerdictKind } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld, municipalityA } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let calibrationId: string;
/** Other rows of the same blind review: as if the question were asked of so many interfaces. */
let asked = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  await test.db.update(calibrationSettings).set({ sharePercent: 100, thresholdPercent: 70 });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.delete(calibrationTasks);
  await test.db.delete(calibrationVerdicts);
  await test.db.delete(calibrations);
  await test.db.delete(outbox);
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
  await walk.judge(world.reviewerA, { 'first-one': 'accepted', 'first-two': 'rejected' });
  await walk.send(world.reviewerA, { type: 'assess', sectionId: 'first' });
  const submissionId = (await walk.row()).currentSubmissionId ?? '';
  const taken = await takeCalibration(test.db, world.reviewerB, { submissionId, sectionId: 'first' });
  calibrationId = getValue(taken).id;
  const kinds = new Map<string, VerdictKind>([
    ['first-one', 'accepted'],
    ['first-two', 'accepted'],
  ]);
  getValue(await finishCalibration(test.db, world.reviewerB, { id: calibrationId, kinds }));
});

const now = () => new Date(world.coordinator.now.getTime() + 1_000);
const raise = () => raiseCalibrationTasks(test.db, now());
async function judgeTwice(count: number, second: VerdictKind, question = 'first-two') {
  const rows = Array.from({ length: count }, () => {
    asked += 1;
    return { calibrationId, questionKey: `${question}@SF${asked}`, first: 'rejected' as const, second };
  });
  await test.db.insert(calibrationVerdicts).values(rows);
}
const notices = async () => {
  const rows = await test.db.select({ payload: outbox.payload }).from(outbox);
  return rows.map(({ payload }) => payload as { about: string }).filter(({ about }) => about === 'agreement-low');
};
const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
async function theTask() {
  const [task] = await listCalibrationTasks(test.db);
  if (!task) throw new Error('There is no task.');
  return task;
}
async function close(acting: Acting = world.coordinator, change: { outcome?: string; note?: string } = {}) {
  const { id: taskId, version: expectedVersion } = await theTask();
  const input = { outcome: 'kept', note: 'Læst igennem.', ...change, taskId, expectedVersion };
  return codeOf(closeCalibrationTask(test.db, acting, input));
}
const actions = async () => {
  const isAbout = and(eq(log.subjectType, 'questionnaire'), like(log.action, 'calibration.%'));
  return (await test.db.select().from(log).where(isAbout).orderBy(asc(log.number))).map(({ action }) => action);
};

describe('a question on which reviewers do not agree', () => {
  it('is no task before it was reviewed twice often enough, nor where they agree', async () => {
    await judgeTwice(3, 'accepted');
    await judgeTwice(9, 'rejected', 'first-one');
    expect(await raise()).toBe(0);
    expect(await listCalibrationTasks(test.db)).toEqual([]);
    await judgeTwice(1, 'accepted');
    expect(await raise()).toBe(1);
    expect(await listCalibrationTasks(test.db)).toMatchObject([
      { questionId: 'first-two', state: 'open', pairs: 5, agreed: 0, closed: null },
    ]);
  });

  it('is raised once and mailed once, by however many processes and however often', async () => {
    const before = (await actions()).length;
    await judgeTwice(4, 'accepted');
    const raised = await Promise.all([raise(), raise(), raise()]);
    expect(raised.reduce((sum, each) => sum + each, 0)).toBe(1);
    await judgeTwice(4, 'accepted');
    expect(await raise()).toBe(0);
    const { id } = await theTask();
    expect(await notices()).toMatchObject([
      {
        to: { coordinators: true },
        params: { percent: '0', pairs: '5' },
        link: { page: 'calibration-task', taskId: id },
      },
    ]);
    expect((await actions()).slice(before)).toEqual(['calibration.raise']);
  });

  it('is raised when the limit is moved above its agreement', async () => {
    await judgeTwice(16, 'rejected');
    expect(await raise()).toBe(0);
    const { thresholdPercent } = await getCalibrationSettings(test.db);
    await test.db.update(calibrationSettings).set({ thresholdPercent: 95 });
    expect(await raise()).toBe(1);
    await test.db.update(calibrationSettings).set({ thresholdPercent });
  });

  it('shows the verdicts that differ, and those alone', async () => {
    await judgeTwice(4, 'accepted');
    await judgeTwice(1, 'rejected');
    await raise();
    const found = await findCalibrationTask(test.db, (await theTask()).id);
    expect(found?.disagreements).toHaveLength(5);
    expect(new Set(found?.disagreements.map(({ first, second }) => `${first} ${second}`))).toEqual(
      new Set(['rejected accepted']),
    );
    expect(JSON.stringify(found)).not.toContain(world.reviewerB.actor.name);
    expect(await findCalibrationTask(test.db, 'nothing')).toBeUndefined();
  });
});

describe('closing it', () => {
  beforeEach(async () => {
    await judgeTwice(4, 'accepted');
    await raise();
  });

  it('takes a coordinator, an outcome and a note, and is written to the log', async () => {
    expect(await close(world.leadA)).toBe('role-required');
    expect(await close(world.coordinator, { outcome: 'forgotten' })).toBe('calibration-outcome-needed');
    expect(await close(world.coordinator, { note: ' ' })).toBe('note-needed');
    expect(await close(world.coordinator, { note: 'x'.repeat(2_001) })).toBe('note-too-long');
    expect(await close(world.coordinator, { note: 'a\u0000b' })).toBe('note-control-characters');
    expect(await close(world.coordinator, { outcome: 'reworded', note: 'Ny ordlyd.' })).toBe('ok');
    expect((await theTask()).closed).toMatchObject({
      outcome: 'reworded',
      note: 'Ny ordlyd.',
      by: world.coordinator.actor.name,
    });
    const [entry] = await test.db.select().from(log).where(eq(log.action, 'calibration.close'));
    expect(entry).toMatchObject({
      personId: world.coordinator.actor.personId,
      details: { outcome: 'reworded', note: 'Ny ordlyd.', questionId: 'first-two', pairs: 5, agreed: 0 },
    });
    expect((await verifyLog(test.db)).problem).toBeNull();
  });

  it('is done by one of two who do it at once', async () => {
    expect((await Promise.all([close(), close()])).sort()).toEqual(['calibration-task-moved', 'ok']);
    expect(await listCalibrationTasks(test.db, 'open')).toEqual([]);
  });

  it('holds until as many later reviews say by themselves that agreement is low; then it is open again', async () => {
    await close();
    expect(await raise()).toBe(0);
    await judgeTwice(4, 'accepted');
    expect(await raise()).toBe(0);
    await judgeTwice(1, 'accepted');
    expect((await Promise.all([raise(), raise()])).sort()).toEqual([0, 1]);
    const task = await theTask();
    expect(task).toMatchObject({ state: 'open', pairs: 10, closed: { note: 'Læst igennem.' } });
    expect(await notices()).toHaveLength(1);
    expect((await actions()).at(-1)).toBe('calibration.reopen');
    expect(await close()).toBe('ok');
    expect(await raise()).toBe(0);
  });

  it('holds while later reviews agree, though the whole is still below the limit', async () => {
    await close();
    await judgeTwice(6, 'rejected');
    expect(await theTask()).toMatchObject({ pairs: 11, agreed: 6 });
    expect(await raise()).toBe(0);
  });
});
