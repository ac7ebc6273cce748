import { describe, expect, test } from 'vitest';
import type { Answer } from '~/workflows/questionnaire/answer';
import { completenessOf } from '~/workflows/questionnaire/completeness';
import { listInstances } from '~/workflows/questionnaire/instances';
import {
  answerOf,
  catalogueOf,
  choice,
  definitionOf,
  type RawQuestion,
  rawQuestion,
} from '../../factories/questionnaire';

function progress(questions: readonly object[], answers: Record<string, Answer> = {}) {
  const catalogue = catalogueOf();
  const instances = listInstances(definitionOf({ sections: [{ id: 'one', questions }] }), new Set(), catalogue);
  return completenessOf({ instances, answers: new Map(Object.entries(answers)), catalogue });
}

function blocks(fields: Partial<RawQuestion>, answer?: Answer): string | null {
  const { sections, isComplete } = progress([rawQuestion({ id: 'q', ...fields })], answer ? { q: answer } : {});
  const [missing, ...more] = sections[0]?.missing ?? [];
  expect(more).toEqual([]);
  expect(isComplete).toBe(missing === undefined);
  return missing?.problem ?? null;
}

const yesNo: Partial<RawQuestion> = { type: 'yes_no' };
const withEvidence = { evidence: ['test_report'], evidenceRequired: true };

describe('what blocks a submission', () => {
  test.each<[string, Partial<RawQuestion>, Answer | undefined, string | null]>([
    ['required, no answer', {}, undefined, 'required'],
    ['required, blank', {}, answerOf('  '), 'required'],
    ['required, answered', {}, answerOf('yes'), null],
    ['optional, no answer', { required: false }, undefined, null],
    ['a box to tick', { type: 'checkbox' }, undefined, 'must-be-confirmed'],
    ['a box ticked', { type: 'checkbox' }, answerOf(true), null],
    ['yes without the words', { type: 'yes_no_explain' }, answerOf('yes'), 'justification-required'],
    ['yes with the words', { type: 'yes_no_explain' }, answerOf('yes', { justification: 'so' }), null],
    ['words without yes', { type: 'yes_no_explain' }, answerOf(null, { justification: 'so' }), 'required'],
    ['answered without the evidence', withEvidence, answerOf('x'), 'evidence-required'],
    ['answered with the evidence', withEvidence, answerOf('x', { evidenceCount: 1 }), null],
    ['evidence without an answer', withEvidence, answerOf(null, { evidenceCount: 1 }), 'required'],
    ['optional and unanswered needs no evidence', { ...withEvidence, required: false }, undefined, null],
    ['optional but answered needs it', { ...withEvidence, required: false }, answerOf('x'), 'evidence-required'],
    ['a yes without its evidence', { ...yesNo, ...withEvidence }, answerOf('yes'), 'evidence-required'],
    ['a yes with its evidence', { ...yesNo, ...withEvidence }, answerOf('yes', { evidenceCount: 1 }), null],
    ['a no has nothing to prove', { ...yesNo, ...withEvidence }, answerOf('no'), null],
    ['neither yes nor no', { ...yesNo, ...withEvidence }, undefined, 'required'],
    [
      'a yes with the words, without its evidence',
      { type: 'yes_no_explain', ...withEvidence },
      answerOf('yes', { justification: 'so' }),
      'evidence-required',
    ],
    ['a no with the words', { type: 'yes_no_explain', ...withEvidence }, answerOf('no', { justification: 'so' }), null],
    ['a no without the words', { type: 'yes_no_explain', ...withEvidence }, answerOf('no'), 'justification-required'],
    ['an evidence question', { type: 'evidence', evidence: ['test_report'] }, undefined, 'evidence-required'],
    [
      'an evidence question, attached',
      { type: 'evidence', evidence: ['test_report'] },
      answerOf(null, { evidenceCount: 2 }),
      null,
    ],
    [
      'an optional evidence question',
      { type: 'evidence', evidence: ['test_report'], required: false },
      undefined,
      null,
    ],
    ['an answer that fitted an earlier form of the question', { type: 'number' }, answerOf('many'), 'not-a-number'],
  ])('%s', (_, fields, answer, problem) => {
    expect(blocks(fields, answer)).toBe(problem);
  });

  test('hidden questions neither block nor count', () => {
    const questions = [
      choice('q-first', ['a', 'b']),
      rawQuestion({ id: 'q-next', showIf: { question: 'q-first', in: ['a'] } }),
    ];
    expect(progress(questions, { 'q-first': answerOf('b') }).isComplete).toBe(true);
    expect(progress(questions, { 'q-first': answerOf('a') }).isComplete).toBe(false);
    expect(progress(questions, { 'q-first': answerOf('b') }).open).toEqual(new Set(['q-first']));
  });
});

test('counts answered, required and evidence apart, and lists what is missing in order', () => {
  const questions = [
    rawQuestion({ id: 'q-a' }),
    rawQuestion({ id: 'q-b', required: false }),
    rawQuestion({ id: 'q-c', ...withEvidence }),
    rawQuestion({ id: 'q-d', ...withEvidence }),
  ];
  const { sections } = progress(questions, { 'q-b': answerOf('x'), 'q-d': answerOf('x', { evidenceCount: 1 }) });
  expect(sections).toEqual([
    {
      sectionId: 'one',
      questions: 4,
      answered: 2,
      required: 3,
      requiredAnswered: 1,
      evidenceRequired: 2,
      evidenceAttached: 1,
      missing: [
        { key: 'q-a', sectionId: 'one', problem: 'required' },
        { key: 'q-c', sectionId: 'one', problem: 'required' },
      ],
    },
  ]);
});

test('a yes counts the evidence that it demands, a no counts none', () => {
  const questions = [rawQuestion({ id: 'q', ...yesNo, ...withEvidence })];
  const counted = (answer: Answer) => {
    const [section] = progress(questions, { q: answer }).sections;
    return [section?.evidenceRequired, section?.evidenceAttached];
  };
  expect(counted(answerOf('yes'))).toEqual([1, 0]);
  expect(counted(answerOf('yes', { evidenceCount: 1 }))).toEqual([1, 1]);
  expect(counted(answerOf('no', { evidenceCount: 1 }))).toEqual([0, 0]);
});

test('sections without questions in this scope are left out', () => {
  const definition = definitionOf({
    sections: [
      { id: 'general', questions: [rawQuestion({ id: 'q' })] },
      { id: 'group', group: 'group', questions: [] },
    ],
  });
  const catalogue = catalogueOf({ id: 'SF1' });
  const sectionsFor = (...scope: string[]) =>
    completenessOf({
      instances: listInstances(definition, new Set(scope), catalogue),
      answers: new Map(),
      catalogue,
    }).sections.map(({ sectionId }) => sectionId);
  expect(sectionsFor()).toEqual(['general']);
  expect(sectionsFor('SF1')).toEqual(['general', 'group']);
});
