import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earlierAnswers } from '~/app/supplier/earlier-answers.server';
import { saveAnswers } from '~/db/answers';
import { listAnswersInForce } from '~/db/cases/verdicts-in-force';
import { loadDeclaration, mainQuestionnaire } from '~/db/declarations';
import { publishVersion } from '~/db/loading/questionnaire-rows';
import { verifyLog } from '~/db/log';
import { listProposals } from '~/db/open-proposals';
import { decideProposals } from '~/db/proposal-decisions';
import { costOfVersion } from '~/db/questionnaire-drafts';
import { getLatestQuestionnaire } from '~/db/questionnaires';
import { findNextVersion } from '~/db/renewal-plan';
import { findOpenRenewal, renewDeclaration } from '~/db/renewals';
import { log, renewals } from '~/db/schema';
import type { Actor } from '~/workflows/actor';
import { definitionSchema } from '~/workflows/questionnaire/definition';
import { checkMapping } from '~/workflows/questionnaire/version-mapping';
import { refuse } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { choice, rawDefinition, rawQuestion, supportQuestionData, text } from '../factories/questionnaire';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let newer: string;

const why = text('Because');
const mapping = {
  from: '1.0',
  unchanged: ['if-support', 'first-one', 'second-one'],
  reworded: [{ question: 'first-two', why }],
  stricter: [{ question: 'second-two', why }],
  new: [{ question: 'second-new', why }],
};
const definition = definitionSchema.parse({
  ...rawDefinition({
    template: [supportQuestionData],
    sections: [
      {
        id: 'first',
        questions: [
          rawQuestion({ id: 'first-one' }),
          rawQuestion({ id: 'first-two', required: false, text: text('Other words') }),
        ],
      },
      {
        id: 'second',
        questions: [
          rawQuestion({ id: 'second-one' }),
          rawQuestion({ id: 'second-two', type: 'yes_no_explain' }),
          choice('second-new', ['a', 'b']),
        ],
      },
    ],
  }),
  slug: mainQuestionnaire,
  version: '1.1',
});

/** Declarations to 1.0, begun before 1.1 came. */
const waiting: CaseWalk[] = [];
let approved: CaseWalk;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase({ max: 8 });
  world = await makeCaseWorld(test.db);
  approved = await CaseWalk.begin(world);
  await approved.toDecision(['accepted', 'accepted-with-remark']);
  await approved.decide('approved');
  for (let index = 0; index < 7; index += 1) waiting.push(await CaseWalk.begin(world));
  const before = await getLatestQuestionnaire(test.db, mainQuestionnaire);
  const checked = checkMapping(before.definition, definition, mapping);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const cost = await costOfVersion(test.db, { definition, mapping: checked.mapping });
  expect(cost).toMatchObject({ declarations: 8, answers: 40, carried: 16, toConfirm: 8, toAnswer: 16 });
  newer = await test.db.transaction((tx) => publishVersion(tx, { definition, mapping: checked.mapping }, approved.now));
});
afterAll(() => test.drop());

const acting = (actor: Actor = world.editor.actor) => ({ actor, now: walk.now });
const renew = (by = acting()) =>
  renewDeclaration(test.db, by, { declarationId: walk.declarationId, toQuestionnaireId: newer });
const load = () => loadDeclaration(test.db, walk.declarationId);

function take(): void {
  const next = waiting.pop();
  if (!next) throw new Error('No declaration is left.');
  walk = next;
}

async function answer(values: Record<string, [value: string, justification?: string]>) {
  const { answers } = await load();
  const edits = Object.entries(values).map(([key, [value, justification = null]]) => ({
    key,
    value,
    justification,
    expectedVersion: answers.get(key)?.version ?? 0,
  }));
  return getValue(await saveAnswers(test.db, acting(), { declarationId: walk.declarationId, answers: edits }));
}

async function confirmAll() {
  const accept = (await listProposals(test.db, walk.declarationId)).map(({ id }) => id);
  return getValue(await decideProposals(test.db, acting(), { declarationId: walk.declarationId, accept, decline: [] }));
}

