import type { Question, QuestionnaireDefinition, Section } from './definition';

/** The key of an answer: the question's id, or `id@interface` for a question of the interface template. */
export type QuestionKey = string;

/** A question as asked of one declaration. */
export interface QuestionInstance {
  key: QuestionKey;
  question: Question;
  sectionId: string;
  /** The interface it is about, for questions of the interface template; else null. */
  interfaceId: string | null;
}

/** What rules need to know of an interface in the catalogue. */
export interface CatalogueEntry {
  id: string;
  groupId: string;
  status: string;
  /** Labels, newest first. */
  versions: readonly string[];
}

/** By interface id. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

export function keyOf(questionId: string, interfaceId: string | null): QuestionKey {
  return interfaceId === null ? questionId : `${questionId}@${interfaceId}`;
}

/** The two halves of a key; nothing is checked. */
export function splitKey(key: QuestionKey): { questionId: string; interfaceId: string | null } {
  const at = key.indexOf('@');
  return at < 0
    ? { questionId: key, interfaceId: null }
    : { questionId: key.slice(0, at), interfaceId: key.slice(at + 1) };
}

/**
 * Every question of the questionnaire for a product with this scope, in order: in a group's section first the
 * interface template for each interface in scope, then the section's own questions. Of those, a question that names
 * interfaces is asked when one of them is in scope, whatever its group; one that names none is asked when anything of
 * the group is, and always in a general section. Conditions are not looked at (see reachability.ts).
 * @param scope ids of the interfaces in scope; others than the catalogue's are passed over
 */
export function listInstances(
  definition: QuestionnaireDefinition,
  scope: ReadonlySet<string>,
  catalogue: Catalogue,
): QuestionInstance[] {
  return definition.sections.flatMap((section) => instancesOfSection(definition, section, scope, catalogue));
}

function instancesOfSection(
  definition: QuestionnaireDefinition,
  section: Section,
  scope: ReadonlySet<string>,
  catalogue: Catalogue,
): QuestionInstance[] {
  const declared =
    section.group === null
      ? []
      : [...catalogue.values()].filter(({ id, groupId }) => groupId === section.group && scope.has(id));
  const templates = declared.flatMap(({ id }) =>
    definition.interfaceTemplate.map((question) => ({
      key: keyOf(question.id, id),
      question,
      sectionId: section.id,
      interfaceId: id,
    })),
  );
  const isAskedForAll = section.group === null || declared.length > 0;
  const own = section.questions
    .filter(({ interfaces }) => (interfaces.length === 0 ? isAskedForAll : interfaces.some((id) => scope.has(id))))
    .map((question) => ({ key: question.id, question, sectionId: section.id, interfaceId: null }));
  return [...templates, ...own];
}
