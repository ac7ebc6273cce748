import type { Condition } from './definition';
import { keyOf, type QuestionKey } from './instances';
import { type ConditionalInstance, supportKey } from './reachability';

/**
 * The questions that a condition may look at. In the interface template a name means the same interface's question or,
 * where the template has none of the name, the question itself; both are given.
 */
export function keysIn(condition: Condition, interfaceId: string | null): QuestionKey[] {
  if ('all' in condition) return condition.all.flatMap((part) => keysIn(part, interfaceId));
  if ('any' in condition) return condition.any.flatMap((part) => keysIn(part, interfaceId));
  if ('not' in condition) return keysIn(condition.not, interfaceId);
  if ('anyInterface' in condition) return condition.anyInterface.map(supportKey);
  if ('interfaceStatusIn' in condition) return [];
  const name = 'olderThanNewest' in condition ? condition.olderThanNewest : condition.question;
  return interfaceId === null ? [name] : [keyOf(name, interfaceId), name];
}

/**
 * The instances elsewhere that decide, directly or through others, whether some questions are asked: what has to be
 * known besides them to tell it.
 */
export function outsideDependencies<Instance extends ConditionalInstance>(
  instances: readonly Instance[],
  some: ReadonlySet<QuestionKey>,
): Instance[] {
  const byKey = new Map(instances.map((instance) => [instance.key, instance]));
  const seen = new Set<QuestionKey>(some);
  const found: Instance[] = [];
  const queue = [...some];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const instance = byKey.get(key);
    if (!instance) continue;
    if (!some.has(key)) found.push(instance);
    const condition = instance.question.showIf;
    for (const next of condition ? keysIn(condition, instance.interfaceId) : []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return found;
}
