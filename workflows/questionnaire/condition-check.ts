import type { DataProblem } from '../catalogue';
import type { Condition } from './definition';
import { type CatalogueIds, type PlacedQuestion, valuesOf } from './placed-question';

/** What is wrong with the questions' conditions: names of nothing, values nobody can answer, questions out of reach. */
export function checkConditions(placed: readonly PlacedQuestion[], catalogue: CatalogueIds): DataProblem[] {
  const byId = new Map(placed.map((entry) => [entry.question.id, entry]));
  return placed.flatMap((asking) => {
    const { showIf } = asking.question;
    return showIf ? check(showIf, [...asking.path, 'showIf'], { asking, byId, catalogue }) : [];
  });
}

interface Context {
  asking: PlacedQuestion;
  byId: ReadonlyMap<string, PlacedQuestion>;
  catalogue: CatalogueIds;
}

function check(condition: Condition, path: DataProblem['path'], context: Context): DataProblem[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => check(part, [...path, 'all', index], context));
  if ('any' in condition) return condition.any.flatMap((part, index) => check(part, [...path, 'any', index], context));
  if ('not' in condition) return check(condition.not, [...path, 'not'], context);
  if ('anyInterface' in condition) {
    return condition.anyInterface.flatMap((id, index) =>
      context.catalogue.interfaces.has(id)
        ? []
        : [{ path: [...path, 'anyInterface', index], message: `there is no interface "${id}" in the catalogue` }],
    );
  }
  if ('interfaceStatusIn' in condition) return checkComputed(path, 'interfaceStatusIn', context);
  if ('olderThanNewest' in condition) return checkOlderThanNewest(condition.olderThanNewest, path, context);
  return checkAnswered(condition, path, context);
}

function checkComputed(path: DataProblem['path'], field: string, { asking }: Context): DataProblem[] {
  if (asking.section === null) return [];
  return [{ path: [...path, field], message: `${field} is about one interface: only the interface template has it` }];
}

function checkOlderThanNewest(id: string, path: DataProblem['path'], context: Context): DataProblem[] {
  const misplaced = checkComputed(path, 'olderThanNewest', context);
  if (misplaced.length > 0) return misplaced;
  const asked = context.byId.get(id);
  if (asked?.section === null && asked.question.type === 'version') return [];
  return [{ path: [...path, 'olderThanNewest'], message: `"${id}" is not a question of type version in the template` }];
}

type Answered = Extract<Condition, { question: string }>;

function checkAnswered(condition: Answered, path: DataProblem['path'], context: Context): DataProblem[] {
  const asked = context.byId.get(condition.question);
  if (!asked) return [{ path: [...path, 'question'], message: `there is no question "${condition.question}"` }];
  if (!isInReach(asked, context.asking)) {
    const message = `"${condition.question}" is in another section; only general questions can be asked about from here`;
    return [{ path: [...path, 'question'], message }];
  }
  if ('gt' in condition) {
    if (asked.question.type === 'number') return [];
    return [{ path: [...path, 'gt'], message: `"${condition.question}" is not a number` }];
  }
  const field = 'in' in condition ? 'in' : 'notIn';
  const wanted = 'in' in condition ? condition.in : condition.notIn;
  const values = valuesOf(asked.question);
  if (!values) return [{ path: [...path, field], message: `"${condition.question}" has no options to choose from` }];
  return wanted.flatMap((value, index) =>
    values.includes(value)
      ? []
      : [{ path: [...path, field, index], message: `"${value}" is not an option of "${condition.question}"` }],
  );
}

function isInReach(asked: PlacedQuestion, asking: PlacedQuestion): boolean {
  if (asked.section === null) return asking.section === null;
  return asked.section.group === null || asked.section.id === asking.section?.id;
}
