import { isEmpty } from './answer';
import type { Condition } from './definition';
import type { QuestionInstance, QuestionKey } from './instances';
import { type Reachability, type ReachabilityInput, reachabilityOf } from './reachability';

/** One thing that keeps a question closed, for the screen to put in words. */
export interface UnmetCondition {
  /** What has to hold; never `all` at the top, which is several things. */
  condition: Condition;
  /** The question it looks at, where it is one. */
  questionKey: QuestionKey | null;
  /**
   * Why it does not hold: that question is not asked itself (ask for its own explanation), has no answer yet, has
   * another answer; or it is not about one question (support of interfaces, the catalogue, alternatives).
   */
  because: 'not-asked' | 'not-answered' | 'other-answer' | 'other';
}

/**
 * Why a question of the scope is not asked.
 * @returns everything that has to hold and does not; empty: the question is asked
 */
export function explainClosed(instance: QuestionInstance, input: ReachabilityInput): UnmetCondition[] {
  const { showIf } = instance.question;
  return showIf ? unmetIn(showIf, instance.interfaceId, reachabilityOf(input)) : [];
}

function unmetIn(condition: Condition, interfaceId: string | null, reachability: Reachability): UnmetCondition[] {
  if ('all' in condition) return condition.all.flatMap((part) => unmetIn(part, interfaceId, reachability));
  if (reachability.holds(condition, interfaceId)) return [];
  const questionId = questionOf(condition);
  if (questionId === null) return [{ condition, questionKey: null, because: 'other' }];
  const questionKey = reachability.keyFrom(questionId, interfaceId);
  return [{ condition, questionKey, because: reasonOf(questionKey, reachability) }];
}

function questionOf(condition: Condition): string | null {
  if ('question' in condition) return condition.question;
  return 'olderThanNewest' in condition ? condition.olderThanNewest : null;
}

function reasonOf(key: QuestionKey, { isOpen, answerTo }: Reachability): UnmetCondition['because'] {
  if (!isOpen(key)) return 'not-asked';
  return isEmpty(answerTo(key).value) ? 'not-answered' : 'other-answer';
}
