import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { correctionsView } from '~/app/supplier/corrections-view.server';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import { listAnswersInForce } from '~/db/cases/verdicts-in-force';
import { loadDeclaration, reopenDeclaration } from '~/db/declarations';
import { createFamily, joinFamily } from '~/db/families';
import { listProposals, readPublishedAnswers } from '~/db/open-proposals';
import { findEndedProduct, findPublishedProduct } from '~/db/published/products';
import { products, submissions } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let published: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

/** An approved declaration, and a draft beside it. */
beforeEach(async () => {
  published = await CaseWalk.begin(world);
  await published.toDecision();
  await published.decide('approved');
});

const declarationIdOf = () => published.declarationId;
const draftOf = async () => {
  getValue(await reopenDeclaration(test.db, acting(), { declarationId: declarationIdOf() }));
  return published.next();
};
const acting = () => ({ actor: world.signatory.actor, now: new Date(published.now.getTime() + 3_600_000) });
const publicValue = async (key: string) => (await readPublishedAnswers(test.db, declarationIdOf())).get(key)?.value;

async function send(draft: CaseWalk, only: string[]) {
  const { version } = await draft.row();
  const input = { declarationId: declarationIdOf(), expectedCaseVersion: version, only };
  return submitDeclaration(test.db, acting(), input);
}

describe('a correction of one published answer', () => {
  it('sends that answer only: the reviewer sees one moved, the public the old one until it is approved', async () => {
    const draft = await draftOf();
    await draft.answer({ 'first-one': 'Rettet', 'second-two': 'Ikke færdig endnu', 'second-one': '' });
    const { submissionId } = getValue(await send(draft, ['first-one']));
    const sent = await listAnswersInForce(test.db, submissionId);
    expect(sent.filter(({ isMoved }) => isMoved).map(({ questionKey }) => questionKey)).toEqual(['first-one']);
    const [row] = await test.db.select().from(submissions).where(eq(submissions.id, submissionId));
    const values = Object.fromEntries(row?.document.answers.map(({ key, value }) => [key, value]) ?? []);
    expect(values).toEqual({
      'first-one': 'Rettet',
      'first-two': 'Svar på first-two',
      'second-one': 'Svar på second-one',
      'second-two': 'Svar på second-two',
    });
    expect(await publicValue('first-one')).toBe('Svar på first-one');
    await draft.send(world.coordinator, { type: 'route', municipalityCode: '0101', note: '' });
    expect((await draft.row()).snapshot.context.settled).toEqual(['second']);
    await draft.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    await draft.judge(world.reviewerA, { 'first-one': 'accepted' });
    await draft.send(world.reviewerA, { type: 'assess', sectionId: 'first' });
    await draft.decide('approved');
    expect(await publicValue('first-one')).toBe('Rettet');
    expect(await publicValue('second-two')).toBe('Svar på second-two');
    // What was not sent is in the draft as it was left.
    const { answers } = await loadDeclaration(test.db, declarationIdOf());
    expect(answers.get('second-two')?.value).toBe('Ikke færdig endnu');
    expect((await published.row()).state).toBe('superseded');
  });

  it('is refused where nothing differs, where what belongs to it is missing, and where nothing is public', async () => {
    const draft = await draftOf();
    expect(await send(draft, ['first-one'])).toMatchObject({ refusal: { code: 'correction-empty' } });
    await draft.answer({ 'first-one': '' });
    const missing = { code: 'correction-not-complete', params: { count: 1 } };
    expect(await send(draft, ['first-one'])).toMatchObject({ refusal: missing });
    const fresh = await CaseWalk.begin(world);
    const input = { declarationId: fresh.declarationId, expectedCaseVersion: 1, only: ['first-one'] };
    const refused = await submitDeclaration(test.db, acting(), input);
    expect(refused).toMatchObject({ refusal: { code: 'correction-nothing-public' } });
  });

  it('is listed beside what is public, with the asked-for answer ticked', async () => {
    const draft = await draftOf();
    await draft.answer({ 'first-one': 'Rettet', 'second-two': 'Også' });
    const loaded = await loadDeclaration(test.db, declarationIdOf());
    const view = await correctionsView(test.db, world.editor.actor, loaded, 'second-two');
    if (view.published === null) throw new Error('Nothing is public.');
    const listed = view.changes.map(({ key, isChosen, before, after }) => [key, isChosen, before?.value, after?.value]);
    expect(listed).toEqual([
      ['first-one', false, 'Svar på first-one', 'Rettet'],
      ['second-two', true, 'Svar på second-two', 'Også'],
    ]);
    expect(view.maySend).toBe(false);
    expect(view.published.sections.flatMap(({ answers }) => answers)).toHaveLength(4);
  });
});

