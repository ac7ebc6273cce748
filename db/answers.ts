import { and, eq, inArray } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { canonicalJson } from '~/workflows/canonical-json';
import { isPastPlan } from '~/workflows/planned-date';
import {
  type AnswerInput,
  type AnswerProblem,
  type AnswerValue,
  type CheckedAnswer,
  checkAnswer,
} from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result } from '~/workflows/refusal';
import { copenhagenDay } from '~/workflows/working-days';
import { type AnswerRow, type WrittenAnswer, writeAnswers } from './answer-rows';
import { listKleGroups, listMunicipalities } from './catalogue';
import type { Db, Transaction } from './client';
import { type EditRefusal, lockForEdit, readInstances } from './declarations';
import { appendLog, type LogEntry } from './log';
import { answers, declarations, people } from './schema';

/** An answer that somebody wants to save, as it came. */
export interface AnswerEdit {
  key: QuestionKey;
  value: unknown;
  justification: unknown;
  /** The version of the answer that the person saw; 0: not answered yet. */
  expectedVersion: number;
}

/** An answer as it is in the database now. */
export interface PresentAnswer {
  value: AnswerValue;
  justification: string | null;
  version: number;
  updatedAt: Date;
}

/** What became of one edit. A conflict saved nothing: both texts are for the person to choose between. */
export type SaveOutcome =
  | ({ key: QuestionKey; status: 'saved' | 'unchanged' } & PresentAnswer)
  | { key: QuestionKey; status: 'empty' }
  | { key: QuestionKey; status: 'problem'; problem: AnswerProblem; field: 'value' | 'justification' }
  | { key: QuestionKey; status: 'conflict'; present: PresentAnswer; changedBy: string }
  /** The questionnaire has no such question for this scope. */
  | { key: QuestionKey; status: 'unknown-question' };

export interface SaveResult {
  /** In the order of the edits. */
  outcomes: SaveOutcome[];
}

/**
 * Saves answers of one declaration in one transaction, each for itself: one that is refused or in conflict does not
 * hold back the others. Answers to questions behind a closed condition are kept as well. Once `saved` or `unchanged`
 * is returned, the answer is committed and no other edit can overwrite it without having seen it.
 * @param input.answers in the order in which they are to be saved
 */
export function saveAnswers(
  db: Db,
  acting: Acting,
  input: { declarationId: string; answers: readonly AnswerEdit[] },
): Promise<Result<SaveResult, EditRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockForEdit(tx, acting.actor, input.declarationId);
    if (!locked.ok) return locked;
    const saved = await writeEdits(tx, acting, input.declarationId, input.answers);
    if (saved.entries.length > 0) await appendLog(tx, acting, ...saved.entries);
    return ok({ outcomes: saved.outcomes });
  });
}

/**
 * The one way an edit becomes an answer, inside a command that has the declaration's lock (`lockForEdit`) and that
 * appends the entries to the log itself, last.
 */
export async function writeEdits(
  tx: Transaction,
  acting: Acting,
  declarationId: string,
  edits: readonly AnswerEdit[],
): Promise<SaveResult & { entries: LogEntry[] }> {
  const save = await openSave(tx, acting, declarationId, edits);
  const outcomes: SaveOutcome[] = [];
  for (const edit of edits) outcomes.push(await saveOne(save, edit));
  const { entries } = save;
  if (entries.length > 0) {
    await Promise.all([
      writeAnswers(tx, acting, declarationId, [...save.written.values()]),
      tx.update(declarations).set({ updatedAt: acting.now }).where(eq(declarations.id, declarationId)),
    ]);
  }
  return { outcomes, entries };
}

interface Save extends KnownCodes {
  tx: Transaction;
  acting: Acting;
  declarationId: string;
  questions: ReadonlyMap<QuestionKey, Question>;
  rows: Map<QuestionKey, AnswerRow>;
  written: Map<QuestionKey, WrittenAnswer>;
  entries: LogEntry[];
}

async function openSave(
  tx: Transaction,
  acting: Acting,
  declarationId: string,
  edits: readonly AnswerEdit[],
): Promise<Save> {
  const keys = edits.map(({ key }) => key);
  const [instances, rows] = await Promise.all([
    readInstances(tx, declarationId),
    tx
      .select()
      .from(answers)
      .where(and(eq(answers.declarationId, declarationId), inArray(answers.questionKey, keys))),
  ]);
  const questions = new Map(instances.map(({ key, question }) => [key, question]));
  return {
    tx,
    acting,
    declarationId,
    questions,
    rows: new Map(rows.map((row) => [row.questionKey, row])),
    written: new Map(),
    ...(keys.some((key) => namesCodes(questions.get(key))) ? await readKnownCodes(tx) : noCodes),
    entries: [],
  };
}

