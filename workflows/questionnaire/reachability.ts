import { type Answer, isEmpty, noAnswer } from './answer';
import type { Condition } from './definition';
import { type Catalogue, keyOf, type QuestionInstance, type QuestionKey } from './instances';

/** The key of the question that tells how a product supports an interface. */
export const supportQuestion = 'if-support';
/** The key of the support level of one interface. */
export const supportKey = (interfaceId: string): QuestionKey => keyOf(supportQuestion, interfaceId);

export interface ReachabilityInput {
  instances: readonly QuestionInstance[];
  answers: ReadonlyMap<QuestionKey, Answer>;
  catalogue: Catalogue;
}

/**
 * Which questions are asked, given the answers so far. Answers behind a closed condition count as not given, so a
 * chain of conditions closes with its first link. Needs a definition without cycles (definition-check.ts refuses them).
 * @returns the keys of the open questions
 */
export function openQuestions(input: ReachabilityInput): Set<QuestionKey> {
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
  const holds = (condition: Condition, interfaceId: string | null): boolean =>
    conditionHolds(condition, { interfaceId, answerTo, catalogue: input.catalogue });
  return new Set(input.instances.map(({ key }) => key).filter(isOpen));
}

interface ConditionContext {
  interfaceId: string | null;
  answerTo(key: QuestionKey): Answer;
  catalogue: Catalogue;
}

function conditionHolds(condition: Condition, context: ConditionContext): boolean {
  const answeredValue = (questionId: string) => context.answerTo(keyOf(questionId, context.interfaceId)).value;
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, context));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, context));
  if ('not' in condition) return !conditionHolds(condition.not, context);
  if ('anyInterface' in condition) {
    return condition.anyInterface.some((id) => {
      const { value } = context.answerTo(supportKey(id));
      return condition.supportIn.some((level) => level === value);
    });
  }
  const entry = context.interfaceId === null ? undefined : context.catalogue.get(context.interfaceId);
  if ('interfaceStatusIn' in condition) return condition.interfaceStatusIn.some((status) => status === entry?.status);
  if ('olderThanNewest' in condition) {
    const value = answeredValue(condition.olderThanNewest);
    const newest = entry?.versions[0];
    return (
      typeof value === 'string' && newest !== undefined && entry !== undefined && entry.versions.indexOf(value) > 0
    );
  }
  const value = answeredValue(condition.question);
  if (isEmpty(value)) return false;
  if ('gt' in condition) return typeof value === 'number' && value > condition.gt;
  const given = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [String(value)];
  if ('in' in condition) return given.some((item) => condition.in.includes(item));
  return !given.some((item) => condition.notIn.includes(item));
}
