import { existsSync } from 'node:fs';
import path from 'node:path';
import { inArray } from 'drizzle-orm';
import type { CatalogueContent, KleGroupContent, MunicipalityContent } from '~/workflows/catalogue';
import { copenhagenDay } from '~/workflows/day';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { CatalogueIds } from '~/workflows/questionnaire/placed-question';
import type { Database, Db, Transaction } from './client';
import { cataloguePart, klePart, municipalitiesPart } from './loading/catalogue-files';
import { planCatalogueRows, writeCatalogueRows } from './loading/catalogue-rows';
import { type ContentIssue, ContentProblem, writeIssue } from './loading/content-problem';
import { lockContent } from './loading/load-lock';
import type { ContentChange } from './loading/plan';
import {
  type FiledVersion,
  listQuestionnaireFolders,
  type QuestionnaireFolder,
  readQuestionnaireFolder,
} from './loading/questionnaire-files';
import { planQuestionnaires, type QuestionnaireVersion, writeQuestionnaires } from './loading/questionnaire-rows';
import { planKleGroups, planMunicipalities, writeKleGroups, writeMunicipalities } from './loading/reference-rows';
import { appendLog } from './log';
import { OperatorProblem } from './operator-problem';
import { projectRoot } from './project-root';
import { rebuildPublished } from './publication';
import { loadedContent } from './schema';

export { type ContentIssue, ContentProblem, writeIssue } from './loading/content-problem';
export type { ContentChange } from './loading/plan';

/** Where the catalogue and the questionnaires lie as data. */
export const contentFolder = path.join(projectRoot, 'db', 'content');

export type ContentParts = 'catalogue' | 'questionnaires';

export interface LoadOptions {
  now?: Date;
  /** Another folder of the same shape as db/content. */
  folder?: string;
  /** Only this half of the content. */
  only?: ContentParts;
}

/** The files' contents, checked. */
interface Content {
  catalogue: CatalogueContent;
  municipalities: MunicipalityContent[];
  kleGroups: KleGroupContent[];
  questionnaires: QuestionnaireVersion[];
}

/**
 * Brings the database up to the files in db/content: catalogue, municipalities, KLE groups, questionnaires. Everything
 * is checked first and written in one transaction with a log row for each change, so nothing is half loaded; files that
 * were loaded before and not edited since cost one query. The first version of a questionnaire is published; a later one
 * waits as a draft until a person publishes it (db/questionnaire-drafts.ts), because it costs suppliers work.
 * @returns what was changed
 * @throws ContentProblem with every issue, as file, line and reason
 */
export async function loadContent(db: Database, options: LoadOptions = {}): Promise<ContentChange[]> {
  const source = openContent(options.folder ?? contentFolder);
  const wanted = hashesOf(source, options.only);
  if (await areLoaded(db, wanted, options.only)) return [];
  const content = readContent(source);
  const now = options.now ?? new Date();
  return db.transaction(async (tx) => {
    await lockContent(tx);
    const changes = await write(tx, content, now, options.only);
    const loaded = (await tx.select({ name: loadedContent.name }).from(loadedContent)).map(({ name }) => name);
    const gone = listGone(loaded, wanted, options.only);
    if (gone.length > 0) await tx.delete(loadedContent).where(inArray(loadedContent.name, gone));
    for (const [name, hash] of wanted) {
      await tx
        .insert(loadedContent)
        .values({ name, hash })
        .onConflictDoUpdate({ target: loadedContent.name, set: { hash } });
    }
    if (changes.length > 0) {
      // Products are found by the names that the catalogue has for their interfaces.
      await rebuildPublished(tx, now);
      await appendLog(tx, { actor: null, now }, ...changes.map(entryOf));
    }
    return changes;
  });
}

/**
 * What loadContent would change in catalogue, municipalities and KLE groups. Nothing is written.
 * @throws ContentProblem
 */
export async function planCatalogue(db: Db, folder = contentFolder): Promise<ContentChange[]> {
  return (await planReference(db, readContent(openContent(folder)))).flatMap(({ changes }) => changes);
}

/**
 * The versions in the files that are not published yet, oldest first. Nothing is written.
 * @throws ContentProblem, also where a published version has been edited
 */
export async function planPublishing(db: Db, folder = contentFolder): Promise<FiledVersion[]> {
  const plan = await planQuestionnaires(db, readContent(openContent(folder)).questionnaires);
  if (plan.issues.length > 0) throw new ContentProblem(plan.issues);
  return [...plan.first, ...plan.later].map(({ definition, mapping }) => ({ definition, mapping }));
}

/**
 * Checks every file without a database.
 * @returns every issue; none: the content can be loaded into an empty database
 */
export function checkContent(folder = contentFolder): ContentIssue[] {
  try {
    readContent(openContent(folder));
    return [];
  } catch (error) {
    if (error instanceof ContentProblem) return [...error.issues];
    throw error;
  }
}

/**
 * Checks one version of a questionnaire against the catalogue's file, without a database.
 * @param file its folder, or a file in it
 * @throws OperatorProblem when no questionnaire lies there
 */
