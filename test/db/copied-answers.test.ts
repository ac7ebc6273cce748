import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { copyAnswers, findCopy, listCopySources } from '~/db/copied-answers';
import { loadDeclaration } from '~/db/declarations';
import { listProposals } from '~/db/open-proposals';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting;
let foreign: Acting;
let source: { productId: string; declarationId: string };
let target: { productId: string; declarationId: string };

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
  source = await makeDeclaration(test.db, editor);
  target = await makeDeclaration(test.db, editor);
  const edit = (key: string, value: unknown) => ({ key, value, justification: null, expectedVersion: 0 });
  await saveAnswers(test.db, editor, {
    declarationId: source.declarationId,
    answers: [
      edit('gen-contact-integration', 'integration@example.org'),
      edit('gen-api-docs', 'https://example.org/api'),
      edit('gen-version', '4.1'),
    ],
  });
});
afterAll(() => test.drop());

const copy = (acting: Acting, ids: Partial<{ declarationId: string; sourceId: string }> = {}) =>
  copyAnswers(test.db, acting, {
    declarationId: target.declarationId,
    sourceId: source.declarationId,
    ...ids,
  });

describe('fetching answers from another own product', () => {
  it('offers the other declarations of the same supplier', async () => {
    const loaded = await loadDeclaration(test.db, target.declarationId);
    const sources = await listCopySources(test.db, editor.actor, loaded);
    expect(sources.map(({ declarationId }) => declarationId)).toEqual([source.declarationId]);
  });

  it('leaves out products that the person may not read', async () => {
    const loaded = await loadDeclaration(test.db, target.declarationId);
    const restricted = { ...editor.actor, restrictedTo: { editor: [target.productId] } };
    expect(await listCopySources(test.db, restricted, loaded)).toEqual([]);
    expect(await findCopy(test.db, restricted, loaded, source.declarationId)).toBeUndefined();
  });

  it('proposes what differs with where it comes from, and no facts of the one product', async () => {
    expect(await copy(editor)).toMatchObject({ ok: true, value: { proposed: 2, problems: [] } });
    const proposed = await listProposals(test.db, target.declarationId);
    expect(proposed.map(({ key }) => key)).toEqual(['gen-api-docs', 'gen-contact-integration']);
    const { product } = await loadDeclaration(test.db, source.declarationId);
    expect(proposed[0]).toMatchObject({
      origin: 'copy',
      originDetails: { productName: product.name, declarationId: source.declarationId, answerVersion: 1 },
    });
    const { answers } = await loadDeclaration(test.db, target.declarationId);
    expect(answers.get('gen-api-docs')).toBeUndefined();
  });

  it('is not possible from, or into, what belongs to another supplier', async () => {
    const theirs = await makeDeclaration(test.db, foreign);
    const nowhere = await copy(editor, { sourceId: randomUUID() });
    expect(nowhere).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await copy(editor, { sourceId: theirs.declarationId })).toEqual(nowhere);
    expect(await copy(editor, { sourceId: "' or 1=1" })).toEqual(nowhere);
    expect(await copy(editor, { sourceId: target.declarationId })).toEqual(nowhere);
    expect(await copy(foreign)).toEqual(nowhere);
  });
});
