import { type AnswerNames, answerInWords } from '~/app/answer-words';
import { useFormat } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { publicationTexts } from '~/app/i18n/publications';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { diffWords } from '~/workflows/diff';
import type { PublicAnswer } from '~/workflows/publication';
import type { Text } from '~/workflows/words';
import { Diff, Tag } from '..';

interface ShownChange {
  key: string;
  text: Text;
  /** The interface's name; null: it is about the product. */
  about: Text | null;
  before: PublicAnswer | null;
  after: PublicAnswer | null;
}

/** What changed in each answer from one publication to another, word by word. */
export function AnswerChanges({ answers, names }: { answers: readonly ShownChange[]; names: AnswerNames }) {
  const t = useTexts(publicationTexts);
  const text = useText();
  return answers.map(({ key, text: question, about, before, after }) => (
    <article key={key} className="sd-answer-change">
      <p className="sd-muted">{about ? text(about) : t('general')}</p>
      <h3 className="h5">
        {text(question)} {before === null && <Tag>{t('added')}</Tag>}
        {after === null && <Tag>{t('removed')}</Tag>}
      </h3>
      <AnswerDiff before={before} after={after} names={names} />
    </article>
  ));
}

/** What one answer says that another does not, part by part. */
export function AnswerDiff({ before, after, names }: Pick<ShownChange, 'before' | 'after'> & { names: AnswerNames }) {
  const t = useTexts(publicationTexts);
  const shown = useTexts(publishedTexts);
  const language = useLanguage();
  const evidence = useEvidenceWords(names);
  const value = (answer: PublicAnswer | null) =>
    answer ? answerInWords(answer, answer.value, language, names).join('\n') : '';
  const parts = [
    { id: 'answer', label: t('answer'), before: value(before), after: value(after) },
    {
      id: 'justification',
      label: shown('justification'),
      before: before?.justification ?? '',
      after: after?.justification ?? '',
    },
    { id: 'remark', label: shown('remark'), before: before?.remark ?? '', after: after?.remark ?? '' },
    { id: 'evidence', label: shown('evidence'), before: evidence(before), after: evidence(after) },
  ].filter((part) => part.before !== part.after);
  return (
    <dl>
      {parts.map(({ id, label, ...texts }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <TextChange {...texts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function TextChange({ before, after }: { before: string; after: string }) {
  return <Diff parts={diffWords(before, after)} />;
}

function useEvidenceWords(names: AnswerNames) {
  const text = useText();
  const format = useFormat();
  return (answer: PublicAnswer | null): string =>
    (answer?.evidence ?? [])
      .map(({ typeText, observedOn, validTo, municipalityCode, url }) =>
        [
          text(typeText),
          [observedOn, validTo]
            .filter((day) => day !== null)
            .map((day) => format.shortDate(day))
            .join(' – '),
          municipalityCode && (names.municipalities[municipalityCode] ?? municipalityCode),
          url,
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join('\n');
}
