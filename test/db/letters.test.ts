import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composeLetter, translateLetter } from '~/app/letters/compose-letter';
import { findConfirmation, scheduleConfirmation, sendDueConfirmations, undoConfirmation } from '~/db/confirmations';
import { findLetterOfCase, findSentLetter, listSentLetters, sendLetters } from '~/db/letters';
import { verifyLog } from '~/db/log';
import { rebuildPublished } from '~/db/publication';
import { findPublicLetter } from '~/db/published/letters';
import { confirmations, decisions, letters, log, memberships, publicLetters } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityB,
} from '../factories/reviewed-case';

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

const minutes = (count: number) => new Date(walk.now.getTime() + count * 60_000);
const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);

/** The words are the portal's, the file a stand-in: what it looks like is tested where it is made. */
const send = (datedAt = walk.now, render = async () => new Uint8Array([37, 80, 68, 70])) =>
  sendLetters(test.db, {
    compose: (facts, at) => composeLetter(facts, at, 'https://portal.example.dk'),
    translate: (facts, at) => translateLetter(facts, at, 'https://portal.example.dk'),
    render,
    datedAt: () => datedAt,
    onError: () => undefined,
  });

async function decided(outcome: 'approved' | 'rejected' = 'approved'): Promise<void> {
  const isFull = outcome === 'approved';
  await walk.toDecision(isFull ? ['accepted', 'accepted'] : ['rejected', 'rejected']);
  await walk.decide(outcome);
}

describe('a letter', () => {
  it('is written with the decision, from its verdicts and reasons, and is not sent yet', async () => {
    await walk.toDecision(['rejected', 'accepted']);
    await walk.decide('partially-approved');
    const letter = await findLetterOfCase(test.db, walk.caseId);
    expect(letter).toMatchObject({
      sentAt: null,
      facts: {
        outcome: 'partially-approved',
        reasons: 'Fordi svarene viser det.',
        counts: { answers: 4, approved: 3 },
        answers: [{ kind: 'rejected', reason: 'Fordi.' }],
      },
    });
    expect(await findSentLetter(test.db, { caseId: walk.caseId })).toBeUndefined();
    expect(await findPublicLetter(test.db, letter?.code ?? '')).toBeUndefined();
    expect(JSON.stringify(letter?.facts)).not.toContain('Hemmelig');
  });

  it('is dated when it is sent, once, and never changes after', async () => {
    await decided();
    await send(minutes(90));
    expect(await send(minutes(180))).toBe(0);
    const sent = await findSentLetter(test.db, { caseId: walk.caseId });
    expect(sent?.document.datedAt).toBe(minutes(90).toISOString());
    expect(sent?.translation).toMatchObject({
      language: 'en',
      datedAt: sent?.document.datedAt,
      code: sent?.document.code,
    });
    await expect(test.db.update(letters).set({ sentAt: null })).rejects.toThrow();
    await expect(test.db.update(letters).set({ translation: null })).rejects.toThrow();
    await expect(test.db.update(letters).set({ pdf: new Uint8Array([1]) })).rejects.toThrow();
    await expect(test.db.delete(letters)).rejects.toThrow();
  });

  it('is sent once by several processes, and again tried when its file could not be made', async () => {
    await decided();
    const before = await test.db.$count(publicLetters);
    expect(await send(walk.now, () => Promise.reject(new Error('no font')))).toBe(0);
    expect(await findSentLetter(test.db, { caseId: walk.caseId })).toBeUndefined();
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await test.db.$count(publicLetters)).toBe(before + 1);
  });

  it('reaches its own supplier’s declaration alone', async () => {
    await decided();
    await send();
    const [listed] = await listSentLetters(test.db, walk.declarationId);
    const letterId = listed?.id ?? '';
    expect(await findSentLetter(test.db, { letterId, declarationId: walk.declarationId })).toBeDefined();
    const other = await CaseWalk.begin(world);
    expect(await findSentLetter(test.db, { letterId, declarationId: other.declarationId })).toBeUndefined();
  });
});

