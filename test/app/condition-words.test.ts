import { describe, expect, test } from 'vitest';
import { conditionInWords, oneOf } from '~/app/condition-words';
import { type Condition, questionSchema } from '~/workflows/questionnaire/definition';
import { choice, rawQuestion, supportQuestionData } from '../factories/questionnaire';

const questions = [
  choice('q-abc', ['a', 'b', 'c'], { text: { da: 'Hvilket bogstav?', en: 'Which letter?' } }),
  rawQuestion({ id: 'q-yes', type: 'yes_no', text: { da: 'Er det sådan?', en: 'Is it so?' } }),
  rawQuestion({ id: 'q-many', type: 'number', text: { da: 'Hvor mange?', en: 'How many?' } }),
  { ...supportQuestionData, text: { da: 'Hvordan?', en: 'How?' } },
].map((raw) => questionSchema.parse(raw));

const names = {
  findQuestion: (id: string) => questions.find((question) => question.id === id),
  interfaceName: (id: string) => id,
};

const inA: Condition = { question: 'q-abc', in: ['a'] };
const inBC: Condition = { question: 'q-abc', in: ['b', 'c'] };

describe('conditions in words', () => {
  test.each<[Condition, string, string]>([
    [inBC, 'svaret på »Hvilket bogstav« er »b« eller »c«', 'the answer to “Which letter” is “b” or “c”'],
    [
      { question: 'q-abc', notIn: ['a'] },
      'svaret på »Hvilket bogstav« er et andet end »a«',
      'the answer to “Which letter” is something other than “a”',
    ],
    [{ question: 'q-yes', in: ['yes'] }, 'svaret på »Er det sådan« er »Ja«', 'the answer to “Is it so” is “Yes”'],
    [
      { question: 'q-many', gt: 1000 },
      'svaret på »Hvor mange« er større end 1.000',
      'the answer to “How many” is more than 1,000',
    ],
    [{ question: 'if-support', in: ['ready'] }, 'svaret på »Hvordan« er »Klar«', 'the answer to “How” is “Ready”'],
    [
      { anyInterface: ['SF1', 'SF2', 'SF3'], supportIn: ['ready'] },
      'understøttelsen af SF1, SF2 eller SF3 er »Klar«',
      'the support of SF1, SF2 or SF3 is “Ready”',
    ],
    [{ interfaceStatusIn: ['retired'] }, 'snitfladens status er »Udfaset«', 'the status of the interface is “Retired”'],
    [
      { olderThanNewest: 'q-abc' },
      'svaret på »Hvilket bogstav« er en ældre version end den nyeste',
      'the answer to “Which letter” is an older version than the newest',
    ],
    [
      { all: [inA, { not: { question: 'q-yes', in: ['no'] } }] },
      'svaret på »Hvilket bogstav« er »a«, og det ikke gælder, at svaret på »Er det sådan« er »Nej«',
      'the answer to “Which letter” is “a”, and it does not hold that the answer to “Is it so” is “No”',
    ],
    [
      { any: [inA, inBC] },
      'svaret på »Hvilket bogstav« er »a«, eller svaret på »Hvilket bogstav« er »b« eller »c«',
      'the answer to “Which letter” is “a”, or the answer to “Which letter” is “b” or “c”',
    ],
  ])('%j', (condition, da, en) => {
    expect(conditionInWords(condition, names, 'da')).toBe(da);
    expect(conditionInWords(condition, names, 'en')).toBe(en);
  });

  test('a name that nobody knows stands as it is', () => {
    expect(conditionInWords({ question: 'gone', in: ['x'] }, names, 'en')).toBe('the answer to “gone” is “x”');
  });
});

test('lists', () => {
  expect([oneOf([], 'da'), oneOf(['a'], 'da'), oneOf(['a', 'b'], 'da'), oneOf(['a', 'b', 'c'], 'en')]).toEqual([
    '',
    'a',
    'a eller b',
    'a, b or c',
  ]);
});
