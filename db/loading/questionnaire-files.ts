import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { checkDefinition } from '~/workflows/questionnaire/definition-check';
import type { CatalogueIds } from '~/workflows/questionnaire/placed-question';
import { checkMapping, type VersionMapping } from '~/workflows/questionnaire/version-mapping';
import type { ContentIssue } from './content-problem';
import { assembleFolder, locate } from './questionnaire-parts';
import { decode, hashSources, readSource, type SourceFile } from './read-file';
import { parseYaml } from './yaml-file';

/**
 * A version of a questionnaire as it lies on the disk: a folder with questionnaire.yaml, interface-template.yaml,
 * sections/. One that is based on another has only what differs, and changes.yaml.
 */
export interface QuestionnaireFolder {
  /** What it is called in loaded_content. */
  name: string;
  /** The file that stands for the whole in messages. */
  file: string;
  hash: string;
  read(catalogue: CatalogueIds): ReadVersion;
}

export type ReadVersion = { ok: true; value: FiledVersion } | { ok: false; issues: ContentIssue[] };

export interface FiledVersion {
  definition: QuestionnaireDefinition;
  /** How it stands to the version that it is based on; null: it is the first. */
  mapping: VersionMapping | null;
}

/** The files of one version, unread. */
export interface FolderSources {
  whole: SourceFile;
  /** Not there: as in the version that it is based on. */
  template: SourceFile | null;
  /** By the name of the file, whose number is the order of the sections. */
  sections: ReadonlyMap<string, SourceFile>;
  changes: SourceFile | null;
  base: FolderSources | null;
}

/** @param folder db/content, or another folder of the same shape */
export function listQuestionnaireFolders(folder: string): QuestionnaireFolder[] {
  const home = path.join(folder, 'questionnaires');
  if (!existsSync(home)) return [];
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readQuestionnaireFolder(path.join(home, entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param folder of one version; the one that it is based on lies beside it */
export function readQuestionnaireFolder(folder: string): QuestionnaireFolder {
  const sources = openFolder(folder, []);
  return {
    name: `questionnaire ${path.basename(folder)}`,
    file: sources.whole.name,
    hash: hashSources(listSources(sources)),
    read: (catalogue) => readVersion(sources, catalogue),
  };
}

function openFolder(folder: string, below: readonly string[]): FolderSources {
  const sourceOf = (name: string) => readSource(path.join(folder, name));
  const optional = (name: string) => (existsSync(path.join(folder, name)) ? sourceOf(name) : null);
  const sectionsFolder = path.join(folder, 'sections');
  const names = existsSync(sectionsFolder) ? readdirSync(sectionsFolder).filter((name) => name.endsWith('.yaml')) : [];
  const whole = sourceOf('questionnaire.yaml');
  const base = baseOf(whole, folder);
  return {
    whole,
    template: base ? optional('interface-template.yaml') : sourceOf('interface-template.yaml'),
    sections: new Map(names.sort().map((name) => [name, sourceOf(path.join('sections', name))])),
    changes: optional('changes.yaml'),
    // A folder that is based on itself, round whatever corner, is told as one that is missing.
    base: base && !below.includes(base) ? openFolder(base, [...below, folder]) : null,
  };
}

/** The folder that questionnaire.yaml names as `basedOn`; what is wrong with it is told when it is read. */
function baseOf(whole: SourceFile, folder: string): string | null {
  const name = readBasedOn(whole);
  return typeof name === 'string' && /^[a-z0-9][a-z0-9.-]*$/.test(name) ? path.join(path.dirname(folder), name) : null;
}

/** Each start asks, to know which files there are: the file is taken apart only where it may say it in an unusual way. */
function readBasedOn(whole: SourceFile): unknown {
  const text = decode(whole) ?? '';
  if (!/basedOn|[\\&*]/.test(text)) return null;
  const [, plain] = /^basedOn: ([a-z0-9][a-z0-9.-]*)$/m.exec(text) ?? [];
  if (plain !== undefined && text.split('basedOn').length === 2) return plain;
  const parsed = parseYaml(whole);
  if (!parsed.ok || typeof parsed.file.value !== 'object' || parsed.file.value === null) return null;
  return (parsed.file.value as { basedOn?: unknown }).basedOn;
}

function listSources({ whole, template, sections, changes, base }: FolderSources): SourceFile[] {
  const own = [whole, template, ...sections.values(), changes].filter((source) => source !== null);
  return base ? [...own, ...listSources(base)] : own;
}

function readVersion(sources: FolderSources, catalogue: CatalogueIds): ReadVersion {
  // First, so that what is wrong there is told where it stands.
  const before = sources.base ? readVersion(sources.base, catalogue) : null;
  if (before && !before.ok) return before;
  const assembled = assembleFolder(sources);
  if (!assembled.ok) return assembled;
  const checked = checkDefinition(assembled.value.raw, catalogue);
  if (!checked.ok) {
    return { ok: false, issues: checked.problems.flatMap((problem) => locate(problem, assembled.value)) };
  }
  const { definition } = checked;
  if (before) return readMapping(sources, before.value.definition, definition);
  if (!sources.changes) return { ok: true, value: { definition, mapping: null } };
  return refused(sources.changes, 'tells of a version before, but questionnaire.yaml has no basedOn');
}

function readMapping(
  { whole, changes }: FolderSources,
  before: QuestionnaireDefinition,
  definition: QuestionnaireDefinition,
): ReadVersion {
  if (before.slug !== definition.slug) return refused(whole, `is based on another questionnaire, ${before.slug}`);
  if (!changes) return refused(whole, 'needs changes.yaml beside it: what became of each question');
  const parsed = parseYaml(changes);
  if (!parsed.ok) return parsed;
  const checked = checkMapping(before, definition, parsed.file.value);
  if (!checked.ok) return { ok: false, issues: parsed.file.locate(checked.problems) };
  return { ok: true, value: { definition, mapping: checked.mapping } };
}

function refused({ name }: SourceFile, message: string): ReadVersion {
  return { ok: false, issues: [{ file: name, line: null, message }] };
}
