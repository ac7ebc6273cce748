import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { attachEvidence, detachEvidence, evidenceLimits } from '~/db/attached-evidence';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import { beginDeclaration, loadDeclaration, reopenDeclaration } from '~/db/declarations';
import { addEvidence } from '~/db/evidence';
import { createProduct, updateProduct } from '~/db/products';
import { listEvidence } from '~/db/read-evidence';
import { files, log } from '~/db/schema';
import { confirmScope } from '~/db/scope';
import { createSupplier } from '~/db/suppliers';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, productFacts, testNow } from '../factories/supplier-people';

let test: TestDatabase;
let acting: Acting;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  acting = await makeSupplierPerson(test.db, supplierId, 'editor', 'signatory');
});
afterAll(() => test.drop());

async function product(change: Record<string, unknown> = {}) {
  const made = await createProduct(test.db, acting, productFacts(change));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value;
}

describe('suppliers', () => {
  it('are keyed by their CVR number and get an address of their own', async () => {
    const portal = { actor: null, now: testNow };
    const input = { cvr: '99999991', name: 'Ærø Data', website: null, isDemo: true };
    expect(await createSupplier(test.db, portal, input)).toMatchObject({ value: { slug: 'aeroe-data' } });
    expect(await createSupplier(test.db, portal, input)).toMatchObject({ refusal: { code: 'cvr-in-use' } });
    const namesake = await createSupplier(test.db, portal, { ...input, cvr: '99999992' });
    expect(namesake).toMatchObject({ value: { slug: 'aeroe-data-2' } });
    const wrong = await createSupplier(test.db, portal, { ...input, cvr: '1234', name: '' });
    expect(wrong).toMatchObject({ refusal: { code: 'cvr-not-valid' } });
  });
});

