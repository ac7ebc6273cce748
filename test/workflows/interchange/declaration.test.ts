import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type InterchangeDeclaration,
  interchangeLimit,
  readInterchange,
  toInterchange,
  writeInterchange,
} from '~/workflows/interchange/declaration';
import type { Question } from '~/workflows/questionnaire/definition';

const text = fc.string({ unit: 'grapheme' });
const declarations: fc.Arbitrary<InterchangeDeclaration> = fc.record({
  schema: fc.constant(1 as const),
  questionnaire: fc.record({ slug: text, version: text }),
  product: fc.record({ id: text, name: text }),
  scope: fc.array(text),
  answers: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z-]{1,12}(@[a-z]{2,6})?$/),
    fc.record({
      value: fc.oneof(
        fc.constant(null),
        text,
        fc.integer({ min: 0, max: 1e12 }),
        fc.boolean(),
        fc.array(text),
        fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text, { noNullPrototype: true })),
      ),
      justification: fc.option(text),
      evidence: fc.array(text),
    }),
    { noNullPrototype: true },
  ),
});

test('what was written is read back without loss, and writes the same text again', () => {
  fc.assert(
    fc.property(declarations, (declaration) => {
      const written = writeInterchange(declaration);
      const read = readInterchange(`\uFEFF${written}`);
      expect(read).toEqual({ ok: true, declaration });
      if (read.ok) expect(writeInterchange(read.declaration)).toBe(written);
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

const product = { id: 'p', name: 'Produkt' };
const questionnaire = { slug: 'q', version: '1.0' };

test('an answer to a question that is not asked stays behind; one without an answer has its place', () => {
  const question = { id: 'asked' } as Question;
  const exported = toInterchange({
    questionnaire,
    product,
    scope: ['sf1'],
    instances: [{ key: 'asked', question, sectionId: 's', interfaceId: null }],
    answers: new Map([['closed', { value: 'hidden', justification: null }]]),
    evidence: new Map([['asked', ['e1']]]),
  });
  expect(exported.answers).toEqual({ asked: { value: null, justification: null, evidence: ['e1'] } });
});

test('what is no declaration is told by what is wrong with it', () => {
  const good = { schema: 1, questionnaire, product, scope: [], answers: {} };
  expect(readInterchange('{')).toEqual({ ok: false, problem: 'not-json' });
  expect(readInterchange(' '.repeat(interchangeLimit + 1))).toEqual({ ok: false, problem: 'too-large' });
  expect(readInterchange(JSON.stringify({ ...good, schema: 2 }))).toEqual({
    ok: false,
    problem: 'unknown-schema',
    found: '2',
  });
  for (const schema of ['2.0', 'abc', 1.1]) {
    const unknown = { ok: false, problem: 'unknown-schema', found: String(schema) };
    expect(readInterchange(JSON.stringify({ ...good, schema }))).toEqual(unknown);
  }
  expect(readInterchange(JSON.stringify({ ...good, schema: 'x'.repeat(99) }))).toMatchObject({ found: 'x'.repeat(40) });
  for (const schema of ['1', '', null, true, [2]]) {
    const wrong = { ok: false, problem: 'wrong-form', path: ['schema'] };
    expect(readInterchange(JSON.stringify({ ...good, schema }))).toEqual(wrong);
  }
  expect(
    readInterchange(JSON.stringify({ ...good, answers: { a: { value: {}, justification: null, evidence: [] } } })),
  ).toEqual({ ok: false, problem: 'wrong-form', path: ['answers', 'a', 'value'] });
  expect(readInterchange(JSON.stringify({ ...good, more: 1 }))).toMatchObject({ ok: false, problem: 'wrong-form' });
  expect(readInterchange('[]')).toMatchObject({ ok: false, problem: 'wrong-form' });
});
