import { createContext, useContext } from 'react';
import type { ConditionNames } from '~/app/condition-words';
import { useLanguage } from '~/app/i18n/language';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import type { Language, Text } from '~/workflows/words';

/** What the parts of the questionnaire's page look things up in. */
export interface QuestionnaireNames {
  definition: QuestionnaireDefinition;
  /** The names of the catalogue's interfaces, by id. */
  interfaceNames: Readonly<Record<string, Text>>;
}

export const QuestionnaireContext = createContext<QuestionnaireNames | null>(null);

export function useQuestionnaire(): QuestionnaireNames & { names: ConditionNames } {
  const language = useLanguage();
  const found = useContext(QuestionnaireContext);
  if (!found) throw new Error('The questionnaire is missing around this component.');
  return { ...found, names: namesOf(found, language) };
}

function namesOf({ definition, interfaceNames }: QuestionnaireNames, language: Language): ConditionNames {
  return {
    findQuestion: (id) => placeQuestions(definition).find(({ question }) => question.id === id)?.question,
    interfaceName: (id) => shortName(id, interfaceNames, language),
  };
}

/** The number where an interface has one, which is what people call it; else its name without what stands in brackets. */
export function shortName(
  id: string,
  interfaceNames: QuestionnaireNames['interfaceNames'],
  language: Language,
): string {
  if (/^SF\d/.test(id)) return id;
  return interfaceNames[id]?.[language].replace(/ \(.*\)$/, '') ?? id;
}
