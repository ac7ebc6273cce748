import { answerShape, cellInWords, itemInWords } from '~/app/answer-words';
import { answerTexts } from '~/app/i18n/answers';
import { translator } from '~/app/i18n/texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { readDecimal } from '~/app/supplier/field-values';
import { parseKleNumbers, writeKleNumbers } from '~/app/supplier/kle-numbers';
import { type MunicipalityChoice, parseMunicipalities } from '~/app/supplier/municipality-names';
import { type AnswerProblem, type AnswerValue, isIsoDate } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import { type Language, languages, supportLevels } from '~/workflows/words';
import { type ReadCell, type SheetCell, textOf } from './sheets';

type Asked = Pick<Question, 'type' | 'options' | 'columns'>;
type ColumnType = NonNullable<Question['columns']>[number]['type'];

/** What is wrong with a cell before its answer can be judged. */
export type CellProblem = 'formula' | 'cell-error' | 'became-date' | 'evidence-not-here';

export type CellAnswer = { ok: true; value: unknown } | { ok: false; problem: CellProblem | AnswerProblem };

/** The words for choosing, value by value; null for a question without choices. */
export function choicesOf(question: Asked, language: Language): { value: string; label: string }[] | null {
  const t = translator(answerTexts, language);
  switch (question.type) {
    case 'support_level':
      return supportLevels.map((value) => ({ value, label: translator(supportLevelTexts, language)(value) }));
    case 'yes_no':
    case 'yes_no_explain':
      return [
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ];
    case 'checkbox':
      return [{ value: 'yes', label: t('yes') }];
    case 'single_choice':
    case 'multi_choice':
      return question.options?.map(({ value, text }) => ({ value, label: text[language] })) ?? null;
    default:
      return null;
  }
}

/** A value as its cell shows it; tables have rows of their own. */
export function writeAnswerCell(
  question: Asked,
  value: AnswerValue,
  language: Language,
  municipalities: readonly MunicipalityChoice[],
): Pick<SheetCell, 'value' | 'look'> {
  if (question.type === 'number') return { value: typeof value === 'number' ? value : null, look: 'number' };
  if (question.type === 'date') return { value: typeof value === 'string' ? value : null, look: 'date' };
  return { value: writtenText(question, value, language, municipalities), look: 'text' };
}

function writtenText(
  question: Asked,
  value: AnswerValue,
  language: Language,
  municipalities: readonly MunicipalityChoice[],
): string | null {
  if (value === null || value === false) return null;
  if (value === true) return translator(answerTexts, language)('yes');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    return choicesOf(question, language)?.find((choice) => choice.value === value)?.label ?? value;
  }
  const items = value.filter((item) => typeof item === 'string');
  if (question.type === 'kle_list') return writeKleNumbers(items);
  const names = { municipalities: namesOf(municipalities), kle: {} };
  return items.map((item) => itemInWords(answerShape(question), item, language, names)).join('\n') || null;
}

/** A cell of a table question, on its way out. */
export function writeTableCell(
  type: ColumnType,
  text: string,
  municipalities: readonly MunicipalityChoice[],
): Pick<SheetCell, 'value' | 'look'> {
  if (text === '') return { value: null, look: type === 'date' ? 'date' : 'text' };
  if (type === 'date') return { value: text, look: 'date' };
  const names = { municipalities: type === 'municipality' ? namesOf(municipalities) : {}, kle: {} };
  return { value: cellInWords(text, names), look: 'text' };
}

function namesOf(municipalities: readonly MunicipalityChoice[]): Record<string, string> {
  return Object.fromEntries(municipalities.map(({ code, name }) => [code, name]));
}