export function checkQuestionnaire(file: string, folder = contentFolder): ContentIssue[] {
  const home = [file, path.dirname(file), path.dirname(path.dirname(file))].find((place) =>
    existsSync(path.join(place, 'questionnaire.yaml')),
  );
  if (home === undefined) throw new OperatorProblem(`${file}: there is no questionnaire.yaml in this folder.`);
  const catalogue = cataloguePart(folder).read();
  if (!catalogue.ok) return catalogue.issues;
  const read = readQuestionnaireFolder(path.resolve(home)).read(idsOf(catalogue.value));
  return read.ok ? [] : read.issues;
}

/**
 * The questionnaires' versions as they lie in the files.
 * @throws ContentProblem
 */
export function readQuestionnaires(folder = contentFolder): QuestionnaireDefinition[] {
  return readContent(openContent(folder)).questionnaires.map(({ definition }) => definition);
}

type Source = ReturnType<typeof openContent>;

function openContent(folder: string) {
  return {
    catalogue: cataloguePart(folder),
    municipalities: municipalitiesPart(folder),
    kleGroups: klePart(folder),
    questionnaires: listQuestionnaireFolders(folder),
  };
}

function hashesOf(source: Source, only?: ContentParts): Map<string, string> {
  const { questionnaires, ...reference } = source;
  const parts = [
    ...(only === 'questionnaires' ? [] : Object.values(reference)),
    ...(only === 'catalogue' ? [] : questionnaires),
  ];
  return new Map(parts.map(({ name, hash }) => [name, hash]));
}

async function areLoaded(db: Db, wanted: ReadonlyMap<string, string>, only?: ContentParts): Promise<boolean> {
  const loaded = new Map((await db.select().from(loadedContent)).map(({ name, hash }) => [name, hash]));
  const isWhole = [...wanted].every(([name, hash]) => loaded.get(name) === hash);
  return isWhole && listGone([...loaded.keys()], wanted, only).length === 0;
}

/** Questionnaires that were loaded once and whose folders are no longer there. */
function listGone(loaded: readonly string[], wanted: ReadonlyMap<string, string>, only?: ContentParts): string[] {
  if (only === 'catalogue') return [];
  return loaded.filter((name) => name.startsWith('questionnaire ') && !wanted.has(name));
}

/** @throws ContentProblem with the issues of all files */
function readContent(source: Source): Content {
  const catalogue = source.catalogue.read();
  const municipalities = source.municipalities.read();
  const kleGroups = source.kleGroups.read();
  // Without a catalogue every interface would be reported as unknown.
  const read = catalogue.ok ? source.questionnaires.map(readWith(idsOf(catalogue.value))) : [];
  const issues = [catalogue, municipalities, kleGroups, ...read].flatMap((part) => (part.ok ? [] : part.issues));
  if (issues.length > 0 || !catalogue.ok || !municipalities.ok || !kleGroups.ok) throw new ContentProblem(once(issues));
  return {
    catalogue: catalogue.value,
    municipalities: municipalities.value,
    kleGroups: kleGroups.value,
    questionnaires: read.flatMap((each) => (each.ok ? [each.value] : [])),
  };
}

/** What is wrong with a version is wrong with each that is based on it, but told once. */
function once(issues: readonly ContentIssue[]): ContentIssue[] {
  return [...new Map(issues.map((issue) => [writeIssue(issue), issue])).values()];
}

function readWith(ids: CatalogueIds) {
  return (folder: QuestionnaireFolder) => {
    const result = folder.read(ids);
    return result.ok ? { ok: true as const, value: { file: folder.file, ...result.value } } : result;
  };
}

/** What questionnaires can refer to. */
export function idsOf({ groups, interfaces }: CatalogueContent): CatalogueIds {
  return { groups: new Set(groups.map(({ id }) => id)), interfaces: new Set(interfaces.map(({ id }) => id)) };
}

function planReference(db: Db, content: Content) {
  return Promise.all([
    planCatalogueRows(db, content.catalogue),
    planMunicipalities(db, content.municipalities),
    planKleGroups(db, content.kleGroups),
  ]);
}

async function write(tx: Transaction, content: Content, now: Date, only?: ContentParts): Promise<ContentChange[]> {
  const changes: ContentChange[] = [];
  if (only !== 'questionnaires') {
    const [catalogue, municipalities, kleGroups] = await planReference(tx, content);
    await writeCatalogueRows(tx, catalogue, copenhagenDay(now));
    await writeMunicipalities(tx, municipalities.rows);
    await writeKleGroups(tx, kleGroups.rows);
    changes.push(...catalogue.changes, ...municipalities.changes, ...kleGroups.changes);
  }
  if (only !== 'catalogue') {
    const plan = await planQuestionnaires(tx, content.questionnaires);
    if (plan.issues.length > 0) throw new ContentProblem(plan.issues);
    await writeQuestionnaires(tx, plan, now);
    changes.push(...plan.changes);
  }
  return changes;
}

const verbs = {
  added: 'add',
  changed: 'change',
  removed: 'remove',
  restored: 'restore',
  published: 'publish',
  drafted: 'draft',
} as const;

function entryOf({ kind, id, change, fields }: ContentChange) {
  return { action: `${kind}.${verbs[change]}`, subject: { type: kind, id }, details: { fields } };
}
