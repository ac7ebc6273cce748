import { z } from 'zod';
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
  'control-characters',
  'wrong-type',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

/** Lengths in characters. */
export const answerLimits = { text: 300, longText: 5_000, justification: 5_000, rows: 200, choices: 100 } as const;

/** No control characters but tab and line ends, and no half surrogate: PostgreSQL and XML can hold neither. */
const allowedText = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

const problem = (code: AnswerProblem) => ({ message: code });
const textOf = (most: number) =>
  z.string(problem('wrong-type')).max(most, problem('too-long')).regex(allowedText, problem('control-characters'));

/** A day that exists, as yyyy-mm-dd. */
export function isIsoDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const kleNumber = /^\d\d(\.\d\d){0,2}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The schema of the value of an answer that was given: the one definition behind the form, the command and the API.
 * Whether an answer is required is a matter of completeness (completeness.ts), not of this schema: a half filled
 * declaration can be saved. Messages are `AnswerProblem`s.
 */
export function answerValueSchema(question: Question): z.ZodType<AnswerValue> {
  const oneOf = (values: readonly string[]) =>
    z.string(problem('wrong-type')).refine((value) => values.includes(value), problem('not-an-option'));
  const options = question.options?.map(({ value }) => value) ?? [];
  const unique = (values: string[]) => [...new Set(values)];
  switch (question.type) {
    case 'support_level':
      return oneOf(supportLevels);
    case 'single_choice':
      return oneOf(options);
    case 'yes_no':
    case 'yes_no_explain':
      return oneOf(['yes', 'no']);
    case 'multi_choice':
      return z
        .array(oneOf(options), problem('wrong-type'))
        .max(answerLimits.choices, problem('too-long'))
        .transform(unique);
    case 'municipality_list':
      return z
        .array(textOf(4).regex(/^\d{4}$/, problem('not-a-municipality')), problem('wrong-type'))
        .max(98, problem('too-long'))
        .transform(unique);
    case 'kle_list':
      return z
        .array(textOf(8).regex(kleNumber, problem('not-a-kle')), problem('wrong-type'))
        .max(answerLimits.choices, problem('too-long'))
        .transform(unique);
    case 'number':
      return z.number(problem('not-a-number')).min(0, problem('not-a-number')).max(1e12, problem('not-a-number'));
    case 'checkbox':
      return z.literal(true, problem('must-be-confirmed'));
    case 'date':
      return textOf(10).refine(isIsoDate, problem('not-a-date'));
    case 'url':
      return textOf(2_000).refine(isWebAddress, problem('not-an-address'));
    case 'email':
      return textOf(254).pipe(z.email(problem('not-an-email')));
    case 'uuid':
      return textOf(36).regex(uuid, problem('not-a-uuid'));
    case 'cvr':
      return textOf(8).regex(/^\d{8}$/, problem('not-a-cvr'));
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

function tableSchema(question: Question): z.ZodType<TableRow[]> {
  const columns = question.columns ?? [];
  const row = z.strictObject(
    Object.fromEntries(columns.map(({ id, type }) => [id, cellSchema(type)])),
    problem('not-a-table'),
  );
  return z.array(row, problem('not-a-table')).max(answerLimits.rows, problem('too-long'));
}

function cellSchema(type: 'text' | 'date' | 'municipality') {
  const text = textOf(1_000);
  if (type === 'date') return text.refine((value) => value === '' || isIsoDate(value), problem('not-a-date'));
  if (type === 'municipality') return text.regex(/^(\d{4})?$/, problem('not-a-municipality'));
  return text;
}

const justificationSchema = textOf(answerLimits.justification);

/** What a person or a machine wants to save as the answer; null takes it back. */
export interface AnswerInput {
  value: unknown;
  justification: unknown;
}

export type CheckedAnswer =
  | { ok: true; value: AnswerValue; justification: string | null }
  | { ok: false; problem: AnswerProblem; field: 'value' | 'justification' };

/**
 * Checks and normalises an answer. Empty texts, lists and null all mean "not answered".
 * @returns the first problem, or the answer as it is stored
 */
export function checkAnswer(question: Question, input: AnswerInput): CheckedAnswer {
  const justification = checkJustification(input.justification);
  if (!justification.ok) return justification;
  if (isEmpty(input.value)) return { ok: true, value: null, justification: justification.value };
  const trimmed = typeof input.value === 'string' ? input.value.trim() : input.value;
  const result = answerValueSchema(question).safeParse(trimmed);
  if (!result.success) return { ok: false, field: 'value', problem: problemOf(result.error) };
  return { ok: true, value: result.data, justification: justification.value };
}

function checkJustification(
  input: unknown,
): { ok: true; value: string | null } | { ok: false; field: 'justification'; problem: AnswerProblem } {
  if (input === null || input === undefined) return { ok: true, value: null };
  const result = justificationSchema.safeParse(input);
  if (!result.success) return { ok: false, field: 'justification', problem: problemOf(result.error) };
  return { ok: true, value: result.data.trim() || null };
}

function problemOf(error: z.ZodError): AnswerProblem {
  const message = error.issues[0]?.message;
  return answerProblems.find((code) => code === message) ?? 'wrong-type';
}

/** Whether nothing was answered. An unticked box is no answer. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
