import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCase } from '~/db/cases/open-case';
import { listCaseSteps, readCase, readCaseSection, readSupplierCase } from '~/db/cases/read';
import { listInbox } from '~/db/cases/read-inbox';
import { demandScope, dropScopeDemand } from '~/db/cases/scope-demands';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import { declareConflict, endConflict, listConflicts } from '~/db/conflicts';
import { reopenDeclaration } from '~/db/declarations';
import { verifyLog } from '~/db/log';
import { cases, log, publicProducts, scopeEntries, submissionAnswers, submissions, verdicts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../../factories/reviewed-case';
import { makeDeclaration, testNow } from '../../factories/supplier-people';

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  walk = await CaseWalk.begin(world);
});

const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const inboxOf = (search: string) =>
  ({ view: 'available', search, sort: 'since', direction: 'ascending', page: 1 }) as const;
const at = ({ actor }: Acting, now = walk.now) => ({ actor, now });

describe('submitting', () => {
  it('freezes the wording with the hash of each answer, and numbers the submission', async () => {
    const sent = await walk.submit();
    expect(sent).toMatchObject({ caseId: walk.caseId, submissionNumber: 1 });
    const [row] = await test.db.select().from(submissions).where(eq(submissions.id, sent.submissionId));
    expect(row?.document.answers.map(({ key }) => key)).toEqual(['first-one', 'first-two', 'second-one', 'second-two']);
    expect(row?.document.answers[0]).toMatchObject({
      value: 'Svar på first-one',
      question: { text: { da: 'Question first-one', en: 'Question first-one' } },
    });
    const hashes = await test.db
      .select({ answerHash: submissionAnswers.answerHash })
      .from(submissionAnswers)
      .where(eq(submissionAnswers.submissionId, sent.submissionId));
    expect(new Set(hashes.map(({ answerHash }) => answerHash)).size).toBe(4);
    expect((await walk.row()).state).toBe('screening');
  });

  it('is refused while something is missing, and says how much', async () => {
    await walk.answer({ 'first-one': '', 'second-one': '' });
    const result = await walk.trySubmit();
    expect(result).toEqual({ ok: false, refusal: { code: 'declaration-not-complete', params: { count: 2 } } });
    expect(await test.db.$count(submissions, eq(submissions.caseId, walk.caseId))).toBe(0);
  });

  it('is for the signatory of the supplier, from a screen that is up to date', async () => {
    expect(codeOf(await walk.trySubmit(world.editor))).toBe('role-required');
    expect(codeOf(await walk.trySubmit(world.otherSignatory))).toBe('not-found');
    expect(codeOf(await walk.trySubmit(world.reviewerA))).toBe('not-found');
    const input = { declarationId: walk.declarationId, expectedCaseVersion: 7 };
    expect(codeOf(await submitDeclaration(test.db, at(world.signatory), input))).toBe('case-has-moved');
    await walk.submit();
    expect(codeOf(await walk.trySubmit())).toBe('event-not-possible');
  });

  it('is not possible around the command: no request of the sender carries a submission', async () => {
    const event = { type: 'submit', submissionId: randomUUID(), sections: [], carried: [] } as never;
    const input = { caseId: walk.caseId, expectedVersion: 1, event };
    expect(codeOf(await sendCaseEvent(test.db, at(world.signatory), input))).toBe('request-not-understood');
    expect((await walk.row()).state).toBe('draft');
  });
});

