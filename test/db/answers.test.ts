import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerEdit, saveAnswers } from '~/db/answers';
import { loadDeclaration } from '~/db/declarations';
import { log } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting;
let colleague: Acting;
let declarationId: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  colleague = await makeSupplierPerson(test.db, supplierId, 'signatory');
  declarationId = (await makeDeclaration(test.db, editor)).declarationId;
});
afterAll(() => test.drop());

function edit(key: string, value: unknown, expectedVersion = 0, justification: string | null = null): AnswerEdit {
  return { key, value, justification, expectedVersion };
}

async function save(acting: Acting, ...answers: AnswerEdit[]) {
  const result = await saveAnswers(test.db, acting, { declarationId, answers });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('what a product tells already', () => {
  it('is answered when a declaration begins, as an ordinary logged answer', async () => {
    const { answers, product, supplier } = await loadDeclaration(test.db, declarationId);
    expect(answers.get('gen-product-name')).toMatchObject({ value: product.name, version: 1 });
    expect(answers.get('gen-supplier-cvr')?.value).toBe(supplier.cvr);
    expect(answers.get('gen-product-type')?.value).toBe('fagsystem');
    expect(answers.get('gen-kle')?.value).toEqual(['27.36']);
    expect(answers.has('gen-kitos-uuid')).toBe(false);
    const entries = await test.db.select().from(log).where(eq(log.subjectId, declarationId));
    expect(entries.filter(({ action }) => action === 'answer.save').map(({ details }) => details.key)).toContain(
      'gen-kle',
    );
  });
});

describe('saving answers', () => {
  it('counts versions up and logs old and new', async () => {
    const first = await save(editor, edit('gen-version', ' 4.1 '));
    expect(first.outcomes).toMatchObject([{ status: 'saved', version: 1, value: '4.1' }]);
    const second = await save(editor, edit('gen-version', '4.2', 1));
    expect(second.outcomes).toMatchObject([{ status: 'saved', version: 2 }]);
    const entries = await test.db.select().from(log).where(eq(log.subjectId, declarationId));
    const last = entries.filter(({ details }) => details.key === 'gen-version').at(-1);
    expect(last).toMatchObject({
      personId: editor.actor.personId,
      details: { from: { value: '4.1' }, to: { value: '4.2' }, version: 2 },
    });
  });

  it('keeps a text that looks like something else as the text it is', async () => {
    for (const [index, value] of ['4.10', 'null', 'true', '[]', '"x"', '{"a":1}'].entries()) {
      const present = (await loadDeclaration(test.db, declarationId)).answers.get('gen-former-name')?.version ?? 0;
      await save(editor, edit('gen-former-name', value, present));
      const { answers } = await loadDeclaration(test.db, declarationId);
      expect(answers.get('gen-former-name')).toMatchObject({ value, version: index + 1 });
    }
  });

  it('is no change when the same is saved again, whatever version was expected', async () => {
    await save(editor, edit('gen-repo-url', 'https://example.org/kode'));
    const before = (await test.db.select().from(log)).length;
    const again = await save(colleague, edit('gen-repo-url', 'https://example.org/kode', 0));
    expect(again.outcomes).toMatchObject([{ status: 'unchanged', version: 1 }]);
    expect((await test.db.select().from(log)).length).toBe(before);
  });

  it('shows both texts when a colleague was faster, and loses neither', async () => {
    await save(editor, edit('gen-lifecycle', 'active'));
    const late = await save(colleague, edit('gen-lifecycle', 'maintenance', 0));
    const [outcome] = late.outcomes;
    expect(outcome).toMatchObject({
      status: 'conflict',
      present: { value: 'active', version: 1 },
      changedBy: editor.actor.name,
    });
  });

  it('refuses one answer without holding back the others', async () => {
    const { outcomes } = await save(
      editor,
      edit('gen-eol-date', '2027-02-30'),
      edit('gen-contact-integration', 'integration@example.org'),
      edit('gen-nothing', 'x'),
      edit('gen-municipalities', ['0101', '9999']),
      edit('gen-municipalities', ['Andeby']),
      edit('gen-supplier-cvr', '123456789'),
      edit('gen-kitos-uuid', ''),
    );
    expect(outcomes).toMatchObject([
      { status: 'problem', problem: 'not-a-date', field: 'value' },
      { status: 'saved' },
      { status: 'unknown-question' },
      { status: 'problem', problem: 'not-a-municipality' },
      { status: 'problem', problem: 'not-a-municipality' },
      { status: 'problem', problem: 'not-a-cvr' },
      { status: 'empty' },
    ]);
  });
});

describe('questions behind a closed condition', () => {
  it('keep what was typed, and count no more', async () => {
    const [scoped] = (await loadDeclaration(test.db, declarationId)).scope;
    const support = `if-support@${scoped?.interfaceId}`;
    const reason = `if-reason@${scoped?.interfaceId}`;
    const isOpen = async () => (await loadDeclaration(test.db, declarationId)).completeness.open.has(reason);
    await save(editor, edit(support, 'not_supported'));
    expect(await isOpen()).toBe(true);
    await save(editor, edit(reason, 'Ikke relevant endnu.'));
    await save(editor, edit(support, 'in_development', 1));
    expect(await isOpen()).toBe(false);
    const later = await save(editor, edit(reason, 'Ikke relevant endnu, men måske.', 1));
    expect(later.outcomes).toMatchObject([{ status: 'saved', version: 2 }]);
    await save(editor, edit(support, 'not_supported', 2));
    expect(await isOpen()).toBe(true);
    const { answers } = await loadDeclaration(test.db, declarationId);
    expect(answers.get(reason)?.value).toBe('Ikke relevant endnu, men måske.');
  });
});

describe('two people in two windows', () => {
  const keys = ['gen-description', 'gen-former-name'] as const;
  const move = fc.record({
    who: fc.constantFrom(0, 1),
    key: fc.constantFrom(...keys),
    text: fc.constantFrom('a', 'b', 'c'),
    looksFirst: fc.boolean(),
  });

  it('never lose an acknowledged edit that the other has not seen, in whatever order requests arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 8 }), async (moves) => {
        const { declarationId: id } = await makeDeclaration(test.db, editor);
        const seen = [new Map<string, number>(), new Map<string, number>()];
        const saved: { key: string; version: number; from: number }[] = [];
        // All at once: the database decides the order.
        await Promise.all(
          moves.map(async ({ who, key, text, looksFirst }) => {
            if (looksFirst) {
              const { answers } = await loadDeclaration(test.db, id);
              seen[who]?.set(key, answers.get(key)?.version ?? 0);
            }
            const expectedVersion = seen[who]?.get(key) ?? 0;
            const result = await saveAnswers(test.db, who === 0 ? editor : colleague, {
              declarationId: id,
              answers: [edit(key, text, expectedVersion)],
            });
            const outcome = result.ok ? result.value.outcomes[0] : undefined;
            if (outcome?.status === 'saved') {
              saved.push({ key, version: outcome.version, from: expectedVersion });
              seen[who]?.set(key, outcome.version);
            }
          }),
        );
        for (const key of keys) {
          const chain = saved.filter((each) => each.key === key).sort((a, b) => a.version - b.version);
          // Each acknowledged edit stood on the one before: none was overwritten unseen.
          for (const { version, from } of chain) expect(from).toBe(version - 1);
          const { answers } = await loadDeclaration(test.db, id);
          const last = chain.at(-1);
          if (last) expect(answers.get(key)?.version).toBe(last.version);
        }
      }),
      { numRuns: 25 },
    );
  });
});
