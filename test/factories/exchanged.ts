import fc from 'fast-check';
import type { ImportContext } from '~/app/exchange/read-import.server';
import type { ExportedDeclaration, LayoutContext } from '~/app/exchange/workbook-layout';
import type { StoredAnswer } from '~/db/declarations';
import { type AnswerValue, checkAnswer, isIsoDate } from '~/workflows/questionnaire/answer';
import { completenessOf } from '~/workflows/questionnaire/completeness';
import { type Question, questionTypes } from '~/workflows/questionnaire/definition';
import { listInstances, type QuestionKey } from '~/workflows/questionnaire/instances';
import { supportLevels } from '~/workflows/words';
import { catalogueOf, choice, definitionOf, rawQuestion, text } from './questionnaire';

/** A declaration that asks a question of every type, also in a table and once per interface. */

export const municipalities = [
  { code: '0751', name: 'Aarhus Kommune' },
  { code: '0101', name: 'Københavns Kommune' },
  { code: '0851', name: 'Aalborg Kommune' },
];
const columns = [
  { id: 'what', text: { da: 'Hvad', en: 'What' } },
  { id: 'when', text: { da: 'Hvornår', en: 'When' }, type: 'date' },
  { id: 'where', text: { da: 'Hvor', en: 'Where' }, type: 'municipality' },
];
const options = [
  { value: 'rest', text: { da: 'REST, med JSON', en: 'REST with JSON' } },
  { value: 'soap', text: { da: 'SOAP/XML', en: 'SOAP/XML (old)' } },
  { value: 'none', text: { da: '=ingen', en: '=none' } },
];
const questionOf = (type: string) =>
  type.endsWith('_choice')
    ? choice(`gen-${type.replaceAll('_', '-')}`, ['x', 'y'], { type, options })
    : rawQuestion({ id: `gen-${type.replaceAll('_', '-')}`, type, ...(type === 'table' ? { columns } : {}) });

export const definition = definitionOf({
  template: [
    rawQuestion({ id: 'if-support', type: 'support_level' }),
    rawQuestion({ id: 'if-how', type: 'long_text', showIf: { question: 'if-support', in: ['ready'] } }),
    rawQuestion({ id: 'if-planned-date', type: 'date' }),
  ],
  sections: [
    { id: 'general', questions: questionTypes.map(questionOf) },
    { id: 'group', group: 'group', questions: [rawQuestion({ id: 'grp-number', type: 'number', required: false })] },
  ],
});
const catalogue = catalogueOf({ id: 'SF1500' }, { id: 'SF1461' });
export const instances = listInstances(definition, new Set(['SF1500', 'SF1461']), catalogue);

export type GivenAnswers = Readonly<Record<QuestionKey, { value: AnswerValue; justification: string | null }>>;

/** The declaration with these answers, as export and import take it. */
export function exchanged(given: GivenAnswers = {}): ExportedDeclaration {
  const answers = new Map<QuestionKey, StoredAnswer>(
    Object.entries(given).map(([key, answer]) => [
      key,
      { ...answer, evidenceCount: 0, version: 1, updatedAt: new Date(0) },
    ]),
  );
  const declaration = { id: '11111111-1111-4111-8111-111111111111' };
  return {
    declaration: declaration as ExportedDeclaration['declaration'],
    product: { id: 'product', name: 'Omsorg & Co' } as ExportedDeclaration['product'],
    questionnaire: { id: 'q', slug: 'test', version: '1.0', hash: 'h', publishedAt: new Date(0), definition },
    instances,
    answers,
    evidence: new Map(),
    completeness: completenessOf({ instances, answers, catalogue }),
  };
}

export function layout(language: 'da' | 'en' = 'da'): LayoutContext {
  const interfaceNames = new Map([['SF1500', text('Organisation')]]);
  return { language, municipalities, interfaceNames, now: new Date('2026-11-24T12:00:00Z') };
}

export function importInto(given: GivenAnswers = {}, language: 'da' | 'en' = 'da'): ImportContext {
  const codes = { municipalities: new Set(municipalities.map(({ code }) => code)), kleGroups: new Set(['27', '28']) };
  return { loaded: exchanged(given), codes, municipalities, language, today: '2026-11-24' };
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '=1+1',
    "'=SUM(A1)",
    '+45 12',
    '-',
    '@x',
    '_x000D_',
    'a;b',
    'et "citat"',
    'to\nlinjer',
    '4.10',
    '0012',
  ),
);
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .filter(isIsoDate);
const code = fc.constantFrom(...municipalities.map((each) => each.code));

function valueFor({ type }: Question): fc.Arbitrary<unknown> {
  switch (type) {
    case 'support_level':
      return fc.constantFrom(...supportLevels);
    case 'single_choice':
      return fc.constantFrom('rest', 'soap', 'none');
    case 'multi_choice':
      return fc.uniqueArray(fc.constantFrom('rest', 'soap', 'none'));
    case 'yes_no':
    case 'yes_no_explain':
      return fc.constantFrom('yes', 'no');
    case 'number':
      return fc.oneof(
        fc.nat(),
        fc.nat(100_000).map((whole) => whole / 100),
      );
    case 'checkbox':
      return fc.constant(true);
    case 'date':
      return day;
    case 'url':
      return fc.constantFrom('https://example.org/a?b=1&c=%20', 'https://xn--rhus-hra.dk/');
    case 'email':
      return fc.constant('integration@example.org');
    case 'uuid':
      return fc.uuid();
    case 'cvr':
      return fc.constantFrom('01234567', '12345678');
    case 'kle_list':
      return fc.uniqueArray(fc.constantFrom('27', '27.36', '28.00.10'));
    case 'municipality_list':
      return fc.uniqueArray(code);
    case 'table':
      return fc.array(
        fc.record({
          what: words,
          when: fc.oneof(day, fc.constant('')),
          where: fc.oneof(code, fc.constant('')),
        }),
        { maxLength: 4 },
      );
    case 'evidence':
      return fc.constant(null);
    default:
      return words;
  }
}

/** Answers as they are stored: whatever a save would take. */
export const storedAnswers: fc.Arbitrary<GivenAnswers> = fc
  .tuple(
    ...instances.map(({ key, question }) =>
      fc
        .record({ value: fc.option(valueFor(question)), justification: fc.option(words) })
        .map((answer) => [key, question, answer] as const),
    ),
  )
  .map((all) =>
    Object.fromEntries(
      all.flatMap(([key, question, answer]) => {
        const checked = checkAnswer(question, answer);
        return checked.ok ? [[key, { value: checked.value, justification: checked.justification }]] : [];
      }),
    ),
  );
