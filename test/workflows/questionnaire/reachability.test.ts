import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { Condition } from '~/workflows/questionnaire/definition';
import { explainClosed } from '~/workflows/questionnaire/explanation';
import { listInstances } from '~/workflows/questionnaire/instances';
import { openQuestions } from '~/workflows/questionnaire/reachability';
import {
  answersOf,
  catalogueOf,
  choice,
  definitionOf,
  instanceOf,
  rawQuestion,
  supportQuestionData,
} from '../../factories/questionnaire';

const abc = ['a', 'b', 'c'];

/** Questions of one general section, and which of them are asked with these answers. */
function ask(questions: readonly object[], values: Record<string, AnswerValue>) {
  const catalogue = catalogueOf();
  const definition = definitionOf({ sections: [{ id: 'general', questions }] });
  const input = { instances: listInstances(definition, new Set(), catalogue), answers: answersOf(values), catalogue };
  return { open: openQuestions(input), why: (key: string) => explainClosed(instanceOf(input.instances, key), input) };
}

const first = choice('q-first', abc);
const asking = (showIf: unknown) => rawQuestion({ id: 'q-next', showIf });

describe('conditions over an answer', () => {
  test.each<[string, unknown, AnswerValue, boolean]>([
    ['in: the option', { question: 'q-first', in: ['a', 'b'] }, 'b', true],
    ['in: another option', { question: 'q-first', in: ['a', 'b'] }, 'c', false],
    ['in: no answer', { question: 'q-first', in: ['a'] }, null, false],
    ['notIn: another option', { question: 'q-first', notIn: ['a'] }, 'b', true],
    ['notIn: the option', { question: 'q-first', notIn: ['a'] }, 'a', false],
    ['notIn needs an answer', { question: 'q-first', notIn: ['a'] }, null, false],
    ['not turns round, an answer or not', { not: { question: 'q-first', in: ['a'] } }, null, true],
    [
      'all of two',
      {
        all: [
          { question: 'q-first', in: ['a', 'b'] },
          { question: 'q-first', notIn: ['b'] },
        ],
      },
      'a',
      true,
    ],
    [
      'not all of two',
      {
        all: [
          { question: 'q-first', in: ['a', 'b'] },
          { question: 'q-first', notIn: ['b'] },
        ],
      },
      'b',
      false,
    ],
    [
      'one of two',
      {
        any: [
          { question: 'q-first', in: ['a'] },
          { question: 'q-first', in: ['b'] },
        ],
      },
      'b',
      true,
    ],
    [
      'none of two',
      {
        any: [
          { question: 'q-first', in: ['a'] },
          { question: 'q-first', in: ['b'] },
        ],
      },
      'c',
      false,
    ],
  ])('%s', (_, showIf, value, isAsked) => {
    const { open, why } = ask([first, asking(showIf)], { 'q-first': value });
    expect(open.has('q-next')).toBe(isAsked);
    expect(why('q-next').length === 0).toBe(isAsked);
  });

  test('of several choices one is enough for in, and one too many for notIn', () => {
    const several = choice('q-first', abc, { type: 'multi_choice' });
    const isAsked = (showIf: unknown, value: AnswerValue) =>
      ask([several, asking(showIf)], { 'q-first': value }).open.has('q-next');
    expect(isAsked({ question: 'q-first', in: ['a'] }, ['c', 'a'])).toBe(true);
    expect(isAsked({ question: 'q-first', notIn: ['a'] }, ['c', 'a'])).toBe(false);
    expect(isAsked({ question: 'q-first', notIn: ['a'] }, ['c'])).toBe(true);
    expect(isAsked({ question: 'q-first', notIn: ['a'] }, [])).toBe(false);
  });

  test.each<[AnswerValue, boolean]>([
    [1, true],
    [0, false],
    [null, false],
    ['1', false],
  ])('gt over the number %j', (value, isAsked) => {
    const number = rawQuestion({ id: 'q-first', type: 'number' });
    expect(ask([number, asking({ question: 'q-first', gt: 0 })], { 'q-first': value }).open.has('q-next')).toBe(
      isAsked,
    );
  });
});

