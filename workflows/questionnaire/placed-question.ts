import { supportLevels } from '../words';
import type { Question, QuestionnaireDefinition } from './definition';

/** What the catalogue has, as far as a questionnaire can refer to it. */
export interface CatalogueIds {
  interfaces: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

/** A question and where it stands in the data. */
export interface PlacedQuestion {
  question: Question;
  path: readonly (string | number)[];
  /** Null: a question of the interface template. */
  section: { id: string; group: string | null } | null;
}

/** Every question of a questionnaire, the template first. */
export function placeQuestions({ interfaceTemplate, sections }: QuestionnaireDefinition): PlacedQuestion[] {
  return [
    ...interfaceTemplate.map((question, index) => ({ question, path: ['interfaceTemplate', index], section: null })),
    ...sections.flatMap(({ id, group, questions }, section) =>
      questions.map((question, index) => ({
        question,
        path: ['sections', section, 'questions', index],
        section: { id, group },
      })),
    ),
  ];
}

/** The values that an answer to a question of this type can have, where they are a closed set. */
export function valuesOf(question: Question): readonly string[] | null {
  switch (question.type) {
    case 'support_level':
      return supportLevels;
    case 'yes_no':
    case 'yes_no_explain':
      return ['yes', 'no'];
    case 'single_choice':
    case 'multi_choice':
      return question.options?.map(({ value }) => value) ?? [];
    default:
      return null;
  }
}