describe('verdicts', () => {
  beforeEach(async () => {
    await walk.submit();
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  });

  it('are given in a section that one has claimed, and with a reason unless all is well', async () => {
    const { reviewerA, reviewerB, leadA } = world;
    expect(codeOf(await walk.tryJudge(reviewerA, { 'first-one': 'accepted' }))).toBe('section-not-claimed');
    await walk.send(reviewerA, { type: 'claim', sectionId: 'first' });
    expect(codeOf(await walk.tryJudge(reviewerB, { 'first-one': 'accepted' }))).toBe('section-claimed-by-other');
    expect(codeOf(await walk.tryJudge(leadA, { 'first-one': 'accepted' }))).toBe('section-claimed-by-other');
    expect(codeOf(await walk.tryJudge(reviewerA, { 'first-one': 'rejected' }, null))).toBe('verdict-reason-needed');
    expect(codeOf(await walk.tryJudge(reviewerA, { 'second-one': 'accepted' }))).toBe('section-not-claimed');
    expect(codeOf(await walk.tryJudge(reviewerA, { 'no-such': 'accepted' }))).toBe('answer-not-in-case');
    expect(codeOf(await walk.tryJudge(world.coordinator, { 'first-one': 'accepted' }))).toBe('role-required');
    expect(codeOf(await walk.tryJudge(world.otherSignatory, { 'first-one': 'accepted' }))).toBe('not-found');
    expect(getValue(await walk.tryJudge(reviewerA, { 'first-one': 'accepted' }))).toMatchObject({ given: 1 });
  });

  it('are written all or none', async () => {
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    const both = { 'first-one': 'accepted', 'no-such': 'accepted' } as const;
    expect(codeOf(await walk.tryJudge(world.reviewerA, both))).toBe('answer-not-in-case');
    expect(await test.db.$count(verdicts, eq(verdicts.caseId, walk.caseId))).toBe(0);
  });

  it('are replaced by a changed mind, and not written again by the same one', async () => {
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    await walk.judge(world.reviewerA, { 'first-one': 'accepted' });
    expect(await walk.judge(world.reviewerA, { 'first-one': 'accepted' })).toMatchObject({ given: 0 });
    await walk.judge(world.reviewerA, { 'first-one': 'rejected' });
    const given = await test.db.select().from(verdicts).where(eq(verdicts.caseId, walk.caseId));
    expect(given).toHaveLength(2);
    expect(given.filter(({ replacedAt }) => replacedAt === null)).toMatchObject([
      { kind: 'rejected', reason: 'Fordi.' },
    ]);
    const logged = await test.db
      .select()
      .from(log)
      .where(and(eq(log.subjectId, walk.caseId), eq(log.action, 'verdict.give')));
    expect(logged.map(({ details }) => details.kind)).toEqual(['accepted', 'rejected']);
  });

  it('have to be complete before the section is assessed', async () => {
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    await walk.judge(world.reviewerA, { 'first-one': 'accepted' });
    const result = await walk.trySend(world.reviewerA, { type: 'assess', sectionId: 'first' });
    expect(result).toEqual({ ok: false, refusal: { code: 'verdicts-missing', params: { count: 1 } } });
  });

  it('of another screen are no conflict as long as the section and the answer are the same', async () => {
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    await walk.send(world.reviewerB, { type: 'claim', sectionId: 'second' });
    expect(codeOf(await walk.tryJudge(world.reviewerA, { 'first-one': 'accepted' }))).toBe('allowed');
  });
});

describe('delta review', () => {
  it('opens only what moved after a round of changes, and shows who approved the rest and when', async () => {
    await walk.toDecision(['needs-elaboration', 'accepted']);
    await walk.send(world.leadA, { type: 'request-changes', note: 'Uddyb det første svar.', workingDays: 20 });
    await walk.answer({ 'first-one': 'Et bedre svar på first-one' });
    const again = await walk.submit();
    expect(again.submissionNumber).toBe(2);
    const row = await walk.row();
    expect(row.snapshot.value).toEqual({ review: { first: 'waiting', second: 'assessed' } });
    expect(row.dueAt).toBeNull();

    const page = await readCase(test.db, at(world.reviewerA), walk.caseId);
    expect(page?.sections).toMatchObject([
      { id: 'first', state: 'waiting', isCarried: false, answers: 2, moved: 1, judged: 1 },
      { id: 'second', state: 'assessed', isCarried: true, answers: 2, moved: 0, judged: 2 },
    ]);
    const section = await readCaseSection(test.db, at(world.reviewerA), { caseId: walk.caseId, sectionId: 'first' });
    expect(section?.answers).toMatchObject([
      {
        answer: { key: 'first-one', value: 'Et bedre svar på first-one' },
        isMoved: true,
        isCarried: false,
        verdict: null,
        earlier: { submissionNumber: 1, value: 'Svar på first-one', verdict: { kind: 'needs-elaboration' } },
      },
      {
        answer: { key: 'first-two' },
        isMoved: false,
        isCarried: true,
        verdict: { kind: 'accepted', municipality: { code: municipalityA }, personName: world.reviewerA.actor.name },
      },
    ]);
    const inbox = await listInbox(test.db, world.reviewerA.actor, inboxOf(row.number), new Date());
    expect(inbox.rows).toMatchObject([
      {
        turn: 'reviewers',
        answers: { total: 4, moved: 1 },
        sections: { total: 2, waiting: 1, assessed: 1, claimed: 0 },
        mySections: [],
      },
    ]);
  });

  it('opens an unchanged answer that was not approved', async () => {
    await walk.toDecision(['needs-elaboration', 'accepted']);
    await walk.send(world.leadA, { type: 'request-changes', note: 'Uddyb.', workingDays: 20 });
    await walk.answer({ 'second-two': 'Nyt' });
    await walk.submit();
    expect((await walk.row()).snapshot.value).toEqual({ review: { first: 'waiting', second: 'waiting' } });
  });

  it('lets a renewal begin with what is approved, and the older case learn that it is superseded', async () => {
    await walk.toDecision();
    await walk.decide('approved');
    const { productId, number } = await walk.row();
    getValue(await reopenDeclaration(test.db, at(world.signatory), { declarationId: walk.declarationId }));
    const renewal = await walk.next();
    await renewal.answer({ 'second-one': 'Ny version' });
    await renewal.submit();
    await renewal.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    expect((await renewal.row()).snapshot.value).toEqual({ review: { first: 'assessed', second: 'waiting' } });
    await renewal.assess(world.reviewerB, 'second');
    await renewal.decide('approved');
    expect((await walk.row()).state).toBe('superseded');
    expect((await renewal.row()).number > number).toBe(true);
    const [shown] = await test.db.select().from(publicProducts).where(eq(publicProducts.productId, productId));
    expect(shown).toMatchObject({ publicationNumber: 2 });
    const steps = await listCaseSteps(test.db, walk.caseId);
    expect(steps.at(-1)).toMatchObject({
      event: 'supersede',
      to: 'superseded',
      personId: null,
      organisation: 'portal',
    });
  });

  it('carries nothing over from an approval that was revoked', async () => {
    await walk.toDecision();
    await walk.decide('approved');
    await walk.send(world.coordinator, { type: 'revoke', note: 'Dokumentationen var ikke ægte.' });
    getValue(await reopenDeclaration(test.db, at(world.signatory), { declarationId: walk.declarationId }));
    const again = await walk.next();
    await again.submit();
    await again.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    expect((await again.row()).snapshot.value).toEqual({ review: { first: 'waiting', second: 'waiting' } });
  });

  it('carries nothing over from a case that was withdrawn before its decision', async () => {
    await walk.toDecision();
    await walk.send(world.signatory, { type: 'withdraw', note: 'Vi venter.' });
    getValue(await reopenDeclaration(test.db, at(world.signatory), { declarationId: walk.declarationId }));
    const again = await walk.next();
    await again.submit();
    await again.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    expect((await again.row()).snapshot.value).toEqual({ review: { first: 'waiting', second: 'waiting' } });
  });
});

