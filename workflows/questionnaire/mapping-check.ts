import { canonicalJson } from '../canonical-json';
import type { DataProblem } from '../catalogue';
import { questionHash } from '../submission';
import type { Question, QuestionnaireDefinition } from './definition';
import { type PlacedQuestion, placeQuestions } from './placed-question';
import type { VersionMapping } from './version-mapping';

/** A question whose answers stay, but that is asked or judged otherwise than before. */
export interface MappingNotice {
  question: string;
  fields: (typeof noticedFields)[number][];
}

const noticedFields = ['showIf', 'interfaces', 'required', 'evidenceRequired', 'public', 'weight'] as const;

/** A place in the mapping that names a question of one of the versions. */
interface Named {
  id: string;
  path: DataProblem['path'];
}

type Questions = ReadonlyMap<string, PlacedQuestion>;

/** Everything that is wrong with a mapping of the right shape; see `checkMapping`. */
export function mappingProblems(
  before: QuestionnaireDefinition,
  after: QuestionnaireDefinition,
  mapping: VersionMapping,
): DataProblem[] {
  const old = byId(before);
  const fresh = byId(after);
  const wrongVersion =
    mapping.from === before.version
      ? []
      : [{ path: ['from'], message: `is ${mapping.from}, but the version before is ${before.version}` }];
  const problems = [
    ...wrongVersion,
    ...checkNamed(namedOld(mapping), old, before.version),
    ...checkNamed(namedNew(mapping), fresh, after.version),
    ...checkKept(mapping, old, fresh),
    ...checkRegrouped(mapping, old, fresh),
    ...checkEnds(mapping, old, fresh),
  ];
  // What keeps its id is named for both versions by the same place.
  return [...new Map(problems.map((problem) => [canonicalJson([problem.path, problem.message]), problem])).values()];
}

function byId(definition: QuestionnaireDefinition): Questions {
  return new Map(placeQuestions(definition).map((placed) => [placed.question.id, placed]));
}

function namedOld(mapping: VersionMapping): Named[] {
  return [
    ...namedKept(mapping),
    ...mapping.split.map(({ question }, index) => ({ id: question, path: ['split', index, 'question'] })),
    ...mapping.merged.flatMap(({ questions }, index) =>
      questions.map((id, place) => ({ id, path: ['merged', index, 'questions', place] })),
    ),
    ...mapping.retired.map(({ question }, index) => ({ id: question, path: ['retired', index, 'question'] })),
  ];
}

function namedNew(mapping: VersionMapping): Named[] {
  return [
    ...namedKept(mapping),
    ...mapping.split.flatMap(({ into }, index) =>
      into.map((id, place) => ({ id, path: ['split', index, 'into', place] })),
    ),
    ...mapping.merged.map(({ into }, index) => ({ id: into, path: ['merged', index, 'into'] })),
    ...mapping.new.map(({ question }, index) => ({ id: question, path: ['new', index, 'question'] })),
  ];
}

function namedKept({ unchanged, reworded, stricter }: VersionMapping): Named[] {
  return [
    ...unchanged.map((id, index) => ({ id, path: ['unchanged', index] })),
    ...reworded.map(({ question }, index) => ({ id: question, path: ['reworded', index, 'question'] })),
    ...stricter.map(({ question }, index) => ({ id: question, path: ['stricter', index, 'question'] })),
  ];
}

/** Every question of the version once, and nothing that it does not have. */
function checkNamed(named: readonly Named[], questions: Questions, version: string): DataProblem[] {
  const seen = new Set<string>();
  const problems = named.flatMap(({ id, path }) => {
    if (!questions.has(id)) return [{ path, message: `version ${version} has no question "${id}"` }];
    if (seen.has(id)) return [{ path, message: `it is said of "${id}" already what becomes of it` }];
    seen.add(id);
    return [];
  });
  const holes = [...questions.keys()]
    .filter((id) => !seen.has(id))
    .map((id) => ({ path: [], message: `nothing is said of "${id}" of version ${version}` }));
  return [...problems, ...holes];
}

