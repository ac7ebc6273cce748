import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { loadDeclaration } from '~/db/declarations';
import { addLibraryText, changeLibraryText, insertFromLibrary, retireLibraryText } from '~/db/library-changes';
import { listProposals } from '~/db/open-proposals';
import { decideProposals } from '~/db/proposal-decisions';
import { findLibraryText, listLibraryTexts, listLibraryUses } from '~/db/text-library';
import type { Acting, Actor } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting & { actor: Actor & { supplierId: string } };
let foreign: Acting;
let declarationId: string;
let key: string;
let textId: string;

const refused = (code: string) => ({ ok: false, refusal: { code } });
const present = async () => (await loadDeclaration(test.db, declarationId)).answers.get(key)?.value;
const change = (body: string, expectedVersion: number) =>
  changeLibraryText(test.db, editor, { id: textId, title: 'Logning', body, about: null, expectedVersion });

async function uses() {
  const texts = await listLibraryTexts(test.db, editor.actor.supplierId);
  return (await listLibraryUses(test.db, editor.actor, texts)).map((use) => [use.key, use.how]);
}

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  editor = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
  ({ declarationId } = await makeDeclaration(test.db, editor));
  const { instances } = await loadDeclaration(test.db, declarationId);
  key = instances.find(({ question }) => question.type === 'long_text' && !question.id.startsWith('gen-'))?.key ?? '';
  const added = await addLibraryText(test.db, editor, { title: 'Logning', body: 'Opslag logges.', about: null });
  if (!added.ok) throw new Error(added.refusal.code);
  textId = added.value.id;
});
afterAll(() => test.drop());

it('refuses a text without a name, without words, or about nothing that is asked', async () => {
  const whole = { title: 'Navn', body: 'Tekst', about: null };
  expect(await addLibraryText(test.db, editor, { ...whole, title: ' ' })).toMatchObject(
    refused('library-title-missing'),
  );
  const hostile = { ...whole, body: 'a\u0000b' };
  expect(await addLibraryText(test.db, editor, hostile)).toMatchObject(refused('library-body-missing'));
  const nowhere = { ...whole, about: 'nowhere' };
  expect(await addLibraryText(test.db, editor, nowhere)).toMatchObject(refused('library-about-unknown'));
});

it('is put into an answer after what stands there, once, and its use is remembered', async () => {
  const answers = [{ key, value: 'Vi skriver selv.', justification: null, expectedVersion: 0 }];
  await saveAnswers(test.db, editor, { declarationId, answers });
  const input = { declarationId, key, textId };
  expect(await insertFromLibrary(test.db, editor, input)).toMatchObject({ ok: true });
  expect(await insertFromLibrary(test.db, editor, input)).toMatchObject({ ok: true });
  expect(await present()).toBe('Vi skriver selv.\n\nOpslag logges.');
  expect(await uses()).toEqual([[key, 'as-is']]);
  const wrong = { ...input, key: 'gen-version' };
  expect(await insertFromLibrary(test.db, editor, wrong)).toMatchObject(refused('library-not-here'));
});

it('offers a change to the answers in which it stands, also when one change waits already', async () => {
  expect(await change('Opslag logges i et år.', 1)).toEqual({ ok: true, value: { proposed: 1 } });
  expect(await change('Opslag logges i to år.', 1)).toMatchObject(refused('library-text-has-moved'));
  expect(await change('Opslag logges i to år.', 2)).toEqual({ ok: true, value: { proposed: 1 } });
  const open = await listProposals(test.db, declarationId);
  expect(open.map(({ origin, value }) => [origin, value])).toEqual([
    ['library', 'Vi skriver selv.\n\nOpslag logges i to år.'],
  ]);
  expect(await present()).toBe('Vi skriver selv.\n\nOpslag logges.');
  expect(await uses()).toEqual([[key, 'waiting']]);
});

it('offers nothing where somebody has written on', async () => {
  const { answers } = await loadDeclaration(test.db, declarationId);
  const edit = { key, value: 'Skrevet om.', justification: null, expectedVersion: answers.get(key)?.version ?? 0 };
  await saveAnswers(test.db, editor, { declarationId, answers: [edit] });
  const [waiting] = await listProposals(test.db, declarationId);
  if (!waiting) throw new Error('Nothing waits.');
  await decideProposals(test.db, editor, { declarationId, accept: [], decline: [waiting.id] });
  expect(await change('Opslag logges i tre år.', 3)).toEqual({ ok: true, value: { proposed: 0 } });
  expect(await uses()).toEqual([[key, 'edited']]);
});

it('is nobody else’s, and is gone from the list once it is removed', async () => {
  expect(await findLibraryText(test.db, foreign.actor, textId)).toBeUndefined();
  const target = { id: textId, expectedVersion: 4 };
  expect(await retireLibraryText(test.db, foreign, target)).toMatchObject(refused('not-found'));
  expect(await retireLibraryText(test.db, editor, target)).toMatchObject({ ok: true });
  expect(await listLibraryTexts(test.db, editor.actor.supplierId)).toEqual([]);
  const input = { declarationId, key, textId };
  expect(await insertFromLibrary(test.db, editor, input)).toMatchObject(refused('library-not-here'));
});
