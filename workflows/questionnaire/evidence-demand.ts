import type { Answer } from './answer';
import type { Question } from './definition';

/** When a question's answer cannot be submitted without evidence. */
export type EvidenceDemand = 'never' | 'always' | 'with-yes';

/** A no has nothing to prove, so a question of yes or no demands its evidence only with a yes. */
export function evidenceDemandOf({
  type,
  required,
  evidenceRequired,
}: Pick<Question, 'type' | 'required' | 'evidenceRequired'>): EvidenceDemand {
  if (type === 'evidence') return required ? 'always' : 'never';
  if (!evidenceRequired) return 'never';
  return type === 'yes_no' || type === 'yes_no_explain' ? 'with-yes' : 'always';
}

/** Whether evidence is demanded with this answer; an optional question demands none until it is answered. */
export function demandsEvidence(
  question: Pick<Question, 'type' | 'required' | 'evidenceRequired'>,
  { value }: Pick<Answer, 'value'>,
  isAnswered: boolean,
): boolean {
  const demand = evidenceDemandOf(question);
  if (demand === 'with-yes') return value === 'yes';
  return demand === 'always' && (question.required || isAnswered);
}
