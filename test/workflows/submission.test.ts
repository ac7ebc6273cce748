import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionSchema } from '~/workflows/questionnaire/definition';
import { answerHash, questionHash } from '~/workflows/submission';
import { choice, rawQuestion, text } from '../factories/questionnaire';

const question = (fields: object = {}) => questionSchema.parse(choice('q', ['a', 'b'], fields));

test.each<[string, object]>([
  ['another help text', { help: text('More help') }],
  ['another example', { evidenceExample: text('Better') }],
  ['another weight', { weight: 3 }],
  ['required or not', { required: false }],
  ['another condition', { showIf: { question: 'other', in: ['x'] } }],
  ['another source', { source: 'elsewhere' }],
])('%s reopens no answer', (_, fields) => {
  expect(questionHash(question(fields))).toBe(questionHash(question()));
});

test.each<[string, ReturnType<typeof question>]>([
  ['another wording', question({ text: text('Other words') })],
  ['another id', questionSchema.parse(choice('q2', ['a', 'b']))],
  ['another option', questionSchema.parse(choice('q', ['a', 'b', 'c']))],
  ['another type', question({ type: 'multi_choice' })],
])('%s is another question', (_, other) => {
  expect(questionHash(other)).not.toBe(questionHash(question()));
});

test('another column is another question', () => {
  const table = (label: string) =>
    questionSchema.parse(rawQuestion({ id: 'q', type: 'table', columns: [{ id: 'c', text: text(label) }] }));
  expect(questionHash(table('One'))).not.toBe(questionHash(table('Two')));
});

const parts = { key: 'q', questionHash: 'f'.repeat(64), value: 'a', justification: null, evidenceHashes: ['1', '2'] };

test('the order in which evidence was attached does not matter, everything else does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (hashes, turn) => {
      const at = turn % hashes.length;
      const turned = [...hashes.slice(at), ...hashes.slice(0, at)];
      expect(answerHash({ ...parts, evidenceHashes: turned })).toBe(answerHash({ ...parts, evidenceHashes: hashes }));
      expect(answerHash({ ...parts, evidenceHashes: hashes.slice(1) })).not.toBe(
        answerHash({ ...parts, evidenceHashes: hashes }),
      );
    }),
  );
  const same = answerHash(parts);
  for (const change of [{ key: 'p' }, { questionHash: 'e' }, { value: 'b' }, { justification: '' }]) {
    expect(answerHash({ ...parts, ...change })).not.toBe(same);
  }
});

test('hashing leaves the evidence list as it was', () => {
  const evidenceHashes = ['2', '1'];
  answerHash({ ...parts, evidenceHashes });
  expect(evidenceHashes).toEqual(['2', '1']);
});