describe('conflicts of interest', () => {
  it('close the cases of that supplier to who declared one, until it is ended', async () => {
    const reviewer = await makeReviewer(test.db, 'reviewer', municipalityA);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    const input = { supplierId: world.supplierId, reason: 'Min bror er direktør.' };
    const { conflictId } = getValue(await declareConflict(test.db, at(reviewer), input));
    expect(codeOf(await declareConflict(test.db, at(reviewer), input))).toBe('conflict-already-declared');
    const claim = { type: 'claim', sectionId: 'first' } as const;
    expect(codeOf(await walk.trySend(reviewer, claim))).toBe('conflict-of-interest');
    const page = await readCase(test.db, at(reviewer), walk.caseId);
    expect(page?.hasConflict).toBe(true);
    expect(page?.events).toContainEqual({
      event: 'claim',
      sectionId: 'first',
      allowed: false,
      refusal: { code: 'conflict-of-interest' },
    });
    const { number } = await walk.row();
    const inbox = await listInbox(test.db, reviewer.actor, inboxOf(number), new Date());
    expect(inbox.rows).toMatchObject([{ isBarred: true }]);
    getValue(await endConflict(test.db, at(reviewer), { conflictId }));
    expect(codeOf(await endConflict(test.db, at(reviewer), { conflictId }))).toBe('not-found');
    expect(codeOf(await walk.trySend(reviewer, claim))).toBe('allowed');
    expect(await listConflicts(test.db, reviewer.actor.personId)).toMatchObject([{ reason: input.reason }]);
  });

  it('stop verdicts in a section that was claimed before', async () => {
    const reviewer = await makeReviewer(test.db, 'reviewer', municipalityA);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await walk.send(reviewer, { type: 'claim', sectionId: 'first' });
    const input = { supplierId: world.supplierId, reason: 'Jeg skifter til dem.' };
    getValue(await declareConflict(test.db, at(reviewer), input));
    expect(codeOf(await walk.tryJudge(reviewer, { 'first-one': 'accepted' }))).toBe('conflict-of-interest');
    // A colleague takes over.
    expect(codeOf(await walk.trySend(world.leadA, { type: 'release', sectionId: 'first' }))).toBe('allowed');
  });

  it('need a reason, a supplier, and a role that has to do with cases', async () => {
    const declare = (by: Acting, supplierId: string, reason: string) =>
      declareConflict(test.db, at(by), { supplierId, reason });
    expect(codeOf(await declare(world.reviewerB, world.supplierId, ' '))).toBe('note-needed');
    expect(codeOf(await declare(world.reviewerB, walk.caseId, 'Fordi.'))).toBe('not-found');
    expect(codeOf(await declare(world.reviewerB, 'x', 'Fordi.'))).toBe('not-found');
    expect(codeOf(await declare(world.auditor, world.supplierId, 'Fordi.'))).toBe('role-required');
  });
});

