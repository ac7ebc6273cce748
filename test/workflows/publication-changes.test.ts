import { describe, expect, it } from 'vitest';
import type { PublicAnswer, PublicationDocument } from '~/workflows/publication';
import { agesOfAnswers, changesBetween, historyOfAnswer } from '~/workflows/publication-changes';

function answer(key: string, value: string, more: Partial<PublicAnswer> = {}): PublicAnswer {
  return {
    key,
    questionId: key,
    sectionId: 'produkt',
    interfaceId: null,
    type: 'text',
    text: { da: key, en: key },
    value,
    optionTexts: {},
    columnTexts: {},
    justification: null,
    evidence: [],
    remark: null,
    approvedOn: '2026-01-01',
    approvedBy: '0101',
    answerHash: 'hash',
    ...more,
  };
}

function publication(number: number, answers: PublicAnswer[]): PublicationDocument {
  return {
    schema: 'snitfladeklar/publication/1',
    number,
    product: { slug: 'x', name: 'X', description: '', type: 'esdh', kle: [], kitosUuid: null, isDemo: true },
    supplier: { slug: 's', name: 'S', cvr: '12345678' },
    questionnaire: { slug: 'q', version: '1.0' },
    decision: { outcome: 'approved', municipalityCode: '0101', decidedAt: '2026-01-01T00:00:00.000Z' },
    sections: [],
    answers,
  };
}

describe('what changed between two publications', () => {
  const before = publication(1, [answer('a', '1'), answer('b', '1'), answer('gone', '1')]);
  const after = publication(2, [
    answer('new', '1'),
    answer('a', '1', { approvedOn: '2026-06-01', answerHash: 'other' }),
    answer('b', '2'),
  ]);

  it('is what answers say, not who approved them when', () => {
    const { answers, unchanged } = changesBetween(before, after);
    expect(answers.map(({ key, before: one, after: other }) => [key, one?.value, other?.value])).toEqual([
      ['new', undefined, '1'],
      ['b', '1', '2'],
      ['gone', '1', undefined],
    ]);
    expect(unchanged).toBe(1);
  });

  it('is the same backwards, and nothing from a publication to itself', () => {
    expect(changesBetween(after, before).answers.map(({ key }) => key)).toEqual(['b', 'gone', 'new']);
    expect(changesBetween(after, after)).toEqual({ answers: [], unchanged: 3 });
  });

  it('includes reasons, remarks and evidence', () => {
    const of = (more: Partial<PublicAnswer>) => publication(1, [answer('a', '1', more)]);
    const evidence = {
      type: 'doc',
      typeText: { da: 'd', en: 'd' },
      observedOn: '2026-01-01',
      validTo: null,
      url: null,
      municipalityCode: null,
    };
    for (const more of [{ justification: 'x' }, { remark: 'x' }, { evidence: [evidence] }]) {
      expect(changesBetween(of({}), of(more)).answers).toHaveLength(1);
    }
  });
});

describe('how long an answer has stood', () => {
  it('is since the first publication of the last unbroken run', () => {
    const documents = [
      publication(1, [answer('steady', '1'), answer('back', '1')]),
      publication(2, [answer('steady', '1'), answer('back', '2'), answer('late', '1')]),
      publication(3, [answer('steady', '1'), answer('back', '1'), answer('late', '1')]),
    ];
    expect(agesOfAnswers(documents).map(({ answer: { key }, since, changes }) => [key, since, changes])).toEqual([
      ['steady', 1, 0],
      ['back', 3, 2],
      ['late', 2, 0],
    ]);
    expect(agesOfAnswers([])).toEqual([]);
  });
});

describe('the history of one answer', () => {
  const documents = [
    publication(1, [answer('other', '1')]),
    publication(2, [answer('a', '1')]),
    publication(3, [answer('a', '1', { approvedOn: '2026-06-01', approvedBy: '0851' })]),
    publication(4, [answer('a', '2')]),
    publication(5, []),
    publication(6, []),
    publication(7, [answer('a', '2')]),
  ];

  it('has each publication that told it or left it out, and what that did to it', () => {
    const stages = historyOfAnswer(documents, 'a');
    expect(stages.map(({ number, step, before, answer: now }) => [number, step, before?.value, now?.value])).toEqual([
      [2, 'new', undefined, '1'],
      [3, 'same', '1', '1'],
      [4, 'changed', '1', '2'],
      [5, 'gone', '2', undefined],
      [7, 'new', undefined, '2'],
    ]);
    expect(stages[1]?.answer?.approvedBy).toBe('0851');
  });

  it('is empty where no publication has such an answer', () => {
    expect(historyOfAnswer(documents, 'nothing')).toEqual([]);
    expect(historyOfAnswer([], 'a')).toEqual([]);
  });
});
