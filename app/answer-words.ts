import { answerTexts } from '~/app/i18n/answers';
import { formatDate, formatNumber } from '~/app/i18n/format';
import { translator } from '~/app/i18n/texts';
import { supportLevelTexts } from '~/app/i18n/words';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { Question, QuestionType } from '~/workflows/questionnaire/definition';
import { type Language, supportLevels, type Text } from '~/workflows/words';

/** As much of a question as it takes to read an answer to it; a frozen or published question has the same. */
export interface AnswerShape {
  type: QuestionType;
  /** The options' texts, by value. */
  optionTexts: Readonly<Record<string, Text>>;
  /** The columns' texts, by id, in order. */
  columnTexts: Readonly<Record<string, Text>>;
}

/** Names of the municipalities, by code, and titles of the KLE main groups, by number, that answers mention. */
export interface AnswerNames {
  municipalities: Readonly<Record<string, string>>;
  kle: Readonly<Record<string, string>>;
}

export function answerShape(question: Pick<Question, 'type' | 'options' | 'columns'>): AnswerShape {
  return {
    type: question.type,
    optionTexts: Object.fromEntries(question.options?.map(({ value, text }) => [value, text]) ?? []),
    columnTexts: Object.fromEntries(question.columns?.map(({ id, text }) => [id, text]) ?? []),
  };
}

/**
 * An answer as the lines of text that people read: what diffs, letters and exports are made from.
 * @returns no line for what is not answered
 */
export function answerInWords(
  shape: AnswerShape,
  value: AnswerValue,
  language: Language,
  names: AnswerNames,
): string[] {
  const t = translator(answerTexts, language);
  if (value === null || value === false) return [];
  if (value === true) return [t('confirmed')];
  if (typeof value === 'number') return [formatNumber(value, language)];
  if (typeof value === 'string') return [wordOf(shape, value, language)];
  return value.map((item) =>
    typeof item === 'string'
      ? itemInWords(shape, item, language, names)
      : Object.entries(shape.columnTexts)
          .map(([id, text]) => `${text[language]}: ${cellInWords(item[id] ?? '', names)}`)
          .join('; '),
  );
}

/** One text: the name of an option, the words of a level, a date as it is written, else itself. */
function wordOf(shape: AnswerShape, value: string, language: Language): string {
  const t = translator(answerTexts, language);
  const level = supportLevels.find((known) => known === value);
  switch (shape.type) {
    case 'support_level':
      return level ? translator(supportLevelTexts, language)(level) : value;
    case 'yes_no':
    case 'yes_no_explain':
      return value === 'yes' ? t('yes') : t('no');
    case 'date':
      return formatDate(value, language);
    default:
      return shape.optionTexts[value]?.[language] ?? value;
  }
}

/** One of several: a municipality or a KLE number with its name, or an option. */
export function itemInWords(shape: AnswerShape, item: string, language: Language, names: AnswerNames): string {
  if (shape.type === 'municipality_list') return names.municipalities[item] ?? item;
  if (shape.type === 'kle_list') {
    const title = names.kle[item.slice(0, 2)];
    return title ? `${item} ${title}` : item;
  }
  return shape.optionTexts[item]?.[language] ?? item;
}

/** A cell of a table: a municipality's code is shown as its name. */
export function cellInWords(cell: string, names: AnswerNames): string {
  return /^\d{4}$/.test(cell) ? (names.municipalities[cell] ?? cell) : cell;
}
