import type { DataProblem } from '../catalogue';
import type { Condition } from './definition';
import type { PlacedQuestion } from './placed-question';
import { supportQuestion } from './reachability';

/** Questions whose condition, through however many others, waits for the question itself; each circle once. */
export function listCycles(placed: readonly PlacedQuestion[]): DataProblem[] {
  const byId = new Map(placed.map((entry) => [entry.question.id, entry]));
  const done = new Set<string>();
  const problems: DataProblem[] = [];
  const visit = (id: string, way: readonly string[]): void => {
    const entry = byId.get(id);
    if (!entry || done.has(id)) return;
    const start = way.indexOf(id);
    if (start >= 0) {
      const circle = [...way.slice(start), id].join(' → ');
      problems.push({ path: [...entry.path, 'showIf'], message: `the conditions go round in a circle: ${circle}` });
      return;
    }
    const { showIf } = entry.question;
    for (const needed of showIf ? questionsOf(showIf) : []) visit(needed, [...way, id]);
    done.add(id);
  };
  for (const { question } of placed) visit(question.id, []);
  return problems;
}

/** The ids of the questions whose answers a condition looks at. */
export function questionsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('not' in condition) return questionsOf(condition.not);
  if ('anyInterface' in condition) return [supportQuestion];
  if ('interfaceStatusIn' in condition) return [];
  if ('olderThanNewest' in condition) return [condition.olderThanNewest];
  return [condition.question];
}