describe('a demand for an interface', () => {
  const interfaceId = 'SF1470';
  const demand = (by: Acting, reason = 'Systemet journaliserer sager.') =>
    demandScope(test.db, at(by), { caseId: walk.caseId, interfaceId, reason });

  it('takes effect when changes are requested, and is enough to request them', async () => {
    await walk.toDecision();
    const changes = { type: 'request-changes', note: 'Se kravet.', workingDays: 10 } as const;
    expect(codeOf(await walk.trySend(world.leadA, changes))).toBe('nothing-to-change');
    expect(codeOf(await demand(world.leadB))).toBe('not-responsible-nor-claimer');
    expect(codeOf(await demand(world.leadA, ''))).toBe('note-needed');
    getValue(await demand(world.leadA));
    getValue(await dropScopeDemand(test.db, at(world.leadA), { caseId: walk.caseId, interfaceId }));
    expect(codeOf(await walk.trySend(world.leadA, changes))).toBe('nothing-to-change');
    getValue(await demand(world.reviewerA));
    await walk.send(world.leadA, changes);
    const [entry] = await test.db
      .select()
      .from(scopeEntries)
      .where(and(eq(scopeEntries.declarationId, walk.declarationId), eq(scopeEntries.interfaceId, interfaceId)));
    expect(entry).toMatchObject({ isIncluded: true, demandedByCaseId: walk.caseId });
    expect(codeOf(await demand(world.leadA))).toBe('case-not-in-review');
  });
});

describe('what the supplier sees', () => {
  it('no verdict before it is shared, no internal note and no name of a reviewer, ever', async () => {
    await walk.toDecision(['needs-elaboration', 'accepted']);
    const { leadA, leadB, signatory } = world;
    const seen = () => readSupplierCase(test.db, at(signatory), walk.caseId);
    expect(await seen()).toMatchObject({ verdicts: null, notes: [], turn: 'lead-reviewer' });
    await walk.send(leadA, { type: 'request-changes', note: 'Uddyb det første svar.', workingDays: 20 });
    expect(await seen()).toMatchObject({
      state: 'changes-requested',
      turn: 'supplier',
      municipalityName: 'Københavns Kommune',
      notes: [{ text: 'Uddyb det første svar.', from: { side: 'municipality', name: 'Københavns Kommune' } }],
    });
    const shared = (await seen())?.verdicts ?? [];
    expect(shared).toHaveLength(4);
    expect(shared).toContainEqual({
      questionKey: 'first-one',
      sectionId: 'first',
      kind: 'needs-elaboration',
      reason: 'Fordi.',
      municipalityName: 'Københavns Kommune',
      isCarried: false,
    });
    await walk.answer({ 'first-one': 'Bedre' });
    await walk.submit();
    expect((await seen())?.verdicts).toBeNull();
    await walk.assess(world.reviewerA, 'first', ['rejected', 'accepted']);
    await walk.send(leadA, { type: 'propose', outcome: 'partially-approved', reasons: 'Hemmeligt indtil videre.' });
    await walk.send(leadB, { type: 'return', note: 'Skriv det venligere.' });
    expect(JSON.stringify(await seen())).not.toContain('Hemmeligt');
    await walk.send(leadA, { type: 'propose', outcome: 'partially-approved', reasons: 'Et svar holder ikke.' });
    await walk.send(leadB, { type: 'confirm', note: 'Enig.' });
    const decided = await seen();
    expect(decided).toMatchObject({
      decision: {
        outcome: 'partially-approved',
        reasons: 'Et svar holder ikke.',
        municipalityName: 'Københavns Kommune',
      },
    });
    expect(decided?.events.map(({ event }) => event)).toEqual(['withdraw', 'appeal']);
    const text = JSON.stringify(decided);
    expect(text).not.toContain('Hemmelig');
    expect(text).not.toContain('Enig.');
    expect(text).not.toContain('venligere');
    for (const { actor } of [leadA, leadB, world.reviewerA, world.reviewerB])
      expect(text).not.toContain(actor.personId);
  });

  it('nothing of another supplier’s case, and reviewers nothing of a draft', async () => {
    const read = (by: Acting) => readCase(test.db, at(by), walk.caseId);
    for (const by of [world.reviewerA, world.coordinator, world.otherSignatory]) expect(await read(by)).toBeUndefined();
    expect(await read(world.auditor)).toMatchObject({ state: 'draft', events: [] });
    expect(await readSupplierCase(test.db, at(world.signatory), walk.caseId)).toMatchObject({ state: 'draft' });
    await walk.submit();
    expect(await read(world.reviewerA)).toMatchObject({ state: 'screening' });
    expect(await read(world.otherSignatory)).toBeUndefined();
    expect(await readSupplierCase(test.db, at(world.otherSignatory), walk.caseId)).toBeUndefined();
    expect(await readSupplierCase(test.db, at(world.reviewerA), walk.caseId)).toBeUndefined();
    expect(codeOf(await walk.trySend(world.otherSignatory, { type: 'withdraw', note: '' }))).toBe('not-found');
    const nowhere = { caseId: '00000000-0000-0000-0000-000000000000', expectedVersion: 1 };
    const event = { type: 'withdraw', note: '' } as const;
    expect(codeOf(await sendCaseEvent(test.db, at(world.signatory), { ...nowhere, event }))).toBe('not-found');
    expect(codeOf(await sendCaseEvent(test.db, at(world.signatory), { ...nowhere, caseId: 'x', event }))).toBe(
      'not-found',
    );
  });
});

