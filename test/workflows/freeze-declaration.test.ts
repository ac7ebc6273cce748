import { describe, expect, it } from 'vitest';
import { type DeclarationToFreeze, freezeDeclaration } from '~/workflows/freeze-declaration';
import { listInstances } from '~/workflows/questionnaire/instances';
import type { FrozenEvidence } from '~/workflows/submission';
import { catalogueOf, choice, definitionOf, rawQuestion, supportQuestionData } from '../factories/questionnaire';

const catalogue = catalogueOf({ id: 'SF1500' });
const definition = definitionOf({
  template: [supportQuestionData],
  sections: [
    {
      id: 'general',
      questions: [
        rawQuestion({ id: 'name' }),
        choice('kind', ['big', 'small']),
        rawQuestion({ id: 'hidden' }),
        rawQuestion({ id: 'optional', required: false }),
        rawQuestion({
          id: 'places',
          type: 'table',
          columns: [{ id: 'place', text: { da: 'Sted', en: 'Place' }, type: 'text' }],
        }),
      ],
    },
    { id: 'group-section', group: 'group', questions: [] },
    { id: 'unused', questions: [rawQuestion({ id: 'unanswered' })] },
  ],
});
const instances = listInstances(definition, new Set(['SF1500']), catalogue);

const evidence: FrozenEvidence = {
  id: '1',
  type: 'test_report',
  title: 'Rapport',
  url: null,
  fileHash: 'f',
  fileName: 'rapport.pdf',
  municipalityCode: null,
  observedOn: '2026-01-01',
  validTo: null,
  hash: 'evidence-hash',
};

function declaration(change: Partial<DeclarationToFreeze> = {}): DeclarationToFreeze {
  const given = (value: string | { place: string }[]) => ({ value, justification: null });
  return {
    product: { id: 'p', name: 'P', description: 'D', type: 'fagsystem', kle: ['27'], kitosUuid: null },
    supplier: { id: 's', cvr: '12345678', name: 'S' },
    questionnaire: { slug: 'q', version: '1.0', hash: 'h', definition },
    scope: [{ interfaceId: 'SF1500', isProposed: true, isIncluded: true, reason: null }],
    instances,
    answers: new Map([
      ['name', given('Navn')],
      ['kind', given('big')],
      ['hidden', given('skjult')],
      ['places', given([{ place: 'Aarhus' }])],
      ['if-support@SF1500', given('ready')],
    ]),
    evidence: new Map([['if-support@SF1500', [evidence]]]),
    open: new Set(instances.map(({ key }) => key).filter((key) => key !== 'hidden')),
    ...change,
  };
}

describe('a frozen declaration', () => {
  const frozen = freezeDeclaration(declaration());

  it('has the given answers of open questions, in order, and the sections that they stand in', () => {
    expect(frozen.answers.map(({ key }) => key)).toEqual(['name', 'kind', 'places', 'if-support@SF1500']);
    expect(frozen.sections.map(({ id }) => id)).toEqual(['general', 'group-section']);
  });

  it('keeps the wording beside the answer: chosen options, support levels and columns', () => {
    const [, kind, places, support] = frozen.answers;
    expect(kind?.question.optionTexts).toEqual({ big: { da: 'big', en: 'big' } });
    expect(places?.question.columnTexts).toEqual({ place: { da: 'Sted', en: 'Place' } });
    expect(Object.keys(support?.question.optionTexts ?? {})).toEqual(['ready']);
    expect(support).toMatchObject({ interfaceId: 'SF1500', sectionId: 'group-section', evidence: [evidence] });
  });

  it('gives the same hashes for the same declaration, and another for each thing that a verdict is tied to', () => {
    const hashOf = (change: Partial<DeclarationToFreeze>) =>
      freezeDeclaration(declaration(change)).answers.find(({ key }) => key === 'if-support@SF1500')?.answerHash;
    const same = hashOf({});
    expect(hashOf({ product: { ...declaration().product, name: 'Andet navn' } })).toBe(same);
    const answers = (value: string, justification: string | null) =>
      new Map([['if-support@SF1500', { value, justification }]]);
    expect(hashOf({ answers: answers('ready', null) })).toBe(same);
    const others = [
      hashOf({ answers: answers('planned', null) }),
      hashOf({ answers: answers('ready', 'Fordi') }),
      hashOf({ evidence: new Map() }),
      hashOf({ evidence: new Map([['if-support@SF1500', [{ ...evidence, hash: 'other' }]]]) }),
    ];
    expect(new Set([same, ...others]).size).toBe(5);
  });
});
