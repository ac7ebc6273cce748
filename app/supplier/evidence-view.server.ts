import type { LoadedDeclaration } from '~/db/declarations';
import type { QuestionInstance, QuestionKey } from '~/workflows/questionnaire/instances';

/** The question of a declaration that an address names; undefined when it is not among those for its scope. */
export function findInstance({ instances }: LoadedDeclaration, key: QuestionKey | null): QuestionInstance | undefined {
  return instances.find((instance) => instance.key === key);
}

/** The types that suit the question first, in its order, then the others. */
export function evidenceTypesFor({ questionnaire }: LoadedDeclaration, { question }: QuestionInstance) {
  const all = questionnaire.definition.evidenceTypes.map(({ id, text, proves }) => ({ id, text, proves }));
  return {
    suited: question.evidence.flatMap((id) => all.filter((type) => type.id === id)),
    others: all.filter(({ id }) => !question.evidence.includes(id)),
  };
}
