import type { LoadedDeclaration } from '~/db/declarations';
import { type InterchangeDeclaration, toInterchange } from '~/workflows/interchange/declaration';
import { markOf } from '~/workflows/interchange/staged-answer';

/** The declaration as it stands, with every question that is asked now. */
export function exportDeclaration(
  loaded: Pick<
    LoadedDeclaration,
    'product' | 'questionnaire' | 'scope' | 'answers' | 'evidence' | 'instances' | 'completeness'
  >,
): InterchangeDeclaration {
  const { product, questionnaire, scope, answers, evidence, instances, completeness } = loaded;
  const exported = toInterchange({
    questionnaire: { slug: questionnaire.slug, version: questionnaire.version },
    product: { id: product.id, name: product.name },
    scope: scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId),
    instances: instances.filter(({ key }) => completeness.open.has(key)),
    answers,
    evidence: new Map([...evidence].map(([key, list]) => [key, list.map(({ id }) => id)])),
  });
  const marked = Object.entries(exported.answers).map(([key, answer]) => [key, { ...answer, mark: markOf(answer) }]);
  return { ...exported, answers: Object.fromEntries(marked) };
}
