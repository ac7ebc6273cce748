import type { AnswerValue, TableRow } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { Language } from '~/workflows/words';
import { parseKleNumbers, writeKleNumbers } from './kle-numbers';

/** What a form field holds: one text, several, or the rows of a table. */
export type FieldValue = string | string[] | TableRow[];

type Asked = Pick<Question, 'type' | 'columns'>;

/** The names of a question's fields; none contains a character that react-hook-form takes as a path. */
export const fieldNames = {
  value: (key: string) => key,
  justification: (key: string) => `${key}:why`,
  version: (key: string) => `${key}:version`,
  cell: (key: string, row: number, column: string) => `${key}:${row}:${column}`,
};

/** An answer as its form field shows it. */
export function writeField(question: Asked, value: AnswerValue, language: Language): FieldValue {
  switch (question.type) {
    case 'multi_choice':
    case 'municipality_list':
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    case 'table':
      return Array.isArray(value) ? value.filter((item) => typeof item !== 'string') : [];
    case 'kle_list':
      return Array.isArray(value) ? writeKleNumbers(value.filter((item) => typeof item === 'string')) : '';
    case 'number':
      return typeof value === 'number' ? writeDecimal(value, language) : '';
    case 'checkbox':
      return value === true ? '1' : '';
    default:
      return typeof value === 'string' ? value : '';
  }
}

/** What a form field says, for `checkAnswer`. What cannot be read stays a text, so that it is refused and shown again. */
export function readField(question: Asked, field: FieldValue, language: Language): unknown {
  switch (question.type) {
    case 'multi_choice':
    case 'municipality_list':
      return Array.isArray(field) ? field : field === '' ? [] : [field];
    case 'table':
      return Array.isArray(field) ? field.filter((row) => typeof row !== 'string' && !isBlank(row)) : [];
    case 'kle_list':
      return typeof field === 'string' ? parseKleNumbers(field) : field;
    case 'number':
      return typeof field === 'string' ? readDecimal(field, language) : null;
    case 'checkbox':
      return field === '1' ? true : null;
    case 'evidence':
      return null;
    default:
      return typeof field === 'string' ? field : '';
  }
}

/** The row of a table in which nothing was typed. */
export function blankRow(question: Asked): TableRow {
  return Object.fromEntries(question.columns?.map(({ id }) => [id, '']) ?? []);
}

function isBlank(row: TableRow): boolean {
  return Object.values(row).every((cell) => cell.trim() === '');
}

function writeDecimal(value: number, language: Language): string {
  const text = String(value);
  return language === 'da' ? text.replace('.', ',') : text;
}

/**
 * A number as it is written in a language: `1.234,5` in Danish, `1,234.5` in English. A separator that cannot stand
 * for thousands is a decimal one in either.
 * @returns the text itself when it is no number
 */
export function readDecimal(text: string, language: Language): number | string {
  const plain = text.replace(/[\s\u00a0]/g, '');
  const [thousands, decimal] = language === 'da' ? ['.', ','] : [',', '.'];
  const groups = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`);
  const wanted = groups.test(plain) ? plain.replaceAll(thousands, '') : plain;
  const number = wanted.replace(/[.,](?=\d+$)/, '.');
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : text;
}
