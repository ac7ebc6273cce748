import type { DataProblem } from '~/workflows/catalogue';

/** Raw questions of the version that another is based on, by id. */
export type KnownQuestions = ReadonlyMap<string, Record<string, unknown>>;

/** The questions of raw data that has the form of a questionnaire; whatever else stands there is passed over. */
export function questionsIn(list: unknown): [string, Record<string, unknown>][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) =>
    isRecord(item) && typeof item.id === 'string' ? [[item.id, item] as [string, Record<string, unknown>]] : [],
  );
}

/**
 * Puts in what a new version takes over: a name alone is the question as it was, `like` is the question with the fields
 * beside it instead of its own. Resolved before anything is checked or hashed, so that a version is whole in itself.
 */
export function resolveQuestions(list: unknown, known: KnownQuestions): { value: unknown; problems: DataProblem[] } {
  if (!Array.isArray(list)) return { value: list, problems: [] };
  const problems: DataProblem[] = [];
  const value = list.map((item: unknown, index): unknown => {
    const name = typeof item === 'string' ? item : isRecord(item) ? item.like : undefined;
    if (name === undefined) return item;
    const before = typeof name === 'string' ? known.get(name) : undefined;
    if (!before) {
      problems.push({
        path: [index],
        message: `the version that this one is based on has no question "${String(name)}"`,
      });
      return item;
    }
    if (!isRecord(item)) return before;
    const { like: _, ...own } = item;
    if ('id' in own) problems.push({ path: [index, 'id'], message: 'a question that is like another keeps its id' });
    return { ...before, ...own };
  });
  return { value, problems };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