describe('a published declaration that is withdrawn while a correction is open', () => {
  it('is gone from the public at once, tells when and why, and leaves the correction alone', async () => {
    const draft = await draftOf();
    const { version, productId } = await published.row();
    const [product] = await test.db.select().from(products).where(eq(products.id, productId));
    const name = product?.slug ?? '';
    expect((await findPublishedProduct(test.db, name, '2026-11-30'))?.name).toBe(product?.name);
    const event = { type: 'withdraw', note: 'Systemet er solgt.' } as const;
    const input = { caseId: published.caseId, expectedVersion: version, event };
    getValue(await sendCaseEvent(test.db, acting(), input));
    expect((await published.row()).state).toBe('withdrawn');
    expect((await draft.row()).state).toBe('draft');
    expect(await findPublishedProduct(test.db, name, '2026-11-30')).toBeUndefined();
    const tombstone = await findEndedProduct(test.db, name);
    expect(tombstone?.history).toMatchObject([{ number: 1, endedBecause: 'withdrawn', endedAt: acting().now }]);
    expect(await publicValue('first-one')).toBeUndefined();
  });

  it('and a correction that changes were asked for can be withdrawn, with what is public untouched', async () => {
    const draft = await draftOf();
    await draft.answer({ 'first-one': 'Rettet' });
    getValue(await send(draft, ['first-one']));
    const { coordinator, reviewerA, leadA, signatory } = world;
    await draft.send(coordinator, { type: 'route', municipalityCode: '0101', note: '' });
    await draft.send(reviewerA, { type: 'claim', sectionId: 'first' });
    await draft.judge(reviewerA, { 'first-one': 'rejected' });
    await draft.send(reviewerA, { type: 'assess', sectionId: 'first' });
    await draft.send(leadA, { type: 'request-changes', note: 'Forklar.', workingDays: 10 });
    await draft.send(signatory, { type: 'withdraw', note: '' });
    expect((await draft.row()).state).toBe('withdrawn');
    expect(await publicValue('first-one')).toBe('Svar på first-one');
    expect((await published.row()).state).toBe('approved');
  });
});

describe('the submission of a family’s source', () => {
  it('offers what it was sent as to those that answer alike, and changes nothing of theirs', async () => {
    const source = await CaseWalk.begin(world);
    const member = await CaseWalk.begin(world);
    const by = world.editor;
    const { familyId } = getValue(
      await createFamily(test.db, by, { name: 'Familien', sourceDeclarationId: source.declarationId }),
    );
    getValue(await joinFamily(test.db, by, { familyId, declarationId: member.declarationId }));
    await source.answer({ 'first-one': 'Nyt ved kilden' });
    expect(await listProposals(test.db, member.declarationId)).toEqual([]);
    await source.submit();
    const offers = await listProposals(test.db, member.declarationId);
    expect(offers).toMatchObject([
      { key: 'first-one', value: 'Nyt ved kilden', origin: 'family', relation: 'overrides' },
    ]);
    const { answers } = await loadDeclaration(test.db, member.declarationId);
    expect(answers.get('first-one')?.value).toBe('Svar på first-one');
  });

  it('of a correction offers the corrected answer only', async () => {
    const member = await CaseWalk.begin(world);
    const by = world.editor;
    const { familyId } = getValue(
      await createFamily(test.db, by, { name: 'En anden familie', sourceDeclarationId: declarationIdOf() }),
    );
    getValue(await joinFamily(test.db, by, { familyId, declarationId: member.declarationId }));
    const draft = await draftOf();
    await draft.answer({ 'first-one': 'Rettet', 'second-two': 'Kladde' });
    getValue(await send(draft, ['first-one']));
    const offers = await listProposals(test.db, member.declarationId);
    expect(offers.map(({ key, value }) => [key, value])).toEqual([['first-one', 'Rettet']]);
  });
});
