import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerProblems, checkAnswer, isEmpty } from '~/workflows/questionnaire/answer';
import { type Question, type QuestionType, questionSchema, questionTypes } from '~/workflows/questionnaire/definition';
import { choice, rawQuestion, text } from '../../factories/questionnaire';

const columns = [
  { id: 'name', text: text('Name'), type: 'text' },
  { id: 'since', text: text('Since'), type: 'date' },
  { id: 'where', text: text('Where'), type: 'municipality' },
];

function questionOf(type: QuestionType): Question {
  if (type === 'single_choice' || type === 'multi_choice') {
    return questionSchema.parse(choice('q', ['a', 'b', 'c'], { type }));
  }
  return questionSchema.parse(rawQuestion({ id: 'q', type, ...(type === 'table' ? { columns } : {}) }));
}

function check(type: QuestionType, value: unknown, justification: unknown = null) {
  return checkAnswer(questionOf(type), { value, justification });
}

const row = (cells: object = {}) => ({ name: 'Aarhus', since: '2025-01-31', where: '0751', ...cells });

describe('what is kept', () => {
  test.each<[QuestionType, unknown, unknown]>([
    ['support_level', 'in_production', 'in_production'],
    ['single_choice', 'a', 'a'],
    ['yes_no', 'no', 'no'],
    ['yes_no_explain', 'yes', 'yes'],
    ['multi_choice', ['b', 'a', 'b'], ['b', 'a']],
    ['multi_choice', ['', 'a'], ['a']],
    ['municipality_list', ['0101', '0751'], ['0101', '0751']],
    ['kle_list', ['27', '27.03', '27.03.01', '27'], ['27', '27.03', '27.03.01']],
    ['number', 0, 0],
    ['number', 2.5, 2.5],
    ['checkbox', true, true],
    ['date', ' 2024-02-29 ', '2024-02-29'],
    ['url', 'https://example.dk/a?b=c#d', 'https://example.dk/a?b=c#d'],
    ['email', 'kontakt@eksempel.dk', 'kontakt@eksempel.dk'],
    ['uuid', '3F2504E0-4F89-41D3-9A0C-0305E82C3301', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['cvr', '12345678', '12345678'],
    ['text', ' Ærø 👩‍💻 ', 'Ærø 👩‍💻'],
    ['version', '8.2', '8.2'],
    ['long_text', 'one\r\ntwo\rthree\tfour\n', 'one\ntwo\nthree\tfour'],
    ['text', 'A\u030A', 'Å'],
    ['table', [row(), row({ since: '', where: '' })], [row(), row({ since: '', where: '' })]],
    ['table', [row({ name: '  Ribe ' }), { name: ' ', since: '', where: '' }], [row({ name: 'Ribe' })]],
  ])('%s %j', (type, value, kept) => {
    expect(check(type, value)).toEqual({ ok: true, value: kept, justification: null });
  });

  test.each(questionTypes)('%s: nothing at all is no answer', (type) => {
    for (const nothing of [null, undefined, '', '  \r\n', [], [''], false]) {
      expect(isEmpty(nothing)).toBe(true);
      expect(check(type, nothing, ' ')).toEqual({ ok: true, value: null, justification: null });
    }
  });

  test('a table without a filled row is no answer', () => {
    expect(check('table', [{ name: '', since: ' ', where: '' }])).toMatchObject({ ok: true, value: null });
  });

  test('the justification stands beside any value, and without one', () => {
    expect(check('yes_no_explain', 'yes', ' because\r\n')).toMatchObject({ value: 'yes', justification: 'because' });
    expect(check('yes_no_explain', null, 'because')).toMatchObject({ value: null, justification: 'because' });
  });
});

const hugeText = 'x'.repeat(1_000_000);

describe('what is refused', () => {
  test.each<[QuestionType, unknown, string]>([
    ['support_level', 'YES', 'not-an-option'],
    ['support_level', '__proto__', 'not-an-option'],
    ['single_choice', 'constructor', 'not-an-option'],
    ['single_choice', ['a'], 'wrong-type'],
    ['multi_choice', 'a', 'wrong-type'],
    ['multi_choice', ['a', 'z'], 'not-an-option'],
    ['multi_choice', [['a']], 'wrong-type'],
    ['multi_choice', { 0: 'a', length: 1 }, 'wrong-type'],
    ['yes_no', true, 'wrong-type'],
    ['yes_no_explain', 'maybe', 'not-an-option'],
    ['municipality_list', ['101'], 'not-a-municipality'],
    ['municipality_list', ['0101\n0102'], 'not-a-municipality'],
    ['municipality_list', Array(101).fill('0101'), 'too-long'],
    ['kle_list', ['27.3'], 'not-a-kle'],
    ['kle_list', ['27.03.01.02'], 'not-a-kle'],
    ['number', '1', 'not-a-number'],
    ['number', -1, 'not-a-number'],
    ['number', Number.NaN, 'not-a-number'],
    ['number', Number.POSITIVE_INFINITY, 'not-a-number'],
    ['number', 1e13, 'not-a-number'],
    ['checkbox', 'true', 'must-be-confirmed'],
    ['date', '2023-02-29', 'not-a-date'],
    ['date', '31-01-2023', 'not-a-date'],
    ['date', '2023-1-1', 'not-a-date'],
    ['date', 20230101, 'wrong-type'],
    ['url', 'javascript:alert(1)', 'not-an-address'],
    ['url', 'data:text/html,x', 'not-an-address'],
    ['url', '//example.dk', 'not-an-address'],
    ['url', 'https://localhost/', 'not-an-address'],
    ['url', 'https://user:secret@example.dk/', 'not-an-address'],
    ['url', 'https://exa mple.dk/', 'not-an-address'],
    ['url', `https://example.dk/${'x'.repeat(2_000)}`, 'too-long'],
    ['email', 'kontakt@eksempel', 'not-an-email'],
    ['email', 'a@b.dk, c@d.dk', 'not-an-email'],
    ['email', 'a@b.dk\nBcc: c@d.dk', 'not-an-email'],
    ['uuid', '3f2504e0', 'not-a-uuid'],
    ['cvr', '1234567', 'not-a-cvr'],
    ['cvr', '１２３４５６７８', 'not-a-cvr'],
    ['text', 'null\u0000byte', 'control-characters'],
    ['text', 'bell\u0007', 'control-characters'],
    ['text', 'next line\u0085here', 'control-characters'],
    ['long_text', 'half \ud83d pair', 'control-characters'],
    ['long_text', 'no \uffff character', 'control-characters'],
    ['text', 'x'.repeat(301), 'too-long'],
    ['long_text', hugeText, 'too-long'],
    ['text', { toString: () => 'x' }, 'wrong-type'],
    ['text', 12, 'wrong-type'],
    ['table', 'a', 'not-a-table'],
    ['table', [['a', 'b', 'c']], 'not-a-table'],
    ['table', [{ name: 'a' }], 'wrong-type'],
    ['table', [row({ more: 'x' })], 'not-a-table'],
    ['table', [row({ name: 1 })], 'wrong-type'],
    ['table', [row({ since: '31/1' })], 'not-a-date'],
    ['table', [row({ where: 'Aarhus' })], 'not-a-municipality'],
    ['table', [row({ where: 'Ribe' })], 'not-a-municipality'],
    ['table', Array(201).fill(row()), 'too-long'],
    ['evidence', 'anything', 'wrong-type'],
  ])('%s, case %#', (type, value, problem) => {
    expect(check(type, value)).toMatchObject({ ok: false, field: 'value', problem });
  });

  test('a table tells the row and column', () => {
    expect(check('table', [row(), row({ since: 'soon' })])).toMatchObject({
      problem: 'not-a-date',
      path: [1, 'since'],
    });
  });

  test.each([
    [7, 'wrong-type'],
    ['\u0000', 'control-characters'],
    [hugeText, 'too-long'],
    [{ __proto__: null }, 'wrong-type'],
  ])('the justification, case %#', (justification, problem) => {
    expect(check('text', 'fine', justification)).toMatchObject({ ok: false, field: 'justification', problem });
  });

  test('rows with a key of __proto__, as JSON can carry it', () => {
    const rows: unknown = JSON.parse('[{"name":"a","since":"","where":"","__proto__":{"polluted":"yes"}}]');
    expect(check('table', rows)).toMatchObject({ ok: false, problem: 'not-a-table' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('a number has one zero, as JSON has', () => {
  expect(check('number', -0, '')).toMatchObject({ ok: true, value: 0 });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(fc.anything(), fc.jsonValue(), fc.string({ unit: 'binary' }), fc.array(fc.string()));

  test.each(questionTypes)(
    '%s: gives a value or a known problem, and a value once kept is kept again as it is',
    (type) => {
      fc.assert(
        fc.property(anything, anything, (value, justification) => {
          const checked = check(type, value, justification);
          if (!checked.ok) {
            expect(answerProblems).toContain(checked.problem);
            return;
          }
          expect(check(type, checked.value, checked.justification)).toEqual(checked);
          // What is kept can be stored as JSON and comes back the same.
          expect(JSON.parse(JSON.stringify(checked.value))).toEqual(checked.value);
        }),
      );
    },
  );
});
