import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSentEvidence } from '~/db/cases/find-sent-evidence';
import { recountInbox } from '~/db/cases/keep-inbox';
import { type InboxRow, listInbox } from '~/db/cases/read-inbox';
import { readJudgements } from '~/db/cases/read-judgements';
import { declareConflict } from '~/db/conflicts';
import { addEvidence } from '~/db/evidence';
import type { Acting } from '~/workflows/actor';
import type { InboxQuery, InboxView } from '~/workflows/review/inbox';
import { createTestDatabase, type TestDatabase } from '../../database';
import { copyCase } from '../../factories/copied-cases';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';

let database: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeCaseWorld(database.db);
});
afterAll(() => database.drop());

const read = (acting: Acting, view: InboxView, more: Partial<InboxQuery> = {}) =>
  listInbox(
    database.db,
    acting.actor,
    { view, sort: 'since', direction: 'ascending', search: '', ...more },
    acting.now,
  );

/** In which tabs of somebody's inbox a case stands. */
async function viewsOf(acting: Acting, walk: CaseWalk): Promise<InboxView[]> {
  const views: InboxView[] = ['mine', 'available', 'routing', 'decision', 'waiting', 'closed'];
  const found = await Promise.all(views.map((view) => read(acting, view)));
  return views.filter((_, index) => found[index]?.rows.some(({ id }) => id === walk.caseId));
}

async function rowOf(acting: Acting, view: InboxView, walk: CaseWalk): Promise<InboxRow> {
  const row = (await read(acting, view)).rows.find(({ id }) => id === walk.caseId);
  if (!row) throw new Error(`The case is not in ${view}.`);
  return row;
}

describe('listInbox', () => {
  it('shows a case in the tab of whoever can do something with it, from draft to decision', async () => {
    const { coordinator, reviewerA, reviewerB, leadA, leadB } = world;
    const walk = await CaseWalk.begin(world);
    expect(await viewsOf(coordinator, walk)).toEqual([]);

    await walk.submit();
    expect(await viewsOf(coordinator, walk)).toEqual(['routing']);

    await walk.send(coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    expect(await viewsOf(reviewerA, walk)).toEqual(['available']);

    await walk.send(reviewerA, { type: 'claim', sectionId: 'first' });
    expect(await viewsOf(reviewerA, walk)).toEqual(['mine', 'available']);
    const mine = await rowOf(reviewerA, 'mine', walk);
    expect(mine.sections).toEqual({ total: 2, waiting: 1, claimed: 1, assessed: 0, waitingKnown: 0 });
    expect(mine.mySections.map(({ id }) => id)).toEqual(['first']);
    expect(mine.answers).toEqual({ total: 4, moved: 4 });
    expect((await rowOf(reviewerB, 'available', walk)).mySections).toEqual([]);

    await walk.send(reviewerB, { type: 'claim', sectionId: 'second' });
    expect(await viewsOf(leadA, walk)).toEqual(['waiting']);
    expect(await viewsOf(reviewerB, walk)).toEqual(['mine']);

    await walk.judge(reviewerA, { 'first-one': 'accepted', 'first-two': 'accepted' });
    await walk.send(reviewerA, { type: 'assess', sectionId: 'first' });
    await walk.judge(reviewerB, { 'second-one': 'accepted', 'second-two': 'accepted' });
    await walk.send(reviewerB, { type: 'assess', sectionId: 'second' });
    expect(await viewsOf(leadA, walk)).toEqual(['decision']);
    expect((await rowOf(leadA, 'decision', walk)).turn).toBe('lead-reviewer');

    await walk.send(leadA, { type: 'propose', outcome: 'approved', reasons: '' });
    expect((await rowOf(leadB, 'decision', walk)).turn).toBe('second-reviewer');
    await walk.send(leadB, { type: 'confirm', note: '' });
    expect(await viewsOf(leadB, walk)).toEqual(['closed']);
  });

  it('counts what moved after changes, and shows the case among those that wait for the supplier meanwhile', async () => {
    const { coordinator, reviewerA, leadA } = world;
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await walk.assess(reviewerA, 'first', ['accepted', 'needs-elaboration']);
    await walk.send(leadA, { type: 'request-changes', note: 'Uddyb venligst.', workingDays: 20 });
    expect(await viewsOf(reviewerA, walk)).toEqual(['waiting']);
    expect((await rowOf(reviewerA, 'waiting', walk)).dueAt).not.toBeNull();

    await walk.answer({ 'first-two': 'Uddybet svar' });
    await walk.submit();
    // Approved and untouched: only first-one. Everything else has still to be judged.
    expect((await rowOf(reviewerA, 'available', walk)).answers).toEqual({ total: 4, moved: 3 });
  });

  it('marks the cases of suppliers that somebody has a conflict with, and counts each tab', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    expect((await rowOf(world.leadB, 'routing', walk)).isBarred).toBe(false);
    getValue(await declareConflict(database.db, world.leadB, { supplierId: world.supplierId, reason: 'Min bror.' }));
    const inbox = await read(world.leadB, 'routing');
    expect(inbox.rows.find(({ id }) => id === walk.caseId)?.isBarred).toBe(true);
    expect((await rowOf(world.leadA, 'routing', walk)).isBarred).toBe(false);
    expect(inbox.counts.routing).toBe(inbox.rows.length);
    expect(inbox.counts.closed).toBe(1);
  });

  it('searches, and takes no pattern from whoever searches', async () => {
    const all = await read(world.leadA, 'closed');
    const number = all.rows[0]?.number ?? '';
    expect((await read(world.leadA, 'closed', { search: number })).total).toBe(1);
    expect((await read(world.leadA, 'closed', { search: '%' })).total).toBe(0);
    for (const sort of ['number', 'product', 'supplier', 'state', 'since', 'due', 'changed'] as const) {
      const rows = (await read(world.leadA, 'closed', { sort, direction: 'descending' })).rows;
      expect(rows).toHaveLength(1);
    }
  });
});

