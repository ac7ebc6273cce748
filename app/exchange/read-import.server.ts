import type { MunicipalityChoice } from '~/app/supplier/municipality-names';
import { checkEdit, type KnownCodes } from '~/db/answers';
import type { LoadedDeclaration } from '~/db/declarations';
import { type InterchangeProblem, readInterchange } from '~/workflows/interchange/declaration';
import { markOf, type Place, type StagedAnswer } from '~/workflows/interchange/staged-answer';
import { isPastPlan } from '~/workflows/planned-date';
import { isSameAnswer } from '~/workflows/proposal';
import { isEmpty } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import { splitKey } from '~/workflows/questionnaire/instances';
import type { Language } from '~/workflows/words';
import type { FileFacts, ImportProblem, ReadAnswer, ReadFile } from './import-problems';
import { readCsv } from './read-csv';
import { readSheets } from './read-sheets';
import { readWorkbook } from './read-workbook.server';
import { UnreadableFile } from './sheets';

/** Endings of files that can be brought. */
export const importFormats = ['xlsx', 'csv', 'json'] as const;

/** In bytes; a declaration that answers everything at full length stays below. */
export const importLimit = 10_000_000;

/** As many problems as a person can work through at a time. */
const problemLimit = 200;

export interface ImportContext {
  loaded: Pick<LoadedDeclaration, 'declaration' | 'product' | 'questionnaire' | 'instances' | 'answers'>;
  codes: KnownCodes;
  municipalities: readonly MunicipalityChoice[];
  language: Language;
  /** yyyy-mm-dd in Copenhagen. */
  today: string;
}

export type ReadImport =
  | { ok: true; answers: StagedAnswer[] }
  /** In the order of the file; `more` problems are not listed. */
  | { ok: false; problems: ImportProblem[]; more: number };

/** Reads a file and judges every answer in it. One problem, and none of it can go on. */
export function readImport(name: string, bytes: Uint8Array, context: ImportContext): ReadImport {
  let read: ReadFile;
  try {
    read = readByType(name, bytes, context);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused([wholeFile(error.problem)]);
  }
  const strange = read.problems.find(({ place }) => place === null) ?? factProblem(read.facts, context);
  if (strange) return refused([strange]);
  const judged = read.answers.map((answer) => judge(answer, context));
  const problems = [...read.problems, ...judged.flatMap((each) => each.problem ?? [])];
  if (problems.length > 0) return refused(problems);
  return { ok: true, answers: judged.flatMap(({ staged }) => staged ?? []) };
}

function refused(problems: ImportProblem[]): ReadImport {
  return { ok: false, problems: problems.slice(0, problemLimit), more: Math.max(0, problems.length - problemLimit) };
}

function wholeFile(code: ImportProblem['code'], found = ''): ImportProblem {
  return { code, place: null, found };
}

/** The name says what it should be, the first bytes what it is; both must agree. */
function readByType(name: string, bytes: Uint8Array, context: ImportContext): ReadFile {
  if (bytes.byteLength === 0) throw new UnreadableFile('empty');
  if (bytes.byteLength > importLimit) throw new UnreadableFile('too-large');
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const reading = { findQuestion: (key: string) => findQuestion(context, key), ...context };
  if (ending === 'xlsx') {
    if (!isZip && !isOld) throw new UnreadableFile('wrong-file');
    return readSheets(readWorkbook(bytes), reading);
  }
  if (isZip || isOld || (ending !== 'csv' && ending !== 'json')) throw new UnreadableFile('wrong-file');
  return ending === 'csv' ? readSheets([readCsv(bytes)], reading) : readJson(bytes);
}

/** Also a question of an interface that is not in scope, so that its rows can be told from ones that never were. */
function findQuestion({ loaded }: ImportContext, key: string): Question | undefined {
  const { definition } = loaded.questionnaire;
  const { questionId, interfaceId } = splitKey(key);
  const questions =
    interfaceId === null ? definition.sections.flatMap((section) => section.questions) : definition.interfaceTemplate;
  return questions.find(({ id }) => id === questionId);
}

