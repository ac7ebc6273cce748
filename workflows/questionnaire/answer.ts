import * as z from 'zod/mini';
import { isWebAddress } from '../web-address';
import { supportLevels } from '../words';
import type { Question } from './definition';

/** One row of a table question: a text per column. */
export type TableRow = Record<string, string>;

/** What an answer can hold; which of these depends on the question's type. Null: not answered. */
export type AnswerValue = string | number | boolean | string[] | TableRow[] | null;

/** The present answer to a question, as rules need it. */
export interface Answer {
  value: AnswerValue;
  /** Free text beside the value; demanded by `yes_no_explain`. */
  justification: string | null;
  /** How many pieces of evidence are attached. */
  evidenceCount: number;
}

export const noAnswer: Answer = { value: null, justification: null, evidenceCount: 0 };

/** What is wrong with an answer; app/i18n has a sentence for each. */
export const answerProblems = [
  'required',
  'justification-required',
  'evidence-required',
  'too-long',
  'not-an-option',
  'not-a-number',
  'not-a-date',
  'not-an-address',
  'not-an-email',
  'not-a-uuid',
  'not-a-cvr',
  'not-a-kle',
  'not-a-municipality',
  'not-a-table',
  'must-be-confirmed',
  'planned-date-past',
  'control-characters',
  'wrong-type',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

/** Lengths in UTF-16 code units, as browsers count them; rows and choices in pieces. */
export const answerLimits = {
  text: 300,
  longText: 5_000,
  justification: 5_000,
  cell: 1_000,
  rows: 200,
  choices: 100,
} as const;

/**
 * No control characters but tab and line ends, no half surrogates and no non-characters: PostgreSQL or XML can hold none
 * of them.
 */
// One class, not a group of two: a group is repeated on the stack, which a text of megabytes overflows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const allowedText = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cs}\uFFFE\uFFFF]*$/u;

const problem = (code: AnswerProblem) => ({ error: code });
const textOf = (most: number, ...checks: z.core.$ZodCheck<string>[]) =>
  z
    .string(problem('wrong-type'))
    .check(z.maxLength(most, problem('too-long')), z.regex(allowedText, problem('control-characters')), ...checks);
const patternOf = (most: number, pattern: RegExp, code: AnswerProblem) => textOf(most, z.regex(pattern, problem(code)));

/** A text whose form says how long it is: one that is longer is told what it should be, not that it is long. */
const exactly = (form: RegExp, code: AnswerProblem) =>
  z.string(problem('wrong-type')).check(z.regex(form, problem(code)));

/** A day that exists, as yyyy-mm-dd. */
export function isIsoDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** As browsers check it (HTML's valid e-mail address), with a dot in the domain. */
const email =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
const kleNumber = /^\d\d(\.\d\d){0,2}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The schema of the value of an answer that was given: the one definition behind the form, the command and the API.
 * Whether an answer is required is a matter of completeness (completeness.ts), not of this schema: a half filled
 * declaration can be saved. Messages are `AnswerProblem`s. Built with zod/mini: browsers load it.
 */
export function answerValueSchema(question: Question): z.ZodMiniType<AnswerValue> {
  const options = question.options?.map(({ value }) => value) ?? [];
  switch (question.type) {
    case 'support_level':
      return oneOf(supportLevels);
    case 'single_choice':
      return oneOf(options);
    case 'yes_no':
    case 'yes_no_explain':
      return oneOf(['yes', 'no']);
    case 'multi_choice':
      return listOf(oneOf(options), answerLimits.choices);
    case 'municipality_list':
      return listOf(exactly(/^\d{4}$/, 'not-a-municipality'), answerLimits.choices);
    case 'kle_list':
      return listOf(exactly(kleNumber, 'not-a-kle'), answerLimits.choices);
    case 'number':
      return z.number(problem('not-a-number')).check(
        z.gte(0, problem('not-a-number')),
        z.lte(1e12, problem('not-a-number')),
        // JSON has one zero.
        z.overwrite((value) => value + 0),
      );
    case 'checkbox':
      return z.literal(true, problem('must-be-confirmed'));
    case 'date':
      return z.string(problem('wrong-type')).check(z.refine(isIsoDate, problem('not-a-date')));
    case 'url':
      return textOf(2_000, z.refine(isWebAddress, problem('not-an-address')));
    case 'email':
      return patternOf(254, email, 'not-an-email');
    case 'uuid':
      return z.pipe(
        exactly(uuid, 'not-a-uuid'),
        z.transform((value: string) => value.toLowerCase()),
      );
    case 'cvr':
      return exactly(/^\d{8}$/, 'not-a-cvr');
    case 'text':
    case 'version':
      return textOf(answerLimits.text);
    case 'long_text':
      return textOf(answerLimits.longText);
    case 'table':
      return tableSchema(question);
    case 'evidence':
      return z.never(problem('wrong-type'));
  }
}

function oneOf(values: readonly string[]) {
  return z
    .string(problem('wrong-type'))
    .check(z.refine((value: string) => values.includes(value), problem('not-an-option')));
}

/** In the order given, each once. */
function listOf(item: z.ZodMiniType<string>, most: number): z.ZodMiniType<string[]> {
  return z.pipe(
    z.array(item, problem('wrong-type')).check(z.maxLength(most, problem('too-long'))),
    z.transform((values: string[]) => [...new Set(values)]),
  );
}

function tableSchema(question: Question): z.ZodMiniType<TableRow[]> {
  const columns = question.columns ?? [];
  const row = z.strictObject(
    Object.fromEntries(columns.map(({ id, type }) => [id, cellSchema(type)])),
    problem('not-a-table'),
  );
  return z.array(row, problem('not-a-table')).check(z.maxLength(answerLimits.rows, problem('too-long')));
}

function cellSchema(type: 'text' | 'date' | 'municipality'): z.ZodMiniType<string> {
  if (type === 'date') {
    return z
      .string(problem('wrong-type'))
      .check(z.refine((value: string) => value === '' || isIsoDate(value), problem('not-a-date')));
  }
  if (type === 'municipality') return exactly(/^(\d{4})?$/, 'not-a-municipality');
  return textOf(answerLimits.cell);
}

/** Questions never change, and a declaration is checked as a whole at each change: each schema is made once. */
const schemas = new WeakMap<Question, z.ZodMiniType<AnswerValue>>();

function keptSchema(question: Question): z.ZodMiniType<AnswerValue> {
  const kept = schemas.get(question) ?? answerValueSchema(question);
  schemas.set(question, kept);
  return kept;
}

const justificationSchema = textOf(answerLimits.justification);

/** What a person or a machine wants to save as the answer; null takes it back. */
export interface AnswerInput {
  value: unknown;
  justification: unknown;
}

export type CheckedAnswer =
  | { ok: true; value: AnswerValue; justification: string | null }
  | { ok: false; problem: AnswerProblem; field: 'value' | 'justification'; path: readonly PropertyKey[] };

/**
 * Checks and normalises an answer, so that what reads the same is the same: texts in NFC with \n as line end and without
 * space around them, blank items and rows left out. Empty texts, lists and null all mean "not answered".
 * @returns the answer as it is stored, or the first problem and, in a list or table, the item or row and column it is in
 */
export function checkAnswer(question: Question, input: AnswerInput): CheckedAnswer {
  const justification = checkJustification(input.justification);
  if (!justification.ok) return justification;
  const value = tidy(input.value);
  if (isEmpty(value)) return { ok: true, value: null, justification: justification.value };
  const result = keptSchema(question).safeParse(value);
  if (!result.success) return refusalOf(result.error, 'value');
  return { ok: true, value: result.data, justification: justification.value };
}

function checkJustification(
  input: unknown,
): { ok: true; value: string | null } | Extract<CheckedAnswer, { ok: false }> {
  if (input === null || input === undefined) return { ok: true, value: null };
  const result = justificationSchema.safeParse(tidy(input));
  if (!result.success) return refusalOf(result.error, 'justification');
  return { ok: true, value: result.data || null };
}

function refusalOf(error: z.core.$ZodError, field: 'value' | 'justification'): Extract<CheckedAnswer, { ok: false }> {
  const [issue] = error.issues;
  const found = answerProblems.find((code) => code === issue?.message);
  return { ok: false, field, problem: found ?? 'wrong-type', path: issue?.path ?? [] };
}

/** Browsers send line ends as \r\n from a form and as \n from a script; a Mac writes some letters in two halves. */
function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (!Array.isArray(value)) return value;
  return value.map((item) => (isRow(item) ? tidyRow(item) : tidy(item))).filter((item) => !isBlank(item));
}

function isRow(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function tidyRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, typeof cell === 'string' ? tidyText(cell) : cell]),
  );
}

function isBlank(item: unknown): boolean {
  return item === '' || (isRow(item) && Object.values(item).every((cell) => cell === ''));
}

/** Whether nothing was answered. An unticked box is no answer. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isBlank);
}