describe('a stale screen', () => {
  it('is told that the case has moved, and what it missed', async () => {
    await walk.submit();
    const { version } = await walk.row();
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    const event = { type: 'claim', sectionId: 'second' } as const;
    const input = { caseId: walk.caseId, expectedVersion: version, event };
    const result = await sendCaseEvent(test.db, at(world.reviewerB), input);
    expect(result).toEqual({ ok: false, refusal: { code: 'case-has-moved', params: { version: version + 2 } } });
    const missed = await listCaseSteps(test.db, walk.caseId, version);
    expect(missed).toMatchObject([
      { event: 'route', from: 'screening', to: 'review', organisation: 'portal' },
      { event: 'claim', sectionId: 'first', organisation: municipalityA, municipalityName: 'Københavns Kommune' },
    ]);
  });
});

describe('numbers of cases', () => {
  it('have no gaps in a year, however many are opened at once and whatever is rolled back', async () => {
    const now = new Date('2031-03-01T12:00:00Z');
    const begin = async (index: number) => {
      const acting = { ...world.signatory, now };
      const begun = await makeDeclaration(test.db, acting);
      // Some are tried a second time, which the database refuses: their number has to be given again.
      if (index % 3 > 0) return;
      const again = test.db.transaction((tx) => openCase(tx, acting, begun));
      await expect(again).rejects.toThrow();
    };
    await Promise.all(Array.from({ length: 12 }, (_, index) => begin(index)));
    const rows = await test.db.select({ number: cases.number }).from(cases).where(eq(cases.openedAt, now));
    const expected = Array.from({ length: 12 }, (_, index) => `2031-${String(index + 1).padStart(4, '0')}`);
    expect(rows.map(({ number }) => number).sort()).toEqual(expected);
  });

  it('follow the year in Copenhagen', async () => {
    const acting = { ...world.signatory, now: new Date('2031-12-31T23:30:00Z') };
    const { declarationId } = await makeDeclaration(test.db, acting);
    const [row] = await test.db.select().from(cases).where(eq(cases.declarationId, declarationId));
    expect(row?.number).toBe('2032-0001');
  });
});

describe('an appeal', () => {
  it('is ruled on by somebody who took no part', async () => {
    await walk.toDecision(['rejected', 'accepted']);
    await walk.decide('rejected');
    await walk.send(world.signatory, { type: 'appeal', note: 'Vi er uenige.' });
    const uphold = { type: 'uphold', note: 'Afgørelsen holder.' } as const;
    expect(codeOf(await walk.trySend(world.leadA, uphold))).toBe('took-part-earlier');
    expect(codeOf(await walk.trySend(world.leadB, uphold))).toBe('took-part-earlier');
    expect(await walk.send(world.leadC, uphold)).toMatchObject({ state: 'upheld' });
  });
});

it('everything above is in the log, whole', async () => {
  const { rows, problem } = await verifyLog(test.db);
  expect(problem).toBeNull();
  expect(rows).toBeGreaterThan(100);
  const open = await test.db.select().from(verdicts).where(isNull(verdicts.replacedAt));
  expect(open.every(({ givenAt }) => givenAt > testNow)).toBe(true);
});