function readJson(bytes: Uint8Array): ReadFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('damaged');
  }
  const facts: FileFacts = { declarationId: null, productId: null, productName: null, questionnaire: null };
  const read = readInterchange(text);
  if (!read.ok) return { facts, answers: [], problems: [jsonProblem(read)] };
  const { product, questionnaire, answers } = read.declaration;
  return {
    facts: { declarationId: null, productId: product.id, productName: product.name, questionnaire },
    problems: [],
    answers: Object.entries(answers).map(([key, { value, justification, mark = null }]): ReadAnswer => {
      const place = { sheet: null, row: null, column: `answers.${key}` };
      return { key, value, justification, mark, place, reasonColumn: `answers.${key}.justification` };
    }),
  };
}

function jsonProblem(problem: InterchangeProblem): ImportProblem {
  if (problem.problem === 'unknown-schema') return wholeFile('unknown-schema', problem.found);
  if (problem.problem === 'wrong-form')
    return wholeFile('wrong-form', problem.path.map(String).join('.').slice(0, 200));
  return wholeFile(problem.problem);
}

/** Whether the file is about this declaration; one that does not say is taken as it is. */
function factProblem({ declarationId, productId, productName, questionnaire }: FileFacts, context: ImportContext) {
  const { declaration, product, questionnaire: own } = context.loaded;
  const isOther =
    (declarationId !== null && declarationId !== declaration.id) || (productId !== null && productId !== product.id);
  if (isOther) return wholeFile('other-declaration', (productName ?? '').slice(0, 200));
  if (questionnaire && (questionnaire.slug !== own.slug || questionnaire.version !== own.version)) {
    return wholeFile('other-questionnaire', `${questionnaire.slug} ${questionnaire.version}`.slice(0, 100));
  }
  return undefined;
}

interface Judged {
  staged?: StagedAnswer;
  problem?: ImportProblem;
}

function judge(answer: ReadAnswer, context: ImportContext): Judged {
  const { loaded, codes, today } = context;
  const { key, mark, place } = answer;
  const question = findQuestion(context, key);
  const present = loaded.answers.get(key) ?? { value: null, justification: null };
  const { value = present.value, justification = present.justification } = answer;
  const isSaid = !isEmpty(value) || !isEmpty(justification);
  if (!question) return isSaid ? { problem: { code: 'unknown-question', place, found: key.slice(0, 80) } } : {};
  const checked = checkEdit(codes, question, { value, justification });
  if (!checked.ok) return { problem: { code: checked.problem, place: placeOf(answer, checked, question), found: '' } };
  const said = { value: checked.value, justification: checked.justification };
  if (!loaded.instances.some((instance) => instance.key === key)) {
    // What was there when the file was made, and what is empty, asks for nothing.
    if (!isSaid || mark === markOf(said)) return {};
    return { problem: { code: 'not-in-scope', place, found: splitKey(key).interfaceId ?? key } };
  }
  if (!isSameAnswer(present, said) && mark !== markOf(said) && isPastPlan(question.id, said.value, today)) {
    return { problem: { code: 'planned-date-past', place, found: '' } };
  }
  return { staged: { key, ...said, mark, place } };
}

/** The cell, where the answer has several: a row of a table, or the reason. */
function placeOf(
  { place, rows, reasonColumn }: ReadAnswer,
  { field, path }: { field: 'value' | 'justification'; path: readonly PropertyKey[] },
  question: Question,
): Place {
  if (field === 'justification') return { ...place, column: reasonColumn };
  const [row, column] = path;
  const at = typeof row === 'number' ? rows?.[row] : undefined;
  if (!at) return place;
  const named = question.columns?.find(({ id }) => id === column);
  return { ...at, column: named ? named.text.da : null };
}
