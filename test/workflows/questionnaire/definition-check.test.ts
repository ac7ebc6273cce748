import { describe, expect, test } from 'vitest';
import { checkDefinition } from '~/workflows/questionnaire/definition-check';
import {
  choice,
  type RawSection,
  rawDefinition,
  rawQuestion,
  supportQuestionData,
  text,
} from '../../factories/questionnaire';

const catalogue = { interfaces: new Set(['SF1', 'SF2']), groups: new Set(['one', 'two']) };

function problemsWith(raw: unknown): string[] {
  const checked = checkDefinition(raw, catalogue);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const general = (...questions: object[]): RawSection => ({ id: 'general', questions });
const groupOne = (...questions: object[]): RawSection => ({ id: 'one', group: 'one', questions });
const groupTwo = (...questions: object[]): RawSection => ({ id: 'two', group: 'two', questions });
const problemsOf = (...sections: RawSection[]) => problemsWith(rawDefinition({ sections }));
const problemsInTemplate = (...questions: object[]) =>
  problemsWith(rawDefinition({ template: [supportQuestionData, ...questions] }));

const abc = choice('gen-abc', ['a', 'b']);

test('a right one is right', () => {
  const sections = [
    general(abc, rawQuestion({ id: 'gen-next', showIf: { question: 'gen-abc', in: ['a'] } })),
    groupOne(
      choice('one-abc', ['a', 'b'], { showIf: { anyInterface: ['SF1'], supportIn: ['ready'] } }),
      rawQuestion({
        id: 'one-next',
        showIf: {
          any: [
            { question: 'one-abc', in: ['b'] },
            { question: 'gen-abc', in: ['a'] },
          ],
        },
      }),
    ),
  ];
  const template = [
    supportQuestionData,
    rawQuestion({ id: 'if-version', type: 'version', showIf: { question: 'if-support', in: ['ready'] } }),
    rawQuestion({ id: 'if-upgrade', showIf: { olderThanNewest: 'if-version' } }),
    rawQuestion({
      id: 'if-leave',
      showIf: { all: [{ interfaceStatusIn: ['retired'] }, { question: 'gen-abc', in: ['a'] }] },
    }),
  ];
  expect(problemsWith(rawDefinition({ sections, template }))).toEqual([]);
});

describe('shape', () => {
  test.each([null, undefined, 1, 'text', [], {}])('%j is refused', (raw) => {
    expect(problemsWith(raw).length).toBeGreaterThan(0);
  });

  test('unknown fields are named, so that a slip of the pen is not lost', () => {
    expect(problemsOf(general(rawQuestion({ id: 'q', requird: true } as never)))).toEqual([
      'sections.0.questions.0.requird: "requird" is not known here',
    ]);
  });

  test('both languages are needed', () => {
    const [problem] = problemsOf(general(rawQuestion({ id: 'q', help: { da: 'Hjælp' } })));
    expect(problem).toMatch(/^sections\.0\.questions\.0\.help\.en: /);
    expect(problemsOf(general(rawQuestion({ id: 'q', help: { da: 'Hjælp', en: ' ' } })))[0]).toMatch(/help\.en: /);
  });

  test('a condition of no known form is told as one problem', () => {
    expect(problemsOf(general(abc, rawQuestion({ id: 'q', showIf: { question: 'gen-abc', is: 'a' } })))).toEqual([
      expect.stringMatching(/^sections\.0\.questions\.1\.showIf: is no condition: /),
    ]);
    const deep = { all: [{ question: 'gen-abc', in: ['a'] }, { not: { question: 'gen-abc', in: [] } }] };
    expect(problemsOf(general(abc, rawQuestion({ id: 'q', showIf: deep })))[0]).toMatch(/showIf\.all\.1\.not\.in: /);
  });
});

describe('names', () => {
  test('a question id is used once, over template and sections', () => {
    const twice = [
      general(rawQuestion({ id: 'same' })),
      groupOne(rawQuestion({ id: 'same' }), rawQuestion({ id: 'if-support' })),
    ];
    expect(problemsOf(...twice)).toEqual([
      'sections.1.questions.0.id: the question "same" stands here twice',
      'sections.1.questions.1.id: the question "if-support" stands here twice',
    ]);
  });

  test('sections, groups, options, columns', () => {
    const columns = [
      { id: 'a', text: text('A') },
      { id: 'a', text: text('B') },
    ];
    const sections = [
      general(choice('gen-abc', ['a', 'a']), rawQuestion({ id: 'gen-table', type: 'table', columns })),
      groupOne(),
      { ...groupOne(), id: 'one-again' },
      { ...general(rawQuestion({ id: 'q' })) },
    ];
    expect(problemsOf(...sections)).toEqual([
      'sections.3.id: the section "general" stands here twice',
      'sections.2.group: the group "one" has a section already',
      'sections.0.questions.0.options.1.value: the option "a" stands here twice',
      'sections.0.questions.1.columns.1.id: the column "a" stands here twice',
    ]);
  });

  test('what is named has to exist', () => {
    const raw = rawDefinition({
      sections: [
        general(rawQuestion({ id: 'q', evidence: ['rumour'], interfaces: ['SF1', 'SF9'] })),
        { id: 'three', group: 'three', questions: [] },
      ],
      scopeRules: [{ interfaces: ['SF1', 'SF8'], reason: text('So') }],
    });
    expect(problemsWith(raw)).toEqual([
      'sections.1.group: there is no group "three" in the catalogue',
      'scopeRules.0.interfaces.1: there is no interface "SF8" in the catalogue',
      'sections.0.questions.0.evidence.0: there is no evidence type "rumour"',
      'sections.0.questions.0.interfaces.1: there is no interface "SF9" in the catalogue',
    ]);
  });

  test('every support level is explained once', () => {
    const raw = rawDefinition({});
    const supportScale = raw.supportScale.map((entry, index) =>
      index === 1 ? { ...entry, value: 'in_production' } : entry,
    );
    expect(problemsWith({ ...raw, supportScale })).toEqual([
      'supportScale.1.value: the support level "in_production" stands here twice',
    ]);
  });
});

describe('types', () => {
  const { options } = abc as { options?: unknown };
  test.each<[string, Record<string, unknown>, string]>([
    ['a choice without options', { type: 'single_choice' }, 'type: single_choice needs options'],
    ['options without a choice', { type: 'yes_no', options }, 'options: yes_no has no options'],
    ['a table without columns', { type: 'table' }, 'type: table needs columns'],
    ['columns without a table', { columns: [{ id: 'a', text: text('A') }] }, 'columns: text has no columns'],
    [
      'evidence that is required and cannot be given',
      { evidenceRequired: true },
      'evidence: must name at least one type of evidence that suits',
    ],
    [
      'an evidence question without types',
      { type: 'evidence' },
      'evidence: must name at least one type of evidence that suits',
    ],
    [
      'a support level outside the template',
      { type: 'support_level' },
      'type: support_level belongs in the interface template',
    ],
  ])('%s', (_, fields, problem) => {
    expect(problemsOf(general(rawQuestion({ id: 'q', ...fields })))).toEqual([`sections.0.questions.0.${problem}`]);
  });

  test('the template is asked for every interface', () => {
    expect(problemsInTemplate(rawQuestion({ id: 'if-q', interfaces: ['SF1'] }))).toEqual([
      'interfaceTemplate.1.interfaces: the interface template is asked for every interface',
    ]);
  });
});

describe('conditions', () => {
  const asking = (showIf: unknown) => rawQuestion({ id: 'q', showIf });

  test.each<[string, unknown, string]>([
    ['an unknown question', { question: 'gen-x', in: ['a'] }, 'question: there is no question "gen-x"'],
    ['an unknown option', { question: 'gen-abc', in: ['a', 'c'] }, 'in.1: "c" is not an option of "gen-abc"'],
    [
      'an unknown option to leave out',
      { question: 'gen-abc', notIn: ['c'] },
      'notIn.0: "c" is not an option of "gen-abc"',
    ],
    ['more than what is no number', { question: 'gen-abc', gt: 1 }, 'gt: "gen-abc" is not a number'],
    ['an option of a free text', { question: 'gen-text', in: ['a'] }, 'in: "gen-text" has no options to choose from'],
    [
      'an unknown interface',
      { anyInterface: ['SF9'], supportIn: ['ready'] },
      'anyInterface.0: there is no interface "SF9" in the catalogue',
    ],
    [
      'the template from outside',
      { question: 'if-support', in: ['ready'] },
      'question: "if-support" is in another section; only general questions can be asked about from here',
    ],
    [
      'the life of which interface?',
      { interfaceStatusIn: ['retired'] },
      'interfaceStatusIn: interfaceStatusIn is about one interface: only the interface template has it',
    ],
    [
      'the version of which interface?',
      { olderThanNewest: 'gen-text' },
      'olderThanNewest: olderThanNewest is about one interface: only the interface template has it',
    ],
  ])('%s', (_, showIf, problem) => {
    const problems = problemsOf(general(abc, rawQuestion({ id: 'gen-text' }), asking({ not: showIf })));
    expect(problems).toEqual([`sections.0.questions.2.showIf.not.${problem}`]);
  });

  test('yes and no are the options of a yes or no question', () => {
    const yesNo = rawQuestion({ id: 'gen-yes', type: 'yes_no' });
    expect(problemsOf(general(yesNo, asking({ question: 'gen-yes', in: ['yes'] })))).toEqual([]);
    expect(problemsOf(general(yesNo, asking({ question: 'gen-yes', in: ['ja'] })))).toHaveLength(1);
  });

  test('a group asks about its own section and the general ones only', () => {
    const other = choice('two-abc', ['a', 'b']);
    const from = (id: string) =>
      problemsOf(general(abc), groupTwo(other), groupOne(asking({ question: id, in: ['a'] })));
    expect(from('gen-abc')).toEqual([]);
    expect(from('two-abc')).toEqual([expect.stringMatching(/"two-abc" is in another section/)]);
  });

  test('the template asks about itself and the general sections only', () => {
    const template = [supportQuestionData, rawQuestion({ id: 'if-q', showIf: { question: 'one-abc', in: ['a'] } })];
    const sections = [general(abc), groupOne(choice('one-abc', ['a', 'b']))];
    expect(problemsWith(rawDefinition({ template, sections }))).toEqual([
      expect.stringMatching(/^interfaceTemplate\.1\.showIf\.question: "one-abc" is in another section/),
    ]);
  });

  test('only versions can be outdated', () => {
    expect(problemsInTemplate(rawQuestion({ id: 'if-q', showIf: { olderThanNewest: 'if-support' } }))).toEqual([
      'interfaceTemplate.1.showIf.olderThanNewest: "if-support" is not a question of type version in the template',
    ]);
  });
});

describe('circles', () => {
  const on = (id: string, other: string) => choice(id, ['a', 'b'], { showIf: { question: other, in: ['a'] } });

  test('a question that waits for itself', () => {
    expect(problemsOf(general(on('q-a', 'q-a')))).toEqual([
      'sections.0.questions.0.showIf: the conditions go round in a circle: q-a → q-a',
    ]);
  });

  test('through others, told once', () => {
    expect(problemsOf(general(on('q-a', 'q-b'), on('q-b', 'q-c'), on('q-c', 'q-a'), on('q-d', 'q-a')))).toEqual([
      'sections.0.questions.0.showIf: the conditions go round in a circle: q-a → q-b → q-c → q-a',
    ]);
  });

  test('through the support level of an interface', () => {
    const template = [{ ...supportQuestionData, showIf: { question: 'gen-abc', in: ['a'] } }];
    const sections = [general({ ...abc, showIf: { anyInterface: ['SF1'], supportIn: ['ready'] } })];
    expect(problemsWith(rawDefinition({ template, sections }))).toEqual([
      'interfaceTemplate.0.showIf: the conditions go round in a circle: if-support → gen-abc → if-support',
    ]);
  });

  test('two ways to the same question are no circle', () => {
    const both = {
      all: [
        { question: 'q-b', in: ['a'] },
        { question: 'q-c', in: ['a'] },
      ],
    };
    const sections = general(abc, on('q-b', 'gen-abc'), on('q-c', 'gen-abc'), rawQuestion({ id: 'q-d', showIf: both }));
    expect(problemsOf(sections)).toEqual([]);
  });
});
