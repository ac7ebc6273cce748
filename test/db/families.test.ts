import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { loadDeclaration } from '~/db/declarations';
import { createFamily, exceptPart, inheritPart, joinFamily, leaveFamily, offerFamily } from '~/db/families';
import { findFamily, findFamilyOf, listFamilies, readInherited } from '~/db/family-reads';
import { listProposals } from '~/db/open-proposals';
import { decideProposals } from '~/db/proposal-decisions';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting;
let foreign: Acting;
let source: string;
let member: string;
let familyId: string;

const refused = (code: string) => ({ ok: false, refusal: { code } });

async function answer(declarationId: string, key: string, value: unknown) {
  const { answers } = await loadDeclaration(test.db, declarationId);
  const expectedVersion = answers.get(key)?.version ?? 0;
  const saved = await saveAnswers(test.db, editor, {
    declarationId,
    answers: [{ key, value, justification: null, expectedVersion }],
  });
  expect(saved).toMatchObject({ ok: true, value: { outcomes: [{ status: 'saved' }] } });
}

const waiting = async () => (await listProposals(test.db, member)).filter(({ origin }) => origin === 'family');
const offer = () => offerFamily(test.db, editor, { familyId });

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
  source = (await makeDeclaration(test.db, editor)).declarationId;
  member = (await makeDeclaration(test.db, editor)).declarationId;
  await answer(source, 'gen-contact-integration', 'integration@example.org');
  await answer(source, 'gen-api-docs', 'https://example.org/api');
  await answer(source, 'gen-version', '4.1');
  const made = await createFamily(test.db, editor, { name: 'Byggesag', sourceDeclarationId: source });
  if (!made.ok) throw new Error(made.refusal.code);
  familyId = made.value.familyId;
});
afterAll(() => test.drop());