describe('pages', () => {
  const sorts = ['number', 'product', 'supplier', 'state', 'since', 'due', 'changed'] as const;

  it('go through all cases once, forwards and back, whichever way they are sorted', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await copyCase(walk, 110);
    for (const [index, sort] of sorts.entries()) {
      const order = { sort, direction: index % 2 === 0 ? 'ascending' : 'descending' } as const;
      const pages = [await read(world.coordinator, 'routing', order)];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
        pages.push(await read(world.coordinator, 'routing', { ...order, from: next }));
      }
      const ids = pages.map(({ rows }) => rows.map(({ id }) => id));
      expect(new Set(ids.flat()).size, sort).toBe(pages[0]?.total);
      expect(ids.flat()).toHaveLength(pages[0]?.total ?? 0);
      const previous = pages[2]?.previous;
      if (!previous) throw new Error('There is a page before the last.');
      const back = await read(world.coordinator, 'routing', { ...order, from: previous });
      expect(back.rows.map(({ id }) => id)).toEqual(ids[1]);
      expect([back.previous, back.next].every((each) => each !== null)).toBe(true);
    }
  });

  it('begin anew where nothing lies beyond any more', async () => {
    const first = await read(world.coordinator, 'routing');
    const beyond = { direction: 'after', value: '2031-01-01T00:00:00.000Z', number: '2031-0001' } as const;
    expect((await read(world.coordinator, 'routing', { from: beyond })).rows).toEqual(first.rows);
    const before = { direction: 'before', value: '1999-01-01T00:00:00.000Z', number: '1999-0001' } as const;
    expect((await read(world.coordinator, 'routing', { from: before })).rows).toEqual(first.rows);
  });
});

describe('what is kept for the inbox', () => {
  it('is what counting anew gives, after everything that happened above', async () => {
    const all = [...(await recountInbox(database.db)).values()];
    expect(all.length).toBeGreaterThan(100);
    for (const { kept, counted } of all) expect(kept).toEqual(counted);
    // Somebody judges differently from what is kept: then it is seen.
    const places = new Set(all.map(({ kept }) => kept.place));
    expect(places.size).toBeGreaterThan(2);
  });
});

describe('a case handler', () => {
  it('finds the case among their own until every section is taken; others can claim all the same', async () => {
    const { coordinator, reviewerA, reviewerB } = world;
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    const route = { type: 'route', municipalityCode: municipalityA, note: '' } as const;
    const elsewhere = await walk.trySend(coordinator, { ...route, personId: reviewerB.actor.personId });
    expect(elsewhere).toMatchObject({ refusal: { code: 'assignee-unfit' } });
    await walk.send(coordinator, { ...route, personId: reviewerA.actor.personId });
    expect(await viewsOf(reviewerA, walk)).toEqual(['mine', 'available']);
    expect(await viewsOf(reviewerB, walk)).toEqual(['available']);
    expect((await rowOf(reviewerA, 'mine', walk)).isAssignedToMe).toBe(true);
    await walk.send(reviewerB, { type: 'claim', sectionId: 'first' });
    await walk.send(reviewerB, { type: 'claim', sectionId: 'second' });
    expect(await viewsOf(reviewerA, walk)).toEqual(['waiting']);
  });
});

describe('what was sent', () => {
  it('has the verdict in force on each answer, carried ones with who gave them', async () => {
    const { coordinator, reviewerA, leadA } = world;
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await walk.assess(reviewerA, 'first', ['accepted', 'rejected']);
    await walk.send(leadA, { type: 'request-changes', note: 'Ret det.', workingDays: 20 });
    await walk.answer({ 'first-two': 'Rettet' });
    const { submissionId } = await walk.submit();
    const { answers } = await readJudgements(database.db, submissionId);
    expect(
      answers.map(({ frozen, isMoved, isCarried, verdict }) => [frozen.key, isMoved, isCarried, verdict?.kind]),
    ).toEqual([
      ['first-one', false, true, 'accepted'],
      ['first-two', true, false, undefined],
      ['second-one', true, false, undefined],
      ['second-two', true, false, undefined],
    ]);
    expect(answers[0]?.verdict?.reviewer).toBe(reviewerA.actor.name);
  });

  it('keeps evidence from reviewers until it is sent', async () => {
    const walk = await CaseWalk.begin(world);
    const added = await addEvidence(
      database.db,
      { put: () => Promise.reject(new Error('no file here')) },
      world.signatory,
      {
        declarationId: walk.declarationId,
        questionKeys: ['first-one'],
        file: null,
        facts: {
          type: 'agreement',
          title: 'Dokumentation',
          url: 'https://example.org/dok',
          municipalityCode: '',
          observedOn: '2026-01-05',
          validTo: '',
        },
      },
    );
    if (!added.ok) throw new Error(JSON.stringify(added));
    const wanted = { declarationId: walk.declarationId, evidenceId: added.value.evidenceId };
    expect(await findSentEvidence(database.db, wanted)).toBeUndefined();
    await walk.submit();
    expect((await findSentEvidence(database.db, wanted))?.evidence.title).toBe('Dokumentation');
    const other = await CaseWalk.begin(world);
    const elsewhere = { ...wanted, declarationId: other.declarationId };
    expect(await findSentEvidence(database.db, elsewhere)).toBeUndefined();
  });
});