describe('chains', () => {
  const second = choice('q-second', abc, { showIf: { question: 'q-first', in: ['a'] } });
  const third = rawQuestion({ id: 'q-third', showIf: { question: 'q-second', in: ['a'] } });

  test('a hidden answer counts as not given, and is counted again when its question comes back', () => {
    const kept = { 'q-second': 'a', 'q-third': 'kept' };
    expect([...ask([first, second, third], { ...kept, 'q-first': 'a' }).open]).toEqual([
      'q-first',
      'q-second',
      'q-third',
    ]);
    expect([...ask([first, second, third], { ...kept, 'q-first': 'b' }).open]).toEqual(['q-first']);
  });

  test('the order of the questions does not matter', () => {
    const { open } = ask([third, second, first], { 'q-first': 'a', 'q-second': 'a' });
    expect(open.size).toBe(3);
  });

  test('tells which link is closed', () => {
    const closed = ask([first, second, third], { 'q-first': 'b', 'q-second': 'a' });
    expect(closed.why('q-second')).toEqual([
      { condition: { question: 'q-first', in: ['a'] }, questionKey: 'q-first', because: 'other-answer' },
    ]);
    expect(closed.why('q-third')).toMatchObject([{ questionKey: 'q-second', because: 'not-asked' }]);
    expect(ask([first, second, third], {}).why('q-second')).toMatchObject([{ because: 'not-answered' }]);
  });

  test('tells each thing that is missing, and alternatives as one', () => {
    const showIf = {
      all: [
        { question: 'q-first', in: ['a'] },
        {
          any: [
            { question: 'q-first', in: ['a'] },
            { question: 'q-first', in: ['b'] },
          ],
        },
        { question: 'q-first', notIn: ['b'] },
      ],
    };
    const unmet = ask([first, asking(showIf)], { 'q-first': 'c' }).why('q-next');
    expect(unmet.map(({ because }) => because)).toEqual(['other-answer', 'other']);
  });

  test('a circle, should one come so far, closes instead of going round for ever', () => {
    const one = choice('q-one', abc, { showIf: { question: 'q-two', in: ['a'] } });
    const two = choice('q-two', abc, { showIf: { question: 'q-one', in: ['a'] } });
    expect(ask([one, two], { 'q-one': 'a', 'q-two': 'a' }).open.size).toBe(0);
  });
});

describe('the interface template', () => {
  const template = [
    supportQuestionData,
    rawQuestion({ id: 'if-version', type: 'version', showIf: { question: 'if-support', in: ['ready'] } }),
    rawQuestion({ id: 'if-upgrade', showIf: { olderThanNewest: 'if-version' } }),
    rawQuestion({ id: 'if-migration', showIf: { interfaceStatusIn: ['replaced'] } }),
    rawQuestion({ id: 'if-hosting', showIf: { question: 'gen-delivery', in: ['a'] } }),
  ];
  const sections = [
    { id: 'general', questions: [choice('gen-delivery', abc)] },
    {
      id: 'section',
      group: 'group',
      questions: [
        rawQuestion({ id: 'own', showIf: { anyInterface: ['SF1', 'SF2'], supportIn: ['ready', 'planned'] } }),
      ],
    },
  ];
  const catalogue = catalogueOf(
    { id: 'SF1', versions: ['2.0', '1.0'] },
    { id: 'SF2', status: 'replaced', versions: ['1'] },
  );
  const definition = definitionOf({ template, sections });
  const open = (values: Record<string, AnswerValue>, scope = ['SF1', 'SF2']) =>
    openQuestions({
      instances: listInstances(definition, new Set(scope), catalogue),
      answers: answersOf(values),
      catalogue,
    });

  test('a condition means the question of the same interface', () => {
    const asked = open({ 'if-support@SF1': 'ready', 'if-support@SF2': 'planned' });
    expect(asked.has('if-version@SF1')).toBe(true);
    expect(asked.has('if-version@SF2')).toBe(false);
  });

  test('or a general question', () => {
    expect(open({ 'gen-delivery': 'a' }).has('if-hosting@SF1')).toBe(true);
    expect(open({ 'gen-delivery': 'b' }).has('if-hosting@SF1')).toBe(false);
  });

  test.each([
    ['2.0', false],
    ['1.0', true],
    ['0.9', false],
  ])('version %s is outdated: %s', (version, isOld) => {
    expect(open({ 'if-support@SF1': 'ready', 'if-version@SF1': version }).has('if-upgrade@SF1')).toBe(isOld);
  });

  test('the life of the interface in the catalogue', () => {
    const asked = open({});
    expect([asked.has('if-migration@SF1'), asked.has('if-migration@SF2')]).toEqual([false, true]);
  });

  test('any interface with such support opens a question; one out of scope does not', () => {
    expect(open({ 'if-support@SF2': 'planned' }).has('own')).toBe(true);
    expect(open({ 'if-support@SF2': 'in_production' }).has('own')).toBe(false);
    expect(open({ 'if-support@SF2': 'planned' }, ['SF1']).has('own')).toBe(false);
  });
});