describe('products', () => {
  it('say what is wrong with each field', async () => {
    const result = await createProduct(test.db, acting, { name: ' ', description: 'x\0', type: 'spil', kle: ['1'] });
    expect(result).toEqual({
      ok: false,
      problems: {
        name: 'name-required',
        description: 'control-characters',
        type: 'type-required',
        kle: 'kle-not-valid',
        kitosUuid: 'kitos-not-valid',
      },
    });
  });

  it('have names that are unique for the supplier, whatever the case, and known KLE groups', async () => {
    const first = await product({ name: 'Æblelisten', kitosUuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' });
    expect(first.slug).toBe('aeblelisten');
    const again = await createProduct(test.db, acting, {
      ...productFacts({ name: 'ÆBLELISTEN', kitosUuid: '3F2504E0-4F89-41D3-9A0C-0305E82C3301' }),
      kle: ['98.01'],
    });
    expect(again).toEqual({
      ok: false,
      problems: { name: 'name-in-use', kle: 'kle-unknown', kitosUuid: 'kitos-in-use' },
    });
    const { supplierId } = await makeSupplier(test.db);
    const others = await makeSupplierPerson(test.db, supplierId, 'editor');
    const elsewhere = await createProduct(test.db, others, productFacts({ name: 'Æblelisten' }));
    expect(elsewhere).toMatchObject({ value: { slug: 'aeblelisten-2' } });
  });

  it('are not overwritten by somebody who saw an older version', async () => {
    const { id } = await product();
    const facts = productFacts();
    const update = (expectedVersion: number, change: object = {}) =>
      updateProduct(test.db, acting, { productId: id, expectedVersion, facts: { ...facts, ...change } });
    expect(await update(1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await update(1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await update(1, { type: 'esdh' })).toMatchObject({ refusal: { code: 'product-has-changed' } });
    expect(await update(2, { type: 'esdh' })).toMatchObject({ ok: true, value: { version: 3, type: 'esdh' } });
  });
});

describe('declarations', () => {
  it('are begun once, pinned to the newest questionnaire, with a proposed scope and a case in draft', async () => {
    const { id } = await product();
    const begun = await Promise.all([1, 2].map(() => beginDeclaration(test.db, acting, { productId: id })));
    expect(begun.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const first = begun.find(({ ok }) => ok);
    if (!first?.ok) throw new Error('One of the two has begun.');
    const loaded = await loadDeclaration(test.db, first.value.declarationId);
    expect(loaded.questionnaire).toMatchObject({ slug: 'faelleskommunal-infrastruktur', version: '1.0' });
    expect(loaded.case).toMatchObject({ state: 'draft', isOpen: true });
    expect(loaded.declaration.scopeConfirmedAt).toBeNull();
    expect(loaded.scope.length).toBeGreaterThan(0);
    expect(loaded.scope.every(({ isProposed, isIncluded }) => isProposed && isIncluded)).toBe(true);
  });

  it('can be changed only while the supplier holds the ball, and anew in a new case', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const { case: current } = await loadDeclaration(test.db, declarationId);
    const save = () =>
      saveAnswers(test.db, acting, {
        declarationId,
        answers: [{ key: 'gen-version', value: '9', justification: null, expectedVersion: 0 }],
      });
    expect(await reopenDeclaration(test.db, acting, { declarationId })).toMatchObject({
      refusal: { code: 'case-already-open' },
    });
    const withdrawn = await sendCaseEvent(test.db, acting, {
      caseId: current?.id ?? '',
      expectedVersion: current?.version ?? 0,
      event: { type: 'withdraw', note: '' },
    });
    expect(withdrawn).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    expect(await save()).toEqual({ ok: false, refusal: { code: 'declaration-not-editable' } });
    expect(await reopenDeclaration(test.db, acting, { declarationId })).toMatchObject({ ok: true });
    expect(await save()).toMatchObject({ ok: true });
  });
});

describe('the scope', () => {
  it('has to be gone through before anything can be submitted', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const submit = () => submitDeclaration(test.db, acting, { declarationId, expectedCaseVersion: 1 });
    expect(await submit()).toMatchObject({ refusal: { code: 'scope-not-confirmed' } });
    await confirmScope(test.db, acting, { declarationId, expectedConfirmedAt: null, choices: [] });
    expect(await submit()).toMatchObject({ refusal: { code: 'declaration-not-complete' } });
  });

  it('is confirmed with reasons, keeps what was answered, and refuses who saw an older choice', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const [proposed] = (await loadDeclaration(test.db, declarationId)).scope;
    const interfaceId = proposed?.interfaceId ?? '';
    const key = `if-support@${interfaceId}`;
    await saveAnswers(test.db, acting, {
      declarationId,
      answers: [{ key, value: 'planned', justification: null, expectedVersion: 0 }],
    });
    const choose = (isIncluded: boolean, reason: string, expectedConfirmedAt: Date | null) =>
      confirmScope(test.db, acting, {
        declarationId,
        expectedConfirmedAt,
        choices: [{ interfaceId, isIncluded, reason }],
      });
    const refused = await choose(false, '', null);
    expect('problems' in refused && refused.problems.get(interfaceId)).toBe('reason-to-remove');
    expect(await choose(false, 'Ingen borgere.', null)).toMatchObject({ ok: true });
    const without = await loadDeclaration(test.db, declarationId);
    expect(without.instances.some((instance) => instance.key === key)).toBe(false);
    expect(without.answers.get(key)?.value).toBe('planned');
    expect(await choose(true, '', null)).toMatchObject({ refusal: { code: 'scope-has-changed' } });
    expect(await choose(true, '', without.declaration.scopeConfirmedAt)).toMatchObject({ ok: true });
    const again = await loadDeclaration(test.db, declarationId);
    expect(again.completeness.open.has(key)).toBe(true);
  });

  it('is proposed anew when the product’s KLE areas change', async () => {
    const { productId, declarationId } = await makeDeclaration(test.db, acting, { type: 'andet', kle: [] });
    await confirmScope(test.db, acting, { declarationId, expectedConfirmedAt: null, choices: [] });
    const before = await loadDeclaration(test.db, declarationId);
    const facts = { ...before.product, type: 'fagsystem', kle: ['32'] };
    const updated = await updateProduct(test.db, acting, { productId, expectedVersion: 1, facts });
    expect(updated.ok).toBe(true);
    const after = await loadDeclaration(test.db, declarationId);
    expect(after.scope.length).toBeGreaterThan(before.scope.length);
    expect(after.declaration.scopeConfirmedAt).toBeNull();
  });
});

describe('evidence', () => {
  const facts = {
    type: 'test_report',
    title: 'Testrapport',
    url: '',
    municipalityCode: '',
    observedOn: '2026-11-24',
    validTo: '2027-11-24',
  };
  const pdf = { name: 'rapport.pdf', bytes: new TextEncoder().encode('%PDF-1.7') };

  function add(declarationId: string, change: object = {}, file: typeof pdf | null = pdf, stored: string[] = []) {
    const store = {
      put: async (bytes: Uint8Array) => {
        stored.push(new TextDecoder().decode(bytes));
        return { sha256: 'a'.repeat(64), size: bytes.byteLength };
      },
    };
    const input = { declarationId, questionKeys: ['gen-version'], facts: { ...facts, ...change }, file };
    return addEvidence(test.db, store, acting, input);
  }

  it('takes no more files than a supplier has room for, and stores none of the others', async () => {
    const { supplierId } = await makeSupplier(test.db);
    const full = await makeSupplierPerson(test.db, supplierId, 'editor');
    const { declarationId } = await makeDeclaration(test.db, full);
    const stored: Uint8Array[] = [];
    const put = async (bytes: Uint8Array) => {
      stored.push(bytes);
      return { sha256: 'b'.repeat(64), size: evidenceLimits.supplierBytes };
    };
    const store = { put };
    const input = { declarationId, questionKeys: ['gen-version'], facts, file: pdf };
    expect(await addEvidence(test.db, store, full, input)).toMatchObject({ ok: true });
    expect(await addEvidence(test.db, store, full, input)).toMatchObject({ refusal: { code: 'evidence-quota' } });
    expect(stored).toHaveLength(1);
  });

  it('is nowhere when the disk is full', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const store = { put: () => Promise.reject(full) };
    const input = { declarationId, questionKeys: ['gen-version'], facts, file: pdf };
    await expect(addEvidence(test.db, store, acting, input)).rejects.toThrow('no space');
    expect(await listEvidence(test.db, declarationId)).toEqual([]);
  });

  it('is stored, attached to several answers, and detached without being lost', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const added = await add(declarationId);
    if (!added.ok) throw new Error(JSON.stringify(added));
    const { evidenceId } = added.value;
    const kept = await test.db
      .select()
      .from(files)
      .where(eq(files.hash, 'a'.repeat(64)));
    expect(kept).toMatchObject([{ size: 8, mediaType: 'application/pdf' }]);
    const place = { declarationId, evidenceId, questionKey: 'gen-former-name' };
    expect((await attachEvidence(test.db, acting, place)).ok).toBe(true);
    expect((await loadDeclaration(test.db, declarationId)).evidence.get('gen-former-name')).toHaveLength(1);
    for (const _ of [1, 2]) expect((await detachEvidence(test.db, acting, place)).ok).toBe(true);
    const loaded = await loadDeclaration(test.db, declarationId);
    expect(loaded.evidence.has('gen-former-name')).toBe(false);
    expect(loaded.answers.get('gen-version')).toMatchObject({ evidenceCount: 1, value: null, version: 0 });
    expect(await listEvidence(test.db, declarationId)).toHaveLength(1);
    const entries = await test.db.select().from(log).where(eq(log.subjectId, declarationId));
    expect(entries.filter(({ action }) => action === 'evidence.detach')).toHaveLength(1);
  });

  it('says what is wrong, and stores nothing then', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const stored: string[] = [];
    expect(await add(declarationId, { observedOn: '2026-11-25' }, pdf, stored)).toMatchObject({
      problems: { observedOn: 'observed-in-future' },
    });
    expect(await add(declarationId, { validTo: '2026-01-01', type: 'x' }, null, stored)).toMatchObject({
      problems: { validTo: 'valid-to-before-observed', type: 'type-required', url: 'url-or-file' },
    });
    expect(await add(declarationId, { url: 'https://example.org' }, pdf, stored)).toMatchObject({
      problems: { url: 'url-or-file' },
    });
    expect(await add(declarationId, { type: 'municipality_reference' }, null, stored)).toMatchObject({
      problems: { municipalityCode: 'municipality-required' },
    });
    expect(await add(declarationId, {}, { ...pdf, name: 'rapport.exe' }, stored)).toMatchObject({
      fileProblem: 'file-type',
    });
    expect(await add(declarationId, { title: ' ', observedOn: '', type: '' }, null, stored)).toMatchObject({
      problems: {
        type: 'type-required',
        title: 'title-required',
        url: 'url-or-file',
        observedOn: 'observed-required',
      },
    });
    expect(stored).toEqual([]);
  });
});