it('a letter tells of each hearing: what was put to the supplier, what it said, or that it said nothing', async () => {
  await walk.toDecision(['rejected', 'accepted']);
  await walk.send(world.leadA, { type: 'open-hearing', note: 'En kommune melder om brud.', workingDays: 10 });
  await walk.send(world.signatory, { type: 'answer-hearing', note: 'Det er rettet i maj.' });
  await walk.send(world.leadA, { type: 'open-hearing', note: 'Kan I dokumentere det?', workingDays: 10 });
  walk.wait(21 * 86_400_000);
  await walk.send(world.leadA, { type: 'close-hearing', note: 'Internt: fristen er gået.' });
  await walk.decide('partially-approved');
  await send();
  const sent = await findSentLetter(test.db, { caseId: walk.caseId });
  const said = (sent?.document.blocks ?? []).flatMap((block) => ('text' in block ? [block.text] : []));
  const from = said.indexOf('Partshøring');
  expect(said.slice(from + 2, from + 5)).toEqual([
    'En kommune melder om brud.',
    expect.stringContaining('I svarede'),
    'Det er rettet i maj.',
  ]);
  expect(said.slice(from + 6, from + 8)).toEqual(['Kan I dokumentere det?', 'I svarede ikke inden fristen.']);
  expect(said.join(' ')).not.toContain('Internt');
});

describe('the letter about an appeal', () => {
  it.each(['uphold', 'overturn'] as const)(
    'is written with the ruling, sent once and listed for the supplier: %s',
    async (type) => {
      await decided('rejected');
      await send();
      await walk.send(world.signatory, { type: 'appeal', note: 'Vi er uenige.' });
      await walk.send(world.leadC, { type, note: 'Det er læst igen.' });
      expect(await send()).toBe(1);
      const listed = await listSentLetters(test.db, walk.declarationId);
      const as = type === 'uphold' ? 'upheld' : 'overturned';
      expect(listed.map(({ about }) => about).toSorted()).toEqual(['decision', as].toSorted());
      const letterId = listed.find(({ about }) => about === as)?.id ?? '';
      const letter = await findSentLetter(test.db, { letterId, declarationId: walk.declarationId });
      const said = JSON.stringify(letter?.document.blocks);
      for (const part of ['Vi er uenige.', 'Det er læst igen.']) expect(said).toContain(part);
      expect(await findPublicLetter(test.db, letter?.document.code ?? '')).toBeDefined();
      expect((await findLetterOfCase(test.db, walk.caseId))?.facts.ruling).toBeUndefined();
      await expect(test.db.update(letters).set({ about: 'decision' })).rejects.toThrow();
    },
  );
});