describe('a move to the next version', () => {
  it('keeps approvals: the reviewer sees only what moved', async () => {
    walk = approved;
    const old = await load();
    getValue(await renew());
    walk = await approved.next();
    expect((await walk.row()).state).toBe('draft');
    expect((await load()).answers.get('first-one')).toEqual(old.answers.get('first-one'));
    expect((await confirmAll()).accepted).toMatchObject([{ key: 'first-two', status: 'accepted' }]);
    await answer({ 'second-two': ['yes', 'Fordi'], 'second-new': ['a'] });
    const { submissionId } = await walk.submit();
    const inForce = await listAnswersInForce(test.db, submissionId);
    expect(inForce.map(({ questionKey, isMoved, verdict }) => [questionKey, isMoved, verdict?.kind])).toEqual([
      ['first-one', false, 'accepted'],
      ['first-two', true, undefined],
      ['second-one', false, 'accepted'],
      ['second-two', true, undefined],
      ['second-new', true, undefined],
    ]);
  });

  it('turns reworded answers into proposals, and takes stricter ones out with the old answer beside', async () => {
    take();
    const { related } = getValue(await renew());
    expect(related).toMatchObject({
      carried: ['first-one', 'second-one'],
      toConfirm: [{ key: 'first-two', value: 'Svar på first-two' }],
      toAnswer: [{ key: 'second-two', relation: 'stricter' }, { key: 'second-new' }],
    });
    const loaded = await load();
    expect(loaded.questionnaire.version).toBe('1.1');
    expect(loaded.answers.get('second-two')).toMatchObject({ value: null, version: 2 });
    expect(await listProposals(test.db, walk.declarationId)).toMatchObject([
      { key: 'first-two', origin: 'renewal', relation: 'proposed', value: 'Svar på first-two' },
    ]);
    const open = await findOpenRenewal(test.db, loaded);
    expect([...(open?.toConfirm.keys() ?? [])]).toEqual(['first-two']);
    expect(open?.toAnswer).toMatchObject([
      { key: 'second-two', earlier: [{ value: 'Svar på second-two' }] },
      { key: 'second-new', earlier: [] },
    ]);
  });

  it('does not let an optional answer that waits for its click be lost on submission', async () => {
    take();
    getValue(await renew());
    await answer({ 'second-two': ['no', 'Fordi'], 'second-new': ['b'] });
    expect(await walk.trySubmit()).toEqual(refuse('renewal-not-finished', { count: 1 }));
    // Answered by hand instead: the proposal is in nobody's way.
    await answer({ 'first-two': ['Et helt nyt svar'] });
    expect((await walk.trySubmit()).ok).toBe(true);
    expect((await findOpenRenewal(test.db, await load()))?.toConfirm.size).toBe(0);
  });

  it('lists a declined answer as one to give anew', async () => {
    take();
    getValue(await renew());
    const [proposal] = await listProposals(test.db, walk.declarationId);
    const decline = [proposal?.id ?? ''];
    await decideProposals(test.db, acting(), { declarationId: walk.declarationId, accept: [], decline });
    const open = await findOpenRenewal(test.db, await load());
    expect(open?.toAnswer.map(({ key }) => key)).toContain('first-two');
  });

  it('is done once, whoever is first', async () => {
    take();
    const results = await Promise.all([renew(), renew(acting(world.signatory.actor)), renew()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((each) => !each.ok)).toEqual([refuse('renewal-has-moved'), refuse('renewal-has-moved')]);
    expect(await test.db.$count(renewals, eq(renewals.declarationId, walk.declarationId))).toBe(1);
    const entries = await test.db.select({ action: log.action }).from(log).where(eq(log.subjectId, walk.declarationId));
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['declaration.renew', 'answer.set-aside', 'proposal.make']),
    );
    expect((await verifyLog(test.db)).problem).toBeNull();
    expect(await findNextVersion(test.db, newer)).toBeUndefined();
    expect(await findNextVersion(test.db, (await load()).declaration.questionnaireId)).toBeUndefined();
  });

  it('does not overwrite what a colleague has on the screen: an old window gets a conflict', async () => {
    take();
    getValue(await renew());
    const stale = { key: 'first-two', value: 'Fra et gammelt vindue', justification: null, expectedVersion: 1 };
    const saved = await saveAnswers(test.db, acting(), { declarationId: walk.declarationId, answers: [stale] });
    expect(getValue(saved).outcomes).toMatchObject([{ status: 'conflict', present: { value: null, version: 2 } }]);
  });

  it('is refused to others, under review, and towards another version than the next', async () => {
    take();
    expect(await renew(acting(world.otherSignatory.actor))).toEqual(refuse('not-found'));
    expect(await renew(acting(world.coordinator.actor))).toEqual(refuse('not-found'));
    expect(await renew(acting(world.supplierAdmin.actor))).toEqual(refuse('role-required'));
    const { declarationId } = walk;
    const elsewhere = { declarationId, toQuestionnaireId: randomUUID() };
    expect(await renewDeclaration(test.db, acting(), elsewhere)).toEqual(refuse('renewal-has-moved'));
    await walk.submit();
    expect(await renew()).toEqual(refuse('declaration-not-editable'));
    expect((await load()).questionnaire.version).toBe('1.0');
  });

  it('is written for good', async () => {
    await expect(test.db.update(renewals).set({ toAnswer: [] })).rejects.toThrow();
    await expect(test.db.delete(renewals)).rejects.toThrow();
  });

  it('leaves the earlier answer beside the question that is asked anew, also once it is answered', async () => {
    take();
    await renew();
    const before = { version: '1.0', relation: 'stricter', answers: [{ key: 'second-two' }] };
    const earlier = await earlierAnswers(test.db, await load());
    expect(Object.keys(earlier)).toEqual(['second-two']);
    expect(earlier['second-two']).toMatchObject(before);
    await answer({ 'second-two': ['yes', 'Fordi'] });
    expect((await earlierAnswers(test.db, await load()))['second-two']).toMatchObject(before);
    // One that waits for its click stands there as a proposal; one that was declined has to be written anew.
    const decline = (await listProposals(test.db, walk.declarationId)).map(({ id }) => id);
    const decided = { declarationId: walk.declarationId, accept: [], decline };
    getValue(await decideProposals(test.db, acting(), decided));
    expect((await earlierAnswers(test.db, await load()))['first-two']).toMatchObject({ relation: 'reworded' });
  });
});