async function saveOne(save: Save, edit: AnswerEdit): Promise<SaveOutcome> {
  const { key } = edit;
  const question = save.questions.get(key);
  if (!question) return { key, status: 'unknown-question' };
  const checked = checkEdit(save, question, edit);
  if (!checked.ok) return { key, status: 'problem', problem: checked.problem, field: checked.field };
  const present = save.rows.get(key);
  const to = { value: checked.value, justification: checked.justification };
  if (!present && to.value === null && to.justification === null) return { key, status: 'empty' };
  if (present && isSame(present, to)) return { key, status: 'unchanged', ...presentOf(present) };
  // After `unchanged`: what was written in time stays, and only the portal's clock knows the day.
  if (isPastPlan(question.id, to.value, copenhagenDay(save.acting.now))) {
    return { key, status: 'problem', problem: 'planned-date-past', field: 'value' };
  }
  if (present && present.version !== edit.expectedVersion) return conflictWith(save, key, present);
  return write(save, key, present ?? null, to);
}

function write(
  save: Save,
  key: QuestionKey,
  present: AnswerRow | null,
  to: { value: AnswerValue; justification: string | null },
): SaveOutcome {
  const { acting, declarationId } = save;
  const version = (present?.version ?? 0) + 1;
  save.written.set(key, { key, ...to, version });
  const from = present && { value: present.value, justification: present.justification };
  save.entries.push({
    action: 'answer.save',
    subject: { type: 'declaration', id: declarationId },
    details: { key, from, to, version },
  });
  const row = { ...to, version, updatedAt: acting.now };
  save.rows.set(key, { ...row, declarationId, questionKey: key, updatedBy: acting.actor.personId });
  return { key, status: 'saved', ...row };
}

async function conflictWith(save: Save, key: QuestionKey, present: AnswerRow): Promise<SaveOutcome> {
  const [person] = await save.tx.select({ name: people.name }).from(people).where(eq(people.id, present.updatedBy));
  return { key, status: 'conflict', present: presentOf(present), changedBy: person?.name ?? '' };
}

function presentOf({ value, justification, version, updatedAt }: AnswerRow): PresentAnswer {
  return { value, justification, version, updatedAt };
}

function isSame(a: Pick<PresentAnswer, 'value' | 'justification'>, b: Pick<PresentAnswer, 'value' | 'justification'>) {
  return a.justification === b.justification && canonicalJson(a.value) === canonicalJson(b.value);
}

/** The codes that an answer may name; read once per command. */
export interface KnownCodes {
  municipalities: ReadonlySet<string>;
  kleGroups: ReadonlySet<string>;
}

const noCodes: KnownCodes = { municipalities: new Set(), kleGroups: new Set() };

/** Whether an answer to the question is checked against codes; most are not, and a save need not read them. */
function namesCodes(question: Question | undefined): boolean {
  return (
    question?.type === 'municipality_list' ||
    question?.type === 'kle_list' ||
    (question?.columns?.some(({ type }) => type === 'municipality') ?? false)
  );
}

export async function readKnownCodes(db: Db): Promise<KnownCodes> {
  return {
    municipalities: new Set((await listMunicipalities(db)).map(({ code }) => code)),
    kleGroups: new Set((await listKleGroups(db)).map(({ number }) => number)),
  };
}

/** Checks as a save does, codes included. */
export function checkEdit(codes: KnownCodes, question: Question, edit: AnswerInput): CheckedAnswer {
  const checked = checkAnswer(question, edit);
  if (!checked.ok) return checked;
  const unknown = unknownCode(codes, question, checked.value);
  return unknown ? { ok: false, problem: unknown, field: 'value', path: [] } : checked;
}

/** Codes that have the right form, but that no municipality or KLE main group has. */
function unknownCode(save: KnownCodes, question: Question, value: AnswerValue): AnswerProblem | null {
  if (!Array.isArray(value)) return null;
  const texts = value.filter((item) => typeof item === 'string');
  if (question.type === 'municipality_list' && texts.some((code) => !save.municipalities.has(code))) {
    return 'not-a-municipality';
  }
  if (question.type === 'kle_list' && texts.some((number) => !save.kleGroups.has(number.slice(0, 2)))) {
    return 'not-a-kle';
  }
  const columns = question.columns?.filter(({ type }) => type === 'municipality') ?? [];
  const cells = value.flatMap((row) => (typeof row === 'string' ? [] : columns.map(({ id }) => row[id] ?? '')));
  return cells.some((code) => code !== '' && !save.municipalities.has(code)) ? 'not-a-municipality' : null;
}
