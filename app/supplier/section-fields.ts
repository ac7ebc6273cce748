import type { AnswerEdit } from '~/db/answers';
import { answerLimits, type TableRow } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Language } from '~/workflows/words';
import { type FieldValue, fieldNames, readField } from './field-values';
import { type MunicipalityChoice, parseMunicipalities } from './municipality-names';

/** A question's fields as they were typed. */
export interface TypedAnswer {
  field: FieldValue;
  justification: string;
}
export type TypedAnswers = Record<QuestionKey, TypedAnswer>;

interface ReadContext {
  language: Language;
  municipalities: readonly MunicipalityChoice[];
}

/**
 * Reads the answers out of a section's form. Only questions that the form showed are read: a question that has no
 * version field in it was closed, and what was answered there is kept.
 */
export function readSectionForm(
  form: FormData,
  instances: readonly { key: QuestionKey; question: Question }[],
  context: ReadContext,
): { edits: AnswerEdit[]; typed: TypedAnswers } {
  const edits: AnswerEdit[] = [];
  const typed: TypedAnswers = {};
  for (const { key, question } of instances) {
    const version = textOf(form, fieldNames.version(key));
    if (version === null) continue;
    const field = readRaw(form, key, question, context);
    const justification = textOf(form, fieldNames.justification(key)) ?? '';
    typed[key] = { field, justification };
    edits.push({
      key,
      value: readField(question, field, context.language),
      justification: justification || null,
      expectedVersion: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    });
  }
  return { edits, typed };
}

/** A form sends line ends as CRLF; an answer has the ones that the page's script would send. */
function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : null;
}

function readRaw(form: FormData, key: QuestionKey, question: Question, { municipalities }: ReadContext): FieldValue {
  const all = form.getAll(fieldNames.value(key)).filter((value) => typeof value === 'string');
  if (question.type === 'multi_choice') return all;
  if (question.type === 'municipality_list') return parseMunicipalities(all.join('\n'), municipalities);
  if (question.type === 'table') return readRows(form, key, question, municipalities);
  return all[0]?.replaceAll('\r\n', '\n') ?? '';
}

function readRows(
  form: FormData,
  key: QuestionKey,
  question: Question,
  municipalities: readonly MunicipalityChoice[],
): TableRow[] {
  const columns = question.columns ?? [];
  const rows: TableRow[] = [];
  for (let index = 0; index <= answerLimits.rows; index += 1) {
    const cells = columns.map(({ id, type }) => {
      const text = textOf(form, fieldNames.cell(key, index, id));
      const code = type === 'municipality' && text ? parseMunicipalities(text, municipalities)[0] : undefined;
      return [id, code ?? text] as const;
    });
    if (cells.every(([, text]) => text === null)) break;
    rows.push(Object.fromEntries(cells.map(([id, text]) => [id, text?.trim() ?? ''])));
  }
  return rows.filter((row) => Object.values(row).some((cell) => cell !== ''));
}
