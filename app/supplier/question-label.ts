import type { LoadedDeclaration } from '~/db/declarations';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Text } from '~/workflows/words';

/** Where a question stands and what it asks, for lists that lead to it. */
export interface QuestionLink {
  key: QuestionKey;
  sectionId: string;
  text: Text;
  /** The interface's id and name; null where it is about none. */
  about: { id: string; name: Text } | null;
}

/** @param names the interfaces' names, by id */
export function questionLinks(
  { instances }: Pick<LoadedDeclaration, 'instances'>,
  keys: readonly QuestionKey[],
  names: ReadonlyMap<string, Text>,
): QuestionLink[] {
  const byKey = new Map(instances.map((instance) => [instance.key, instance]));
  return keys.flatMap((key) => {
    const instance = byKey.get(key);
    if (!instance) return [];
    const { interfaceId, sectionId, question } = instance;
    const name = interfaceId === null ? undefined : names.get(interfaceId);
    return [{ key, sectionId, text: question.text, about: interfaceId && name ? { id: interfaceId, name } : null }];
  });
}