describe('a product family', () => {
  it('is named once, and a declaration is in one family at most', async () => {
    const again = { name: 'Anden', sourceDeclarationId: source };
    expect(await createFamily(test.db, editor, again)).toMatchObject(refused('family-already-in-one'));
    const other = (await makeDeclaration(test.db, editor)).declarationId;
    const sameName = { name: 'Byggesag', sourceDeclarationId: other };
    expect(await createFamily(test.db, editor, sameName)).toMatchObject(refused('family-name-in-use'));
    expect(await createFamily(test.db, editor, { ...again, name: ' ' })).toMatchObject(refused('family-name-missing'));
    const self = { familyId, declarationId: source };
    expect(await joinFamily(test.db, editor, self)).toMatchObject(refused('family-already-in-one'));
  });

  it('offers a new member what the source answers, and changes nothing by itself', async () => {
    expect(await joinFamily(test.db, editor, { familyId, declarationId: member })).toMatchObject({
      ok: true,
      value: { proposed: 2 },
    });
    const offered = await waiting();
    expect(offered.map(({ key }) => key)).toEqual(['gen-api-docs', 'gen-contact-integration']);
    expect(offered[0]?.originDetails).toMatchObject({
      familyName: 'Byggesag',
      declarationId: source,
      answerVersion: 1,
    });
    expect((await loadDeclaration(test.db, member)).answers.get('gen-api-docs')).toBeUndefined();
  });

  it('offers each version of an answer once, also when two offer at the same time', async () => {
    const [docs, contact] = await waiting();
    if (!docs || !contact) throw new Error('Nothing was offered.');
    await decideProposals(test.db, editor, { declarationId: member, accept: [docs.id], decline: [contact.id] });
    expect(await offer()).toEqual({ ok: true, value: { proposed: 0, members: 0 } });
    await answer(source, 'gen-api-docs', 'https://example.org/api/2');
    const counts = await Promise.all([offer(), offer()]);
    expect(counts.map((each) => (each.ok ? each.value.proposed : each.refusal.code)).sort()).toEqual([0, 1]);
    expect((await waiting()).map(({ key, relation }) => [key, relation])).toEqual([['gen-api-docs', 'overrides']]);
  });

  it('tells what is inherited, and what differs and why', async () => {
    const [docs] = await waiting();
    await decideProposals(test.db, editor, { declarationId: member, accept: [docs?.id ?? ''], decline: [] });
    await answer(member, 'gen-contact-integration', 'egen@example.org');
    const input = { familyId, declarationId: member, part: 'gen-contact-integration' };
    expect(await exceptPart(test.db, editor, { ...input, reason: ' ' })).toMatchObject(
      refused('family-reason-missing'),
    );
    const unknown = { ...input, part: 'section:nowhere', reason: 'x' };
    expect(await exceptPart(test.db, editor, unknown)).toMatchObject(refused('family-part-unknown'));
    expect(await exceptPart(test.db, editor, { ...input, reason: 'Eget team.' })).toMatchObject({ ok: true });
    const loaded = await loadDeclaration(test.db, member);
    const family = await findFamilyOf(test.db, loaded);
    if (!family) throw new Error('It is in no family.');
    expect(family).toMatchObject({ name: 'Byggesag', isSource: false, source: { declarationId: source } });
    const inherited = await readInherited(test.db, family, loaded);
    expect((await findFamily(test.db, editor.actor, familyId))?.members[0]?.inherited).toEqual(inherited);
    expect(inherited.get('gen-api-docs')).toEqual({ how: 'same', reason: null, sourceVersion: 2 });
    expect(inherited.get('gen-contact-integration')).toMatchObject({ how: 'excepted', reason: 'Eget team.' });
    expect(inherited.has('gen-version')).toBe(false);
  });

  it('offers nothing to what is excepted, until it is inherited again', async () => {
    await answer(source, 'gen-contact-integration', 'ny@example.org');
    expect(await offer()).toMatchObject({ value: { proposed: 0 } });
    const input = { familyId, declarationId: member, part: 'gen-contact-integration' };
    expect(await inheritPart(test.db, editor, input)).toMatchObject({ value: { proposed: 1 } });
    const again = { ...input, part: 'section:produkt', reason: 'Hele afsnittet.' };
    expect(await exceptPart(test.db, editor, again)).toMatchObject({ ok: true });
    const { instances } = await loadDeclaration(test.db, member);
    const placed = instances.find(({ key }) => key === 'gen-contact-integration')?.sectionId;
    expect((await waiting()).map(({ key }) => key)).toEqual(placed === 'produkt' ? [] : ['gen-contact-integration']);
  });

  it('leaves the answers of whoever leaves it, and withdraws what it had offered', async () => {
    const before = (await loadDeclaration(test.db, member)).answers;
    expect(await leaveFamily(test.db, editor, { familyId, declarationId: member })).toMatchObject({ ok: true });
    expect((await loadDeclaration(test.db, member)).answers).toEqual(before);
    expect(await waiting()).toEqual([]);
    expect(await leaveFamily(test.db, editor, { familyId, declarationId: member })).toMatchObject(refused('not-found'));
    expect(await joinFamily(test.db, editor, { familyId, declarationId: member })).toMatchObject({ ok: true });
  });

  it('is nobody else’s', async () => {
    const theirs = (await makeDeclaration(test.db, foreign)).declarationId;
    expect(await findFamily(test.db, foreign.actor, familyId)).toBeUndefined();
    expect(await listFamilies(test.db, foreign.actor)).toEqual([]);
    expect(await joinFamily(test.db, foreign, { familyId, declarationId: theirs })).toMatchObject(refused('not-found'));
    expect(await joinFamily(test.db, editor, { familyId, declarationId: theirs })).toMatchObject(refused('not-found'));
    expect(await offerFamily(test.db, foreign, { familyId })).toMatchObject(refused('not-found'));
    const admin = { ...editor, actor: { ...editor.actor, roles: ['supplier-admin'] as const } };
    expect(await offerFamily(test.db, admin, { familyId })).toMatchObject(refused('role-required'));
    const restricted = { ...editor.actor, restrictedTo: { editor: [theirs] } };
    expect(await findFamily(test.db, restricted, familyId)).toBeUndefined();
  });
});
