import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DataProblem } from '~/workflows/catalogue';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { checkDefinition } from '~/workflows/questionnaire/definition-check';
import type { CatalogueIds } from '~/workflows/questionnaire/placed-question';
import type { ContentIssue } from './content-problem';
import { hashSources, readSource, type SourceFile } from './read-file';
import { parseYaml, type YamlFile } from './yaml-file';

/** A version of a questionnaire as it lies on the disk: a folder with questionnaire.yaml, interface-template.yaml, sections/. */
export interface QuestionnaireFolder {
  /** What it is called in loaded_content. */
  name: string;
  /** The file that stands for the whole in messages. */
  file: string;
  hash: string;
  read(catalogue: CatalogueIds): { ok: true; value: QuestionnaireDefinition } | { ok: false; issues: ContentIssue[] };
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

/** @param folder of one version */
export function readQuestionnaireFolder(folder: string): QuestionnaireFolder {
  const sectionsFolder = path.join(folder, 'sections');
  const sectionNames = existsSync(sectionsFolder)
    ? readdirSync(sectionsFolder).filter((name) => name.endsWith('.yaml'))
    : [];
  const whole = readSource(path.join(folder, 'questionnaire.yaml'));
  const template = readSource(path.join(folder, 'interface-template.yaml'));
  // Their names begin with a number: the order of the sections.
  const sections = sectionNames.sort().map((name) => readSource(path.join(sectionsFolder, name)));
  return {
    name: `questionnaire ${path.basename(folder)}`,
    file: whole.name,
    hash: hashSources([whole, template, ...sections]),
    read: (catalogue) => readDefinition(whole, template, sections, catalogue),
  };
}

function readDefinition(
  whole: SourceFile,
  template: SourceFile,
  sections: readonly SourceFile[],
  catalogue: CatalogueIds,
): ReturnType<QuestionnaireFolder['read']> {
  const parsed = [whole, template, ...sections].map(parseYaml);
  const issues = parsed.flatMap((each) => (each.ok ? [] : each.issues));
  const files = parsed.flatMap((each) => (each.ok ? [each.file] : []));
  const [wholeFile, templateFile, ...sectionFiles] = files;
  if (issues.length > 0 || !wholeFile || !templateFile) return { ok: false, issues };
  const raw = assemble(wholeFile, templateFile, sectionFiles);
  if (!raw.ok) return raw;
  const checked = checkDefinition(raw.value, catalogue);
  if (checked.ok) return { ok: true, value: checked.definition };
  return {
    ok: false,
    issues: checked.problems.flatMap((problem) => locate(problem, wholeFile, templateFile, sectionFiles)),
  };
}

function assemble(
  whole: YamlFile,
  template: YamlFile,
  sections: readonly YamlFile[],
): { ok: true; value: unknown } | { ok: false; issues: ContentIssue[] } {
  const { value } = whole;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      ok: false,
      issues: [{ file: whole.name, line: 1, message: 'must be a map of slug, version, title and so on' }],
    };
  }
  const misplaced = ['interfaceTemplate', 'sections'].filter((key) => key in value);
  if (misplaced.length > 0) {
    const problems = misplaced.map((key) => ({ path: [key], message: 'has files of its own beside this one' }));
    return { ok: false, issues: whole.locate(problems) };
  }
  return {
    ok: true,
    value: { ...value, interfaceTemplate: template.value, sections: sections.map((file) => file.value) },
  };
}

/** A problem of the assembled definition, in the file where the data stands. */
function locate(
  problem: DataProblem,
  whole: YamlFile,
  template: YamlFile,
  sections: readonly YamlFile[],
): ContentIssue[] {
  const [first, second, ...rest] = problem.path;
  if (first === 'interfaceTemplate') return template.locate([{ ...problem, path: problem.path.slice(1) }]);
  const section = first === 'sections' && typeof second === 'number' ? sections[second] : undefined;
  if (section) return section.locate([{ ...problem, path: rest }]);
  return whole.locate([problem]);
}