describe('scope', () => {
  const sections = [
    { id: 'general', questions: [rawQuestion({ id: 'gen-name' })] },
    {
      id: 'one',
      group: 'one',
      questions: [
        rawQuestion({ id: 'for-all' }),
        rawQuestion({ id: 'for-sf1', interfaces: ['SF1'] }),
        rawQuestion({ id: 'for-sf2', interfaces: ['SF2'] }),
      ],
    },
  ];
  const catalogue = catalogueOf({ id: 'SF1', groupId: 'one' }, { id: 'SF2', groupId: 'two' });
  const keys = (...scope: string[]) =>
    listInstances(definitionOf({ sections }), new Set(scope), catalogue).map(({ key }) => key);

  test.each([
    ['nothing', [], ['gen-name']],
    ['an interface of the group', ['SF1'], ['gen-name', 'if-support@SF1', 'for-all', 'for-sf1']],
    ['an interface of another group that a question names', ['SF2'], ['gen-name', 'for-sf2']],
    ['an interface that is not in the catalogue', ['SF9', '__proto__'], ['gen-name']],
  ])('%s', (_, scope, expected) => {
    expect(keys(...scope)).toEqual(expected);
  });
});

test('whatever the conditions and answers: closed exactly when there is an explanation, and answers of closed questions change nothing', () => {
  const ids = ['q-0', 'q-1', 'q-2', 'q-3', 'q-4'];
  const conditionOn = (earlier: readonly string[]): fc.Arbitrary<Condition> => {
    const question = fc.constantFrom(...earlier);
    const values = fc.subarray(abc, { minLength: 1 });
    const leaf = fc.oneof(fc.record({ question, in: values }), fc.record({ question, notIn: values }));
    const list = fc.array(leaf, { minLength: 1, maxLength: 3 });
    return fc.oneof(leaf, fc.record({ all: list }), fc.record({ any: list }), fc.record({ not: leaf }));
  };
  const conditions = fc.tuple(
    ...ids.slice(1).map((_, index) => fc.option(conditionOn(ids.slice(0, index + 1)), { nil: undefined })),
  );
  const values = fc.array(fc.option(fc.constantFrom(...abc)), { minLength: ids.length, maxLength: ids.length });
  fc.assert(
    fc.property(conditions, values, values, (showIfs, given, others) => {
      const questions = ids.map((id, index) => choice(id, abc, index > 0 ? { showIf: showIfs[index - 1] } : {}));
      const valuesOf = (list: readonly (string | null)[]) =>
        Object.fromEntries(ids.map((id, index) => [id, list[index] ?? null]));
      const { open, why } = ask(questions, valuesOf(given));
      for (const id of ids) expect(why(id).length === 0).toBe(open.has(id));
      const changed = ids.map((id, index) => (open.has(id) ? given[index] : others[index]) ?? null);
      expect(ask(questions, valuesOf(changed)).open).toEqual(open);
    }),
  );
});
