import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { sendCaseEvent } from '~/db/cases/send-event';
import { loadDeclaration } from '~/db/declarations';
import { decideImport, findImport, type ImportDecision, stageImport } from '~/db/imports';
import { listProposals } from '~/db/open-proposals';
import { cases, imports, proposals } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { markOf, type StagedAnswer } from '~/workflows/interchange/staged-answer';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting;
let colleague: Acting;
let foreign: Acting;
let declarationId: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  colleague = await makeSupplierPerson(test.db, supplierId, 'editor', 'signatory');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
});
beforeEach(async () => {
  declarationId = (await makeDeclaration(test.db, editor)).declarationId;
});
afterAll(() => test.drop());

const answer = (key: string, value: AnswerValue, was?: AnswerValue): StagedAnswer => ({
  key,
  value,
  justification: null,
  mark: was === undefined ? null : markOf({ value: was, justification: null }),
  place: { sheet: 'It-systemet', row: 2, column: 'Svar' },
});

async function stage(answers: StagedAnswer[], acting = editor): Promise<string> {
  const staged = await stageImport(test.db, acting, { declarationId, fileName: 'svar.xlsx', answers });
  if (!staged.ok) throw new Error(staged.refusal.code);
  return staged.value.importId;
}

async function look(importId: string) {
  const found = await findImport(test.db, await loadDeclaration(test.db, declarationId), importId);
  if (!found) throw new Error('There is no such import.');
  return found;
}

async function decide(importId: string, decision: ImportDecision, seen?: string, acting = editor) {
  const input = { declarationId, importId, decision, seen: seen ?? (await look(importId)).seen };
  return decideImport(test.db, acting, input);
}

async function save(key: string, value: AnswerValue, expectedVersion = 0) {
  const edits = [{ key, value, justification: null, expectedVersion }];
  const saved = await saveAnswers(test.db, colleague, { declarationId, answers: edits });
  expect(saved).toMatchObject({ ok: true, value: { outcomes: [{ status: 'saved' }] } });
}

const said = async (key: string) => (await loadDeclaration(test.db, declarationId)).answers.get(key)?.value ?? null;

describe('a file that waits', () => {
  it('changes nothing, and shows what it would change', async () => {
    await save('gen-version', '4.1');
    await save('gen-former-name', 'Gammelt');
    const importId = await stage([
      answer('gen-version', '4.2'),
      answer('gen-former-name', 'Gammelt'),
      answer('gen-api-docs', 'https://example.org/api'),
    ]);
    const { differences, same } = await look(importId);
    expect(same).toBe(1);
    expect(differences.map(({ key, relation }) => [key, relation]).toSorted()).toEqual([
      ['gen-api-docs', 'proposed'],
      ['gen-version', 'overrides'],
    ]);
    expect(await said('gen-version')).toBe('4.1');
    expect(await listProposals(test.db, declarationId)).toEqual([]);
  });

  it('leaves alone what was not changed in the file, and marks what was changed on both sides', async () => {
    await save('gen-version', '4.1');
    await save('gen-former-name', 'Gammelt');
    await save('gen-version', '5.0', 1);
    await save('gen-former-name', 'Ældre', 1);
    const importId = await stage([answer('gen-version', '4.1', '4.1'), answer('gen-former-name', 'Ny', 'Gammelt')]);
    const { differences, left } = await look(importId);
    expect(left).toBe(1);
    expect(differences).toMatchObject([{ key: 'gen-former-name', isStale: true, relation: 'overrides' }]);
    await decide(importId, 'apply');
    expect(await said('gen-version')).toBe('5.0');
    expect(await said('gen-former-name')).toBe('Ny');
  });

  it('tells of an answer to a question that would not be asked', async () => {
    const loaded = await loadDeclaration(test.db, declarationId);
    const hidden = loaded.instances.find(
      ({ key, question }) => !loaded.completeness.open.has(key) && question.type === 'long_text',
    );
    const importId = await stage([answer(hidden?.key ?? '', 'Et svar')]);
    expect((await look(importId)).differences).toMatchObject([{ key: hidden?.key, isHidden: true }]);
  });

  it('gives way to the next file of the same person, and not to a colleague’s', async () => {
    const first = await stage([answer('gen-version', '1')]);
    const theirs = await stage([answer('gen-version', '2')], colleague);
    await stage([answer('gen-version', '3')]);
    expect((await look(first)).decidedAs).toBe('discarded');
    expect((await look(theirs)).decidedAs).toBeNull();
    const [row] = await test.db.select().from(imports).where(eq(imports.id, first));
    expect(row?.answers).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const importId = await stage([answer('gen-version', '4.1')]);
    const { seen } = await look(importId);
    const nowhere = { ok: false, refusal: { code: 'not-found' } };
    expect(await decide(importId, 'apply', seen, foreign)).toEqual(nowhere);
    expect(await decide(randomUUID(), 'apply', seen)).toEqual(nowhere);
    expect(await decide("' or 1=1", 'apply', seen)).toEqual(nowhere);
    const other = await makeDeclaration(test.db, editor);
    const input = { declarationId: other.declarationId, importId, decision: 'apply' as const, seen };
    expect(await decideImport(test.db, editor, input)).toEqual(nowhere);
    const theirs = { declarationId, fileName: 'x.csv', answers: [] };
    expect(await stageImport(test.db, foreign, theirs)).toEqual(nowhere);
    expect(await said('gen-version')).toBeNull();
  });
});

