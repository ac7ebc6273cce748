import type { QuestionKey } from '../questionnaire/instances';
import type { InterchangeDeclaration } from './declaration';

/** Whether a declaration from outside is about this one at all. */
export function fitsDeclaration(
  { product, questionnaire }: InterchangeDeclaration,
  own: { productId: string; questionnaire: { slug: string; version: string } },
): 'fits' | 'other-product' | 'other-questionnaire' {
  if (product.id !== own.productId) return 'other-product';
  const isSame = questionnaire.slug === own.questionnaire.slug && questionnaire.version === own.questionnaire.version;
  return isSame ? 'fits' : 'other-questionnaire';
}

/** The answers that say something. An empty one proposes nothing: what is not known is not the same as nothing. */
export function proposedAnswersOf({ answers }: InterchangeDeclaration) {
  return Object.entries(answers)
    .filter(([, { value, justification }]) => value !== null || justification !== null)
    .map(([key, { value, justification }]): { key: QuestionKey; value: unknown; justification: string | null } => ({
      key,
      value,
      justification,
    }));
}
