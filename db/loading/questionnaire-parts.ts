import type { DataProblem } from '~/workflows/catalogue';
import type { ContentIssue } from './content-problem';
import { isRecord, type KnownQuestions, questionsIn, resolveQuestions } from './question-references';
import type { FolderSources } from './questionnaire-files';
import { parseYaml, type YamlFile } from './yaml-file';

/** The data of one version, put together, and the file in which each part of it stands. */
export interface Assembled {
  raw: Record<string, unknown> & { interfaceTemplate: unknown; sections: unknown[] };
  whole: YamlFile;
  template: YamlFile;
  sections: YamlFile[];
  /** The sections' file names, in their order. */
  names: string[];
}

export type AssembledFolder = { ok: true; value: Assembled } | { ok: false; issues: ContentIssue[] };

/** Reads a version's files and puts in what it takes over from the one that it is based on. */
export function assembleFolder(sources: FolderSources): AssembledFolder {
  const base = sources.base ? assembleFolder(sources.base) : null;
  if (base && !base.ok) return base;
  const whole = parseYaml(sources.whole);
  const template = sources.template ? parseYaml(sources.template) : null;
  const sections = [...sources.sections].map(([name, source]) => ({ name, parsed: parseYaml(source) }));
  const issues = [whole, template, ...sections.map(({ parsed }) => parsed)].flatMap((each) =>
    each && !each.ok ? each.issues : [],
  );
  if (issues.length > 0 || !whole.ok) return { ok: false, issues };
  const own: OwnFiles = {
    whole: whole.file,
    template: template?.ok ? template.file : null,
    sections: new Map(sections.flatMap(({ name, parsed }) => (parsed.ok ? [[name, parsed.file] as const] : []))),
  };
  return putTogether(own, base?.value ?? null);
}

interface OwnFiles {
  whole: YamlFile;
  template: YamlFile | null;
  sections: ReadonlyMap<string, YamlFile>;
}

function putTogether(own: OwnFiles, base: Assembled | null): AssembledFolder {
  const { whole } = own;
  const template = own.template ?? base?.template;
  if (!isRecord(whole.value) || !template) {
    return {
      ok: false,
      issues: [{ file: whole.name, line: 1, message: 'must be a map of slug, version, title and so on' }],
    };
  }
  const { basedOn, ...fields } = whole.value;
  const misplaced = ['interfaceTemplate', 'sections'].filter((key) => key in fields);
  const problems = misplaced.map((key) => ({ path: [key], message: 'has files of its own beside this one' }));
  if (basedOn !== undefined && !base) {
    problems.push({ path: ['basedOn'], message: 'must be the name of another folder beside this one' });
  }
  if (problems.length > 0) return { ok: false, issues: whole.locate(problems) };
  const resolved = resolveTemplate(own, base, template);
  const sections = resolveSections(own, base);
  const issues = [...resolved.issues, ...sections.flatMap((section) => section.issues)];
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    value: {
      raw: { ...base?.raw, ...fields, interfaceTemplate: resolved.value, sections: sections.map(({ value }) => value) },
      whole,
      template,
      sections: sections.map(({ file }) => file),
      names: sections.map(({ name }) => name),
    },
  };
}

interface Resolved {
  value: unknown;
  issues: ContentIssue[];
}

function resolveTemplate(own: OwnFiles, base: Assembled | null, template: YamlFile): Resolved {
  if (!base) return { value: template.value, issues: [] };
  if (!own.template) return { value: base.raw.interfaceTemplate, issues: [] };
  const { value, problems } = resolveQuestions(template.value, new Map(questionsIn(base.raw.interfaceTemplate)));
  return { value, issues: template.locate(problems) };
}

function resolveSections(own: OwnFiles, base: Assembled | null): (Resolved & { name: string; file: YamlFile })[] {
  const inherited = new Map(
    (base?.names ?? []).map((name, index) => [name, { value: base?.raw.sections[index], file: base?.sections[index] }]),
  );
  // Of any section, so that a question can move to another one.
  const known: KnownQuestions = new Map(
    (base?.raw.sections ?? []).flatMap((section) => questionsIn(isRecord(section) ? section.questions : null)),
  );
  const names = [...new Set([...inherited.keys(), ...own.sections.keys()])].sort();
  return names.flatMap((name) => {
    const before = inherited.get(name);
    const file = own.sections.get(name) ?? before?.file;
    if (!file) return [];
    if (!own.sections.has(name)) return [{ name, file, value: before?.value, issues: [] }];
    return [{ name, file, ...resolveSection(file, before?.value, known, base !== null) }];
  });
}

function resolveSection(file: YamlFile, before: unknown, known: KnownQuestions, isBased: boolean): Resolved {
  if (!isBased || !isRecord(file.value)) return { value: file.value, issues: [] };
  const { value, problems } = resolveQuestions(file.value.questions, known);
  const located = problems.map((problem) => ({ ...problem, path: ['questions', ...problem.path] }));
  const merged = isRecord(before) ? { ...before, ...file.value } : file.value;
  return { value: { ...merged, questions: value }, issues: file.locate(located) };
}

/** A problem of the assembled definition, in the file where the data stands. */
export function locate(problem: DataProblem, { whole, template, sections }: Assembled): ContentIssue[] {
  const [first, second, ...rest] = problem.path;
  if (first === 'interfaceTemplate') return template.locate([{ ...problem, path: problem.path.slice(1) }]);
  const section = first === 'sections' && typeof second === 'number' ? sections[second] : undefined;
  if (section) return section.locate([{ ...problem, path: rest }]);
  return whole.locate([problem]);
}