describe('the one decision', () => {
  it('applies everything at once, with the file as where it comes from', async () => {
    await save('gen-version', '4.1');
    const importId = await stage([answer('gen-version', null), answer('gen-former-name', 'Navn')]);
    expect(await decide(importId, 'apply')).toEqual({ ok: true, value: { changed: 2 } });
    expect(await said('gen-version')).toBeNull();
    expect(await said('gen-former-name')).toBe('Navn');
    const rows = await test.db.select().from(proposals).where(eq(proposals.declarationId, declarationId));
    expect(rows.map(({ origin, originDetails, decidedAs }) => ({ origin, originDetails, decidedAs }))).toEqual(
      Array.from({ length: 2 }, () => ({
        origin: 'import',
        originDetails: { fileName: 'svar.xlsx' },
        decidedAs: 'accepted',
      })),
    );
    expect(await decide(importId, 'apply')).toEqual({ ok: false, refusal: { code: 'import-decided' } });
  });

  it('writes nothing over what was changed after the preview', async () => {
    const importId = await stage([answer('gen-version', '4.2'), answer('gen-former-name', 'Navn')]);
    const { seen } = await look(importId);
    await save('gen-version', '9.9');
    expect(await decide(importId, 'apply', seen)).toEqual({ ok: false, refusal: { code: 'import-has-moved' } });
    expect(await said('gen-version')).toBe('9.9');
    expect(await said('gen-former-name')).toBeNull();
    expect(await decide(importId, 'apply')).toMatchObject({ ok: true });
    expect(await said('gen-version')).toBe('4.2');
  });

  it('writes nothing when one of them cannot be written', async () => {
    const planned = (await loadDeclaration(test.db, declarationId)).instances.find(
      ({ question }) => question.id === 'if-planned-date',
    );
    const importId = await stage([answer('gen-former-name', 'Navn'), answer(planned?.key ?? '', '2020-01-01')]);
    expect(await decide(importId, 'apply')).toEqual({ ok: false, refusal: { code: 'import-not-possible' } });
    expect(await said('gen-former-name')).toBeNull();
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    expect((await look(importId)).decidedAs).toBeNull();
  });

  it('keeps proposals to choose among, and forgets a file that nobody wants', async () => {
    const proposed = await stage([answer('gen-version', '4.2')]);
    expect(await decide(proposed, 'propose')).toEqual({ ok: true, value: { changed: 1 } });
    expect(await listProposals(test.db, declarationId)).toMatchObject([{ key: 'gen-version', origin: 'import' }]);
    const unwanted = await stage([answer('gen-former-name', 'Navn')]);
    expect(await decide(unwanted, 'discard', 'whatever')).toEqual({ ok: true, value: { changed: 0 } });
    expect(await listProposals(test.db, declarationId)).toHaveLength(1);
  });

  it('proposes, but does not apply, while the declaration cannot be changed', async () => {
    const [row] = await test.db.select().from(cases).where(eq(cases.declarationId, declarationId));
    const withdrawn = await sendCaseEvent(test.db, colleague, {
      caseId: row?.id ?? '',
      expectedVersion: row?.version ?? 0,
      event: { type: 'withdraw', note: 'Ikke nu.' },
    });
    expect(withdrawn.ok).toBe(true);
    const importId = await stage([answer('gen-version', '4.2')]);
    expect(await decide(importId, 'apply')).toEqual({ ok: false, refusal: { code: 'declaration-not-editable' } });
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    expect(await decide(importId, 'propose')).toMatchObject({ ok: true });
  });
});
