import { Button, Details, Select } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { useTexts } from '~/app/i18n/use-texts';
import { libraryPlaceOf } from '~/workflows/library-text';
import type { Question } from '~/workflows/questionnaire/definition';
import type { SectionView } from './section-view';

interface QuestionLibraryProps {
  view: SectionView;
  question: Question;
  answerKey: string;
}

/** Putting a text of the library in, and keeping an answer as one. The buttons save the whole form first. */
export function QuestionLibrary({ view, question, answerKey }: QuestionLibraryProps) {
  const t = useTexts(textLibraryTexts);
  const text = useText();
  if (libraryPlaceOf(question.type) === null) return null;
  const texts = view.library[question.id] ?? [];
  const asked = text(question.text);
  const what = <span className="sr-only"> {t('forQuestion', { question: asked })}</span>;
  return (
    <Details summary={t('atQuestion')}>
      {texts.length > 0 && (
        <>
          <Select
            name={`library:${answerKey}`}
            label={t('choose')}
            options={texts.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button kind="secondary" small name="intent" value={`insert:${answerKey}`}>
            {t('insert')}
            {what}
          </Button>
        </>
      )}
      <Button kind="link" name="intent" value={`keep:${answerKey}`}>
        {t('keep')}
        {what}
      </Button>
    </Details>
  );
}
