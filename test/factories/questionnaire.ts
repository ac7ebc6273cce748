import type { Answer, AnswerValue } from '~/workflows/questionnaire/answer';
import { definitionSchema, type Question, type QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { Catalogue, CatalogueEntry, QuestionInstance } from '~/workflows/questionnaire/instances';
import { supportLevels, type Text } from '~/workflows/words';

/** Small questionnaires for tests of the rules. */

export const text = (words: string): Text => ({ da: words, en: words });

export type RawQuestion = Partial<Record<keyof Question, unknown>> & { id: string };

/** A question as data, a required text unless told otherwise. */
export function rawQuestion(fields: RawQuestion) {
  return {
    type: 'text',
    required: true,
    weight: 1,
    text: text(`Question ${fields.id}`),
    help: text('Help'),
    evidenceExample: text('Example'),
    public: true,
    basis: 'design',
    source: 'test',
    ...fields,
  };
}

export function choice(id: string, values: readonly string[], fields: Partial<RawQuestion> = {}) {
  const options = values.map((value) => ({ value, text: text(value) }));
  return rawQuestion({ id, type: 'single_choice', options, ...fields });
}

export const supportQuestionData = rawQuestion({ id: 'if-support', type: 'support_level', weight: 3 });

export interface RawSection {
  id: string;
  group?: string | null;
  questions: readonly object[];
}

/** A whole definition as data, with one general section and what else it is given. */
export function rawDefinition(parts: {
  template?: readonly object[];
  sections?: readonly RawSection[];
  scopeRules?: readonly object[];
  evidenceTypes?: readonly object[];
}) {
  const sections = parts.sections ?? [{ id: 'general', questions: [rawQuestion({ id: 'gen-name' })] }];
  return {
    slug: 'test',
    version: '1.0',
    title: text('Test'),
    introduction: text('Introduction'),
    supportScale: supportLevels.map((value) => ({
      value,
      text: text(value),
      explanation: text(value),
      kravmotorAnswer: 'YES',
    })),
    evidenceTypes: parts.evidenceTypes ?? [
      { id: 'test_report', text: text('Test report'), proves: text('That it works'), public: false },
    ],
    reviewChecks: [{ id: 'rev-age', text: text('Is it new?') }],
    scopeRules: parts.scopeRules ?? [],
    interfaceTemplate: parts.template ?? [supportQuestionData],
    sections: sections.map((section) => ({
      group: null,
      title: text(section.id),
      introduction: text('Introduction'),
      ...section,
    })),
  };
}

/** The same, parsed but not checked. */
export function definitionOf(parts: Parameters<typeof rawDefinition>[0]): QuestionnaireDefinition {
  return definitionSchema.parse(rawDefinition(parts));
}

export function catalogueOf(...entries: (Partial<CatalogueEntry> & { id: string })[]): Catalogue {
  return new Map(
    entries.map((entry) => [entry.id, { groupId: 'group', status: 'in_operation', versions: [], ...entry }]),
  );
}

export function answerOf(value: AnswerValue, more: Partial<Answer> = {}): Answer {
  return { value, justification: null, evidenceCount: 0, ...more };
}

export function answersOf(values: Readonly<Record<string, AnswerValue>>): Map<string, Answer> {
  return new Map(Object.entries(values).map(([key, value]) => [key, answerOf(value)]));
}

export function instanceOf(instances: readonly QuestionInstance[], key: string): QuestionInstance {
  const found = instances.find((instance) => instance.key === key);
  if (!found) throw new Error(`There is no question ${key}.`);
  return found;
}
