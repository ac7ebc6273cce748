import { asc, eq } from 'drizzle-orm';
import { definitionSchema, type QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';
import type { Db } from './client';
import { questionnaireMappings, questionnaires } from './schema';

/** A published version of a questionnaire. */
export interface Questionnaire {
  id: string;
  slug: string;
  version: string;
  /** SHA-256 of the definition as it was published. */
  hash: string;
  definition: QuestionnaireDefinition;
  publishedAt: Date;
}

/** Published versions never change, so each is read and parsed once per process. */
const kept = new Map<string, Questionnaire>();

/** @returns undefined when there is no version with this id */
export async function findQuestionnaire(db: Db, id: string): Promise<Questionnaire | undefined> {
  const before = kept.get(id);
  if (before) return before;
  const [row] = await db.select().from(questionnaires).where(eq(questionnaires.id, id));
  if (!row) return undefined;
  // Parsed, so that fields which are younger than the row have their defaults.
  const questionnaire = { ...row, definition: definitionSchema.parse(row.definition) };
  kept.set(id, questionnaire);
  return questionnaire;
}

/** @throws when there is no version with this id */
export async function getQuestionnaire(db: Db, id: string): Promise<Questionnaire> {
  const found = await findQuestionnaire(db, id);
  if (!found) throw new Error(`There is no questionnaire ${id}.`);
  return found;
}

/** The newest published version. @returns undefined when there is no questionnaire of this name */
export async function findLatestQuestionnaire(db: Db, slug: string): Promise<Questionnaire | undefined> {
  const versions = await listQuestionnaireVersions(db, slug);
  const latest = versions.at(-1);
  return latest && findQuestionnaire(db, latest.id);
}

/** @param version null: the newest. @returns undefined when there is no such version */
export async function findQuestionnaireVersion(
  db: Db,
  slug: string,
  version: string | null,
): Promise<Questionnaire | undefined> {
  if (version === null) return findLatestQuestionnaire(db, slug);
  const versions = await listQuestionnaireVersions(db, slug);
  const found = versions.find((each) => each.version === version);
  return found && findQuestionnaire(db, found.id);
}

/** @throws when there is no questionnaire of this name */
export async function getLatestQuestionnaire(db: Db, slug: string): Promise<Questionnaire> {
  const found = await findLatestQuestionnaire(db, slug);
  if (!found) throw new Error(`There is no questionnaire "${slug}".`);
  return found;
}

/** The published versions of a questionnaire, oldest first. */
export async function listQuestionnaireVersions(
  db: Db,
  slug: string,
): Promise<{ id: string; version: string; publishedAt: Date }[]> {
  const { id, version, publishedAt } = questionnaires;
  const rows = await db.select({ id, version, publishedAt }).from(questionnaires).where(eq(questionnaires.slug, slug));
  return rows.sort((a, b) => compareVersionNumbers(a.version, b.version));
}

/** The names of all questionnaires. */
export async function listQuestionnaireSlugs(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ slug: questionnaires.slug })
    .from(questionnaires)
    .orderBy(asc(questionnaires.slug));
  return rows.map(({ slug }) => slug);
}

/** How a published version stands to the one before. @returns undefined for the first one */
export async function findMapping(
  db: Db,
  questionnaireId: string,
): Promise<{ before: Questionnaire; mapping: VersionMapping } | undefined> {
  const [row] = await db
    .select()
    .from(questionnaireMappings)
    .where(eq(questionnaireMappings.questionnaireId, questionnaireId));
  return row && { before: await getQuestionnaire(db, row.fromQuestionnaireId), mapping: row.mapping };
}