describe('what the public learns by a code', () => {
  const publicly = async () => {
    const letter = await findLetterOfCase(test.db, walk.caseId);
    return findPublicLetter(test.db, letter?.code ?? '');
  };

  it('is the product while the approval is public, and not after', async () => {
    await decided();
    await send();
    expect((await publicly())?.product?.name).toBeTruthy();
    await walk.send(world.coordinator, { type: 'revoke', note: 'Fordi.' });
    expect(await publicly()).toMatchObject({ product: null });
  });

  it('is the same when the read model is made anew, and nothing of a letter that has not left', async () => {
    await decided();
    await send();
    const unsent = await CaseWalk.begin(world);
    await unsent.toDecision(['accepted', 'accepted']);
    await unsent.decide('approved');
    const before = await test.db.select().from(publicLetters).orderBy(publicLetters.code);
    await test.db.delete(publicLetters);
    await rebuildPublished(test.db);
    expect(await test.db.select().from(publicLetters).orderBy(publicLetters.code)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    await send();
  });

  it('is day and municipality alone where nothing was approved', async () => {
    await decided('rejected');
    await send();
    const found = await publicly();
    expect(Object.keys(found ?? {}).sort()).toEqual(['municipality', 'product', 'sentAt']);
    expect(found?.product).toBeNull();
  });
});

describe('a confirmation that waits', () => {
  const confirm = async (by: Acting = world.leadB, version?: number) =>
    scheduleConfirmation(
      test.db,
      { actor: by.actor, now: walk.now },
      { caseId: walk.caseId, expectedVersion: version ?? (await walk.row()).version, note: '', leavesAt: minutes(5) },
    );
  const waiting = async () => findConfirmation(test.db, { caseId: walk.caseId, version: (await walk.row()).version });
  const decisionsMade = () => test.db.$count(decisions, eq(decisions.caseId, walk.caseId));

  beforeEach(async () => {
    await walk.toDecision();
    await walk.send(world.leadA, { type: 'propose', outcome: 'approved', reasons: '' });
  });

  it('decides nothing until its time, and then exactly once whoever sends', async () => {
    getValue(await confirm());
    expect(await sendDueConfirmations(test.db, minutes(4))).toBe(0);
    expect([(await walk.row()).state, await decisionsMade()]).toEqual(['decision', 0]);
    const made = await Promise.all([1, 2, 3].map(() => sendDueConfirmations(test.db, minutes(6))));
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect([(await walk.row()).state, await decisionsMade()]).toEqual(['approved', 1]);
    const rows = await test.db
      .select()
      .from(log)
      .where(and(eq(log.subjectId, walk.caseId), eq(log.action, 'case.confirm')));
    expect(rows.map(({ personId }) => personId)).toEqual([world.leadB.actor.personId]);
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });

  it('can be taken back by whoever gave it or the coordinator, and given again', async () => {
    getValue(await confirm());
    expect(codeOf(await confirm())).toBe('confirmation-waits-already');
    const undo = (by: Acting) => undoConfirmation(test.db, { actor: by.actor, now: walk.now }, { caseId: walk.caseId });
    expect(codeOf(await undo(world.leadA))).toBe('role-required');
    expect(codeOf(await undo(world.signatory))).toBe('role-required');
    expect(codeOf(await undo(world.otherSignatory))).toBe('not-found');
    getValue(await undo(world.leadB));
    expect(await sendDueConfirmations(test.db, minutes(10))).toBe(0);
    expect(await decisionsMade()).toBe(0);
    expect(codeOf(await undo(world.leadB))).toBe('confirmation-has-left');
    walk.wait(60_000);
    getValue(await confirm());
    getValue(await undo(world.coordinator));
  });

  it('is refused at once to those whom the machine refuses', async () => {
    expect(codeOf(await confirm(world.leadA))).toBe('proposer-cannot-confirm');
    expect(codeOf(await confirm(world.reviewerA))).not.toBe('allowed');
    expect(codeOf(await confirm(world.leadB, 1))).toBe('case-has-moved');
    expect(await test.db.$count(confirmations, eq(confirmations.caseId, walk.caseId))).toBe(0);
  });

  it('is not sent when the case has moved, or its giver is no lead reviewer any longer', async () => {
    getValue(await confirm());
    await walk.send(world.leadC, { type: 'return', note: 'Se igen.' });
    expect(await sendDueConfirmations(test.db, minutes(6))).toBe(0);
    await walk.send(world.leadA, { type: 'propose', outcome: 'approved', reasons: '' });
    const leaving = await makeReviewer(test.db, 'lead-reviewer', municipalityB);
    getValue(await confirm(leaving));
    await test.db
      .update(memberships)
      .set({ endedAt: walk.now })
      .where(and(eq(memberships.personId, leaving.actor.personId), isNull(memberships.endedAt)));
    expect(await sendDueConfirmations(test.db, minutes(6))).toBe(0);
    expect(await waiting()).toMatchObject({ endedBecause: 'refused', refusal: 'role-required' });
    expect(await decisionsMade()).toBe(0);
  });
});
