import type { AnswerNames } from '~/app/answer-words';
import { Alert, Button, ErrorSummary, PageHeading, RadioGroup } from '~/app/components';
import { calibrationTexts } from '~/app/i18n/calibration';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { answerLabel } from '~/app/published/interface-label';
import type { BlindSection } from '~/db/calibration';
import type { Refusal } from '~/workflows/refusal';
import { type Text, verdictKinds } from '~/workflows/words';
import { GivenAnswer } from './answer-parts';
import { verdictField } from './verdict-fields';

interface CalibrationView {
  section: BlindSection;
  names: AnswerNames;
  interfaceNames: Record<string, Text>;
  today: string;
}

interface CalibrationPageProps {
  view: CalibrationView;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

/** The answers of a section without what was said about them, and a verdict to give on each. */
export function CalibrationPage({ view, refused }: CalibrationPageProps) {
  const t = useTexts(calibrationTexts);
  const text = useText();
  const sentence = useRefusal();
  const to = usePaths();
  const { section } = view;
  const typed = refused?.typed ?? {};
  const missing = section.answers.find(({ key }) => !typed[verdictField.kind(key)]);
  return (
    <>
      {refused && (
        <ErrorSummary errors={[{ field: verdictField.kind(missing?.key ?? ''), message: sentence(refused.refusal) }]} />
      )}
      <PageHeading caption={t('caseNumber', { number: section.caseNumber })} lead={t('blindLead')}>
        {t('about', { section: text(section.title), product: section.productName })}
      </PageHeading>
      {section.doneAt ? (
        <Alert kind="info" heading={t('ownDone')} />
      ) : (
        <form method="post" action={to.review.calibration(section.id)}>
          {section.answers.map((answer) => (
            <BlindAnswer key={answer.key} answer={answer} view={view} kind={typed[verdictField.kind(answer.key)]} />
          ))}
          <Button name="act" value="finish">
            {t('finish')}
          </Button>
        </form>
      )}
    </>
  );
}

function BlindAnswer({
  answer,
  view,
  kind,
}: {
  answer: BlindSection['answers'][number];
  view: CalibrationView;
  kind: string | undefined;
}) {
  const t = useTexts(calibrationTexts);
  const kinds = useTexts(verdictTexts);
  const text = useText();
  const { key, question } = answer;
  const page = { evidenceTypes: view.section.evidenceTypes };
  const surroundings = { names: view.names, today: view.today, page, reviewed: { id: view.section.caseId } };
  return (
    <section aria-labelledby={`question-${key}`} className="sd-dispute">
      <h2 id={`question-${key}`}>{text(answerLabel(answer, view.interfaceNames))}</h2>
      <GivenAnswer frozen={answer} view={surroundings} />
      <RadioGroup
        name={verdictField.kind(key)}
        label={
          <>
            {t('verdict')}
            <span className="sr-only">: {text(question.text)}</span>
          </>
        }
        choices={verdictKinds.map((value) => ({ value, label: kinds(value) }))}
        defaultValue={kind}
      />
    </section>
  );
}
