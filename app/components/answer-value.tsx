import { type AnswerNames, type AnswerShape, answerInWords, cellInWords, itemInWords } from '~/app/answer-words';
import { answerTexts } from '~/app/i18n/answers';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { useLanguage } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import type { TableRow, AnswerValue as Value } from '~/workflows/questionnaire/answer';
import { isWebAddress } from '~/workflows/web-address';
import { type SupportLevel, supportLevels } from '~/workflows/words';
import { SupportLevelTag } from './tags';

interface AnswerValueProps {
  /** `answerShape(question)`, or what a frozen or published answer carries. */
  shape: AnswerShape;
  value: Value;
  names: AnswerNames;
  /** The question's text, which names a table for screen readers. */
  question: string;
  /** Stands where nothing was answered; "Ikke besvaret" unless told, null for nothing at all. */
  empty?: string | null;
}

/** The one way in which an answer's value is shown: to its supplier, its reviewer and the public. */
export function AnswerValue({ shape, value, names, question, empty }: AnswerValueProps) {
  const language = useLanguage();
  const t = useTexts(commonTexts);
  if (isUnanswered(value)) {
    return empty === null ? null : <span className="sd-missing">{empty ?? t('notAnswered')}</span>;
  }
  if (Array.isArray(value)) return <Several shape={shape} items={value} names={names} question={question} />;
  const level = shape.type === 'support_level' ? supportLevels.find((known) => known === value) : undefined;
  if (level) return <SupportLevelTag level={level satisfies SupportLevel} />;
  const words = answerInWords(shape, value, language, names).join('\n');
  if (shape.type === 'url' && isWebAddress(words)) {
    return (
      <a className="sd-break" href={words} rel="nofollow noopener external">
        {words}
      </a>
    );
  }
  if (shape.type === 'email') return <a href={`mailto:${words}`}>{words}</a>;
  return <Lines text={words} />;
}

function isUnanswered(value: Value): boolean {
  return value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Line breaks as they were typed. */
export function Lines({ text }: { text: string }) {
  return <span className="sd-lines">{text}</span>;
}

type SeveralProps = Omit<AnswerValueProps, 'value' | 'empty'> & { items: string[] | TableRow[] };

function Several({ shape, items, names, question }: SeveralProps) {
  const language = useLanguage();
  const rows = items.filter((item) => typeof item !== 'string');
  if (rows.length > 0) return <AnswerTable shape={shape} rows={rows} names={names} question={question} />;
  const texts = items.filter((item) => typeof item === 'string');
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return <>{itemInWords(shape, only, language, names)}</>;
  return (
    <ul className="sd-answer-list">
      {texts.map((item) => (
        <li key={item}>{itemInWords(shape, item, language, names)}</li>
      ))}
    </ul>
  );
}

function AnswerTable({ shape, rows, names, question }: Omit<SeveralProps, 'items'> & { rows: TableRow[] }) {
  const language = useLanguage();
  const t = useTexts(answerTexts);
  const format = useFormat();
  const cell = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? format.shortDate(text) : cellInWords(text, names));
  const columns = Object.entries(shape.columnTexts);
  return (
    <table className="table table--compact sd-table sd-table-stacked sd-answer-table">
      <caption className="sr-only">{t('tableCaption', { question })}</caption>
      <thead>
        <tr>
          {columns.map(([id, text]) => (
            <th key={id} scope="col">
              {text[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a given answer have nothing else to be told by
          <tr key={index}>
            {columns.map(([id, text]) => (
              <td key={id} data-title={text[language]}>
                {cell(row[id] ?? '')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
