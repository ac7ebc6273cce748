import type { AnswerValue } from './questionnaire/answer';

/** The question of the interface template that asks when planned support will be there. */
export const plannedDateQuestion = 'if-planned-date';

/**
 * Whether an answer promises what should have been there already. The day itself is no promise broken.
 * @param questionId of the question, without the interface
 * @param today yyyy-mm-dd in Copenhagen
 */
export function isPastPlan(questionId: string, value: AnswerValue, today: string): boolean {
  return questionId === plannedDateQuestion && typeof value === 'string' && value !== '' && value < today;
}