/** What keeps its id: unchanged, reworded, stricter. */
function checkKept(mapping: VersionMapping, old: Questions, fresh: Questions): DataProblem[] {
  return namedKept(mapping).flatMap(({ id, path }) => {
    const was = old.get(id);
    const is = fresh.get(id);
    if (!was || !is) return [];
    const says = (message: string) => [{ path, message: `"${id}" ${message}` }];
    if (isTemplate(was) !== isTemplate(is)) {
      return says(
        'moved into or out of the interface template, so its answers have other keys: retire it, and add a new one',
      );
    }
    const isSame = questionHash(was.question) === questionHash(is.question);
    if (path[0] === 'unchanged') {
      return isSame ? [] : says('is not unchanged: its type, wording or options differ, so it is reworded or stricter');
    }
    if (isSame) return says('has the same type, wording and options as before: it is unchanged');
    return path[0] === 'reworded' ? checkFits(was.question, is.question).flatMap(says) : [];
  });
}

/** Why one click cannot confirm an answer that was possible before. */
function checkFits(was: Question, is: Question): string[] {
  if (is.type === 'evidence') return ['has no answer to confirm, only evidence: it is unchanged or stricter'];
  if (was.type !== is.type)
    return [`was ${was.type} and is ${is.type}: an earlier answer does not fit, so it is stricter`];
  const missing = (list: readonly string[], present: readonly string[]) => list.filter((id) => !present.includes(id));
  const options = missing(was.options?.map(({ value }) => value) ?? [], is.options?.map(({ value }) => value) ?? []);
  const columns = missing(was.columns?.map(({ id }) => id) ?? [], is.columns?.map(({ id }) => id) ?? []);
  return [
    ...options.map((value) => `has lost the option "${value}", which may have been the answer: it is stricter`),
    ...columns.map((id) => `has lost the column "${id}", which may have been filled in: it is stricter`),
  ];
}

/** Questions that became several, or one: other questions, so other ids, and at least two on the one side. */
function checkRegrouped(mapping: VersionMapping, old: Questions, fresh: Questions): DataProblem[] {
  const groups = [
    ...mapping.split.map(({ question, into }, index) => ({
      from: [question],
      into,
      many: into,
      path: ['split', index],
    })),
    ...mapping.merged.map(({ questions, into }, index) => ({
      from: questions,
      into: [into],
      many: questions,
      path: ['merged', index],
    })),
  ];
  return groups.flatMap(({ from, into, many, path }) => {
    const kinds = new Set([...from.map((id) => old.get(id)), ...into.map((id) => fresh.get(id))].map(kindOf));
    kinds.delete(undefined);
    return [
      ...(new Set(many).size < 2 ? [{ path, message: 'names fewer than two questions' }] : []),
      ...(kinds.size > 1
        ? [{ path, message: 'goes between the interface template and a section, where answers have other keys' }]
        : []),
    ];
  });
}

/** An id that ends stays ended, and one that begins was never there: answers are kept under it. */
function checkEnds(mapping: VersionMapping, old: Questions, fresh: Questions): DataProblem[] {
  const kept = new Set(namedKept(mapping).map(({ id }) => id));
  const ended = namedOld(mapping).filter(({ id }) => !kept.has(id) && old.has(id) && fresh.has(id));
  const begun = namedNew(mapping).filter(({ id }) => !kept.has(id) && old.has(id) && fresh.has(id));
  return [...ended, ...begun].map(({ id, path }) => ({
    path,
    message: `"${id}" is a question of both versions; another question needs an id of its own`,
  }));
}

function isTemplate({ section }: PlacedQuestion): boolean {
  return section === null;
}

function kindOf(placed: PlacedQuestion | undefined): boolean | undefined {
  return placed && isTemplate(placed);
}

/** See `checkMapping`. */
export function mappingNotices(
  before: QuestionnaireDefinition,
  after: QuestionnaireDefinition,
  mapping: VersionMapping,
): MappingNotice[] {
  const old = byId(before);
  const fresh = byId(after);
  const kept = [...mapping.unchanged, ...mapping.reworded.map(({ question }) => question)];
  return kept.flatMap((id) => {
    const was = old.get(id)?.question;
    const is = fresh.get(id)?.question;
    if (!was || !is) return [];
    const fields = noticedFields.filter(
      (field) => canonicalJson(was[field] ?? null) !== canonicalJson(is[field] ?? null),
    );
    return fields.length > 0 ? [{ question: id, fields }] : [];
  });
}
