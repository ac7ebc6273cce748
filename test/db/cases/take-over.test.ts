import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAbsence } from '~/db/absences';
import { handOverSection, listLeases, takeOverSection } from '~/db/cases/take-over';
import { declareConflict } from '~/db/conflicts';
import { verifyLog } from '~/db/log';
import { caseNotes, caseSections, log, outbox, sectionHandovers } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { createTestDatabase, type TestDatabase } from '../../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../../factories/reviewed-case';

const hour = 3_600_000;
let test: TestDatabase;
let world: CaseWorld;
/** In review, the first section claimed by reviewer A. */
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
});

/** After so many hours from now on. */
const hoursOn = ({ actor }: Acting, hours: number): Acting => ({
  actor,
  now: new Date(walk.now.getTime() + hours * hour),
});
const section = async () => ({
  caseId: walk.caseId,
  sectionId: 'first',
  expectedVersion: (await walk.row()).version,
});
const holder = async () => {
  const rows = await test.db.select().from(caseSections).where(eq(caseSections.caseId, walk.caseId));
  return rows.find(({ sectionId }) => sectionId === 'first')?.reviewerId;
};

describe('a claimed section', () => {
  it('is its reviewer’s while they work in it, and anybody’s after that', async () => {
    const early = await takeOverSection(test.db, hoursOn(world.reviewerB, 119), await section());
    expect(early).toMatchObject({ refusal: { code: 'lease-runs' } });
    walk.wait(100 * hour);
    await walk.judge(world.reviewerA, { 'first-one': 'accepted' });
    const renewed = await takeOverSection(test.db, hoursOn(world.reviewerB, 119), await section());
    expect(renewed).toMatchObject({ refusal: { code: 'lease-runs' } });
    const late = hoursOn(world.reviewerB, 121);
    expect(await listLeases(test.db, world.reviewerB.actor, walk.caseId, late.now)).toMatchObject([
      { sectionId: 'first', mayTakeOver: true },
    ]);
    const { version } = await walk.row();
    expect(getValue(await takeOverSection(test.db, late, await section()))).toEqual({ version: version + 2 });
    expect(await holder()).toBe(world.reviewerB.actor.personId);
    const [entry] = await test.db.select().from(log).orderBy(desc(log.number)).limit(1);
    expect(entry).toMatchObject({ action: 'case.take-over', personId: world.reviewerB.actor.personId });
    const [mail] = await test.db.select().from(outbox).orderBy(desc(outbox.createdAt)).limit(1);
    expect(mail?.payload).toMatchObject({
      about: 'review-taken-over',
      to: { personIds: [world.reviewerA.actor.personId] },
    });
    // The verdicts stay, and the new reviewer can close the section.
    walk.wait(130 * hour);
    await walk.judge(world.reviewerB, { 'first-two': 'accepted' });
    await walk.send(world.reviewerB, { type: 'assess', sectionId: 'first' });
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });

  it('goes to one of those who want it at once', async () => {
    const input = await section();
    const takers = [world.reviewerB, world.leadA, world.leadB].map((each) => hoursOn(each, 200));
    const results = await Promise.all(takers.map((each) => takeOverSection(test.db, each, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.refusal.code).toBe('case-has-moved');
    }
    const passed = await test.db.select().from(sectionHandovers).where(eq(sectionHandovers.caseId, walk.caseId));
    expect(passed).toHaveLength(1);
  });

  it('never goes to somebody who must not review it', async () => {
    const barred = await makeReviewer(test.db, 'reviewer', municipalityA);
    getValue(await declareConflict(test.db, barred, { supplierId: world.supplierId, reason: 'Søster.' }));
    const taken = await takeOverSection(test.db, hoursOn(barred, 200), await section());
    expect(taken).toMatchObject({ refusal: { code: 'conflict-of-interest' } });
    const note = { toId: barred.actor.personId, note: 'Værsgo.' };
    const given = await handOverSection(test.db, hoursOn(world.reviewerA, 1), { ...(await section()), ...note });
    expect(given).toMatchObject({ refusal: { code: 'conflict-of-interest' } });
    expect(await holder()).toBe(world.reviewerA.actor.personId);
  });

  it('is handed over by its own reviewer, with a note', async () => {
    const note = { toId: world.leadA.actor.personId, note: 'Jeg mangler det sidste svar.' };
    const input = { ...(await section()), ...note };
    const foreign = await handOverSection(test.db, hoursOn(world.reviewerB, 1), input);
    expect(foreign).toMatchObject({ refusal: { code: 'section-claimed-by-other' } });
    const silent = await handOverSection(test.db, hoursOn(world.reviewerA, 1), { ...input, note: ' ' });
    expect(silent).toMatchObject({ refusal: { code: 'note-needed' } });
    getValue(await handOverSection(test.db, hoursOn(world.reviewerA, 1), input));
    expect(await holder()).toBe(world.leadA.actor.personId);
    const notes = await test.db.select().from(caseNotes).where(eq(caseNotes.caseId, walk.caseId));
    expect(notes).toMatchObject([{ event: 'hand-over', audience: 'internal', text: note.note }]);
  });

  it('is for the substitute while its reviewer is away', async () => {
    const away = await makeReviewer(test.db, 'reviewer', municipalityA);
    await walk.send(away, { type: 'claim', sectionId: 'second' });
    const today = copenhagenDay(walk.now);
    const absence = { startsOn: today, endsOn: today, substituteId: world.leadC.actor.personId };
    getValue(await addAbsence(test.db, { actor: away.actor, now: walk.now }, absence));
    const overlapping = await addAbsence(test.db, { actor: away.actor, now: walk.now }, absence);
    expect(overlapping).toMatchObject({ refusal: { code: 'absence-overlaps' } });
    const input = { ...(await section()), sectionId: 'second' };
    const other = await takeOverSection(test.db, hoursOn(world.leadA, 0), input);
    expect(other).toMatchObject({ refusal: { code: 'lease-runs' } });
    expect((await takeOverSection(test.db, hoursOn(world.leadC, 0), input)).ok).toBe(true);
  });
});
