import { type Answer, isEmpty, noAnswer } from './answer';
import type { Condition } from './definition';
import { type Catalogue, keyOf, type QuestionInstance, type QuestionKey } from './instances';

/** The key of the question that tells how a product supports an interface. */
export const supportQuestion = 'if-support';
/** The key of the support level of one interface. */
export const supportKey = (interfaceId: string): QuestionKey => keyOf(supportQuestion, interfaceId);

/** As much of a question as it takes to tell whether it is asked. */
export interface ConditionalInstance {
  key: QuestionKey;
  interfaceId: string | null;
  question: Pick<QuestionInstance['question'], 'showIf'>;
}

export interface ReachabilityInput<Instance extends ConditionalInstance = QuestionInstance> {
  instances: readonly Instance[];
  answers: ReadonlyMap<QuestionKey, Answer>;
  catalogue: Catalogue;
}

/** What conditions are held against: which questions are asked, and what counts as their answers. */
export interface Reachability {
  isOpen(key: QuestionKey): boolean;
  /** The present answer; none while the question is not asked. */
  answerTo(key: QuestionKey): Answer;
  /**
   * The key of the question that a condition names: of the template's question for the same interface, else of the
   * question itself.
   */
  keyFrom(questionId: string, interfaceId: string | null): QuestionKey;
  holds(condition: Condition, interfaceId: string | null): boolean;
}

/**
 * Which questions are asked, given the answers so far. Answers behind a closed condition count as not given, so a
 * chain of conditions closes with its first link. Needs a definition without cycles (definition-check.ts refuses them).
 * @returns the keys of the open questions
 */
export function openQuestions(input: ReachabilityInput<ConditionalInstance>): Set<QuestionKey> {
  const { isOpen } = reachabilityOf(input);
  return new Set(input.instances.map(({ key }) => key).filter(isOpen));
}

/** The same, question by question: each is worked out when it is first asked about. */
export function reachabilityOf(input: ReachabilityInput<ConditionalInstance>): Reachability {
  const byKey = new Map(input.instances.map((instance) => [instance.key, instance]));
  const known = new Map<QuestionKey, boolean>();
  const isOpen = (key: QuestionKey): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const instance = byKey.get(key);
    if (!instance) return false;
    known.set(key, false);
    const open = !instance.question.showIf || holds(instance.question.showIf, instance.interfaceId);
    known.set(key, open);
    return open;
  };
  const answerTo = (key: QuestionKey): Answer => (isOpen(key) ? (input.answers.get(key) ?? noAnswer) : noAnswer);
  const keyFrom = (questionId: string, interfaceId: string | null): QuestionKey => {
    const key = keyOf(questionId, interfaceId);
    return byKey.has(key) ? key : questionId;
  };
  const holds = (condition: Condition, interfaceId: string | null): boolean =>
    conditionHolds(condition, {
      valueOf: (questionId) => answerTo(keyFrom(questionId, interfaceId)).value,
      supportOf: (id) => answerTo(supportKey(id)).value,
      entry: interfaceId === null ? undefined : input.catalogue.get(interfaceId),
    });
  return { isOpen, answerTo, keyFrom, holds };
}

interface ConditionContext {
  valueOf(questionId: string): Answer['value'];
  supportOf(interfaceId: string): Answer['value'];
  /** The interface that the asking question is about. */
  entry: { status: string; versions: readonly string[] } | undefined;
}

function conditionHolds(condition: Condition, context: ConditionContext): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, context));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, context));
  if ('not' in condition) return !conditionHolds(condition.not, context);
  if ('anyInterface' in condition) {
    const levels: readonly unknown[] = condition.supportIn;
    return condition.anyInterface.some((id) => levels.includes(context.supportOf(id)));
  }
  if ('interfaceStatusIn' in condition) {
    return condition.interfaceStatusIn.some((status) => status === context.entry?.status);
  }
  if ('olderThanNewest' in condition) {
    const value = context.valueOf(condition.olderThanNewest);
    // The newest is the first; a version that the catalogue does not know is not called old.
    return typeof value === 'string' && (context.entry?.versions.indexOf(value) ?? -1) > 0;
  }
  const value = context.valueOf(condition.question);
  if (isEmpty(value)) return false;
  if ('gt' in condition) return typeof value === 'number' && value > condition.gt;
  const given = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [String(value)];
  if ('in' in condition) return given.some((item) => condition.in.includes(item));
  return !given.some((item) => condition.notIn.includes(item));
}