/** What a cell says as the answer, for `checkAnswer`: choices by their words in either language, or by their value. */
export function readAnswerCell(
  question: Asked,
  cell: ReadCell | undefined,
  { language, municipalities }: { language: Language; municipalities: readonly MunicipalityChoice[] },
): CellAnswer {
  if (cell?.problem) return { ok: false, problem: cell.problem };
  const text = textOf(cell);
  if (cell === undefined || text === '') return { ok: true, value: null };
  switch (question.type) {
    case 'evidence':
      return { ok: false, problem: 'evidence-not-here' };
    case 'support_level':
    case 'single_choice':
    case 'yes_no':
    case 'yes_no_explain':
      return { ok: true, value: chosenIn(question, cell) };
    case 'multi_choice':
      return { ok: true, value: severalOf(question, text) };
    case 'municipality_list':
      return { ok: true, value: parseMunicipalities(text, municipalities) };
    case 'kle_list':
      return { ok: true, value: parseKleNumbers(text) };
    case 'number':
      return { ok: true, value: typeof cell.value === 'number' ? cell.value : readDecimal(text, language) };
    case 'checkbox':
      return readTick(cell.value);
    case 'date':
      return { ok: true, value: readDate(cell) };
    default:
      return cell.isDate ? { ok: false, problem: 'became-date' } : { ok: true, value: textAsTyped(cell) };
  }
}

/** Text cells keep their line breaks and inner spaces. */
function textAsTyped(cell: ReadCell): string {
  return String(cell.value);
}

/** What cannot be found stays as it is, so that it is refused at its place. */
function chosenIn(question: Asked, cell: ReadCell): string {
  if (typeof cell.value === 'boolean' && question.type.startsWith('yes_no')) return cell.value ? 'yes' : 'no';
  const text = textOf(cell);
  return findChoice(question, text) ?? text;
}

function findChoice(question: Asked, written: string): string | undefined {
  const plain = plainText(written);
  for (const language of languages) {
    const found = choicesOf(question, language)?.find(({ label }) => plainText(label) === plain);
    if (found) return found.value;
  }
  return choicesOf(question, 'da')?.find(({ value }) => value.toLowerCase() === plain)?.value;
}

function plainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** One per line, or with semicolons between. */
function severalOf(question: Asked, text: string): string[] {
  const whole = findChoice(question, text);
  if (whole !== undefined) return [whole];
  return text
    .split(/[\n;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => findChoice(question, part) ?? part);
}

const ticked = new Set(['ja', 'yes', 'x', '1', 'sand', 'true', 'bekræftet', 'confirmed']);
const unticked = new Set(['nej', 'no', '0', 'falsk', 'false']);

function readTick(value: string | number | boolean): CellAnswer {
  const word = plainText(String(value));
  if (ticked.has(word)) return { ok: true, value: true };
  return unticked.has(word) ? { ok: true, value: null } : { ok: false, problem: 'must-be-confirmed' };
}

/** A day as Excel counts it, or as it is written in Denmark: 31-12-2027, 31/12 2027, 31.12.2027; also 2027-12-31. */
function readDate(cell: ReadCell): string {
  if (typeof cell.value === 'number') return dayOf(cell.value);
  const text = textOf(cell);
  const danish = /^(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(\d{4})$/.exec(text);
  if (danish) {
    const [, day = '', month = '', year = ''] = danish;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return text.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/, '$1');
}

const firstDay = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** @param serial days since 30 December 1899; before March 1900 Excel counts a day that never was */
function dayOf(serial: number): string {
  if (serial < 61 || serial > 2_958_465) return String(serial);
  return new Date(firstDay + Math.floor(serial) * dayLength).toISOString().slice(0, 10);
}

/** @returns what Excel shows as that day; null for what is no day that it can show */
export function serialOf(day: string): number | null {
  const serial = isIsoDate(day) ? Math.round((Date.parse(`${day}T00:00:00Z`) - firstDay) / dayLength) : 0;
  return serial >= 61 ? serial : null;
}

/** A cell of a table question, on its way in. */
export function readTableCell(
  type: ColumnType,
  cell: ReadCell | undefined,
  municipalities: readonly MunicipalityChoice[],
): CellAnswer {
  if (!cell) return { ok: true, value: '' };
  if (cell.problem) return { ok: false, problem: cell.problem };
  if (type === 'date') return { ok: true, value: readDate(cell) };
  if (cell.isDate) return { ok: false, problem: 'became-date' };
  if (type === 'text') return { ok: true, value: textAsTyped(cell) };
  const text = textOf(cell);
  // A number cell loses the zero that the codes begin with.
  const code = typeof cell.value === 'number' ? text.padStart(4, '0') : text;
  return { ok: true, value: parseMunicipalities(code, municipalities)[0] ?? text };
}
