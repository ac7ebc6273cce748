import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { attachEvidence, detachEvidence } from '~/db/attached-evidence';
import { beginDeclaration, findDeclarationFor, reopenDeclaration } from '~/db/declarations';
import { addEvidence } from '~/db/evidence';
import { findProductFor, updateProduct } from '~/db/products';
import { findEvidenceFor } from '~/db/read-evidence';
import { evidence, log, products } from '~/db/schema';
import { confirmScope } from '~/db/scope';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, productFacts, testNow } from '../factories/supplier-people';

const store = { put: async () => ({ sha256: '0'.repeat(64), size: 1 }) };
const facts = {
  type: 'documentation_link',
  title: 'Dokumentation',
  url: 'https://example.org/docs',
  municipalityCode: '',
  observedOn: '2026-11-01',
  validTo: '',
};

let test: TestDatabase;
let own: Acting;
let foreign: Acting;
let admin: Acting;
let auditor: Acting;
let mine: { productId: string; declarationId: string };
let evidenceId: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  own = await makeSupplierPerson(test.db, supplierId, 'editor');
  admin = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
  const other = await makeSupplier(test.db);
  foreign = await makeSupplierPerson(test.db, other.supplierId, 'editor', 'signatory', 'supplier-admin');
  auditor = { ...own, actor: { ...own.actor, supplierId: null, roles: ['auditor'] } };
  mine = await makeDeclaration(test.db, own);
  const added = await addEvidence(test.db, store, own, {
    declarationId: mine.declarationId,
    questionKeys: ['gen-version'],
    facts,
    file: null,
  });
  if (!added.ok) throw new Error(JSON.stringify(added));
  evidenceId = added.value.evidenceId;
});
afterAll(() => test.drop());

/** Every command, on some declaration, product and evidence. */
function commands(acting: Acting, ids: { productId: string; declarationId: string; evidenceId: string }) {
  const { productId, declarationId } = ids;
  return {
    updateProduct: () => updateProduct(test.db, acting, { productId, expectedVersion: 1, facts: productFacts() }),
    beginDeclaration: () => beginDeclaration(test.db, acting, { productId }),
    reopenDeclaration: () => reopenDeclaration(test.db, acting, { declarationId }),
    saveAnswers: () =>
      saveAnswers(test.db, acting, {
        declarationId,
        answers: [{ key: 'gen-version', value: '1', justification: null, expectedVersion: 0 }],
      }),
    confirmScope: () => confirmScope(test.db, acting, { declarationId, expectedConfirmedAt: null, choices: [] }),
    addEvidence: () =>
      addEvidence(test.db, store, acting, { declarationId, questionKeys: ['gen-version'], facts, file: null }),
    attachEvidence: () =>
      attachEvidence(test.db, acting, { declarationId, evidenceId: ids.evidenceId, questionKey: 'gen-version' }),
    detachEvidence: () =>
      detachEvidence(test.db, acting, { declarationId, evidenceId: ids.evidenceId, questionKey: 'gen-version' }),
  };
}

const nowhere = { productId: randomUUID(), declarationId: randomUUID(), evidenceId: randomUUID() };
const malformed = { productId: "1' or '1'='1", declarationId: '', evidenceId: '../x' };

describe('what belongs to another supplier', () => {
  const names = Object.keys(commands(undefined as never, nowhere)) as (keyof ReturnType<typeof commands>)[];

  it.each(names)('%s answers for it exactly as for what does not exist', async (name) => {
    const before = (await test.db.select().from(log)).length;
    const there = await commands(foreign, { ...mine, evidenceId })[name]();
    expect(there).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(there).toEqual(await commands(foreign, nowhere)[name]());
    expect(there).toEqual(await commands(foreign, malformed)[name]());
    expect((await test.db.select().from(log)).length).toBe(before);
  });

  it('cannot be read either', async () => {
    expect(await findProductFor(test.db, foreign.actor, mine.productId)).toBeUndefined();
    expect(await findDeclarationFor(test.db, foreign.actor, mine.declarationId)).toBeUndefined();
    expect(await findEvidenceFor(test.db, foreign.actor, evidenceId)).toBeUndefined();
    expect(await findDeclarationFor(test.db, own.actor, malformed.declarationId)).toBeUndefined();
  });

  it('cannot be reached by way of an own declaration', async () => {
    const theirs = await makeDeclaration(test.db, foreign);
    const borrowed = { declarationId: theirs.declarationId, evidenceId, questionKey: 'gen-version' };
    expect(await attachEvidence(test.db, foreign, borrowed)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('roles', () => {
  it('let the auditor read everything and change nothing', async () => {
    expect(await findDeclarationFor(test.db, auditor.actor, mine.declarationId)).toBeDefined();
    expect(await findEvidenceFor(test.db, auditor.actor, evidenceId)).toBeDefined();
    for (const command of Object.values(commands(auditor, { ...mine, evidenceId }))) {
      expect(await command()).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    }
  });

  it('let a supplier’s administrator correct products, but not answer', async () => {
    const { saveAnswers: save, confirmScope: scope, addEvidence: add } = commands(admin, { ...mine, evidenceId });
    for (const command of [save, scope, add]) {
      expect(await command()).toEqual({ ok: false, refusal: { code: 'role-required' } });
    }
    const [product] = await test.db.select().from(products).where(eq(products.id, mine.productId));
    const updated = await updateProduct(test.db, admin, {
      productId: mine.productId,
      expectedVersion: product?.version ?? 0,
      facts: productFacts(),
    });
    expect(updated.ok).toBe(true);
  });
});

describe('evidence', () => {
  it('belongs to the supplier that added it and carries the hash of all that a reviewer judges', async () => {
    const [row] = await test.db.select().from(evidence).where(eq(evidence.id, evidenceId));
    expect(row).toMatchObject({ supplierId: own.actor.supplierId, createdAt: testNow, url: facts.url });
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
