import { errorOf, type FieldProblem, RadioGroup, Tag, TextArea, VerdictTag } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { ThreadNotes } from '~/app/threads/thread-notes';
import type { ReviewedAnswer } from '~/db/cases/read';
import { verdictKinds } from '~/workflows/words';
import { GivenAnswer, QuestionHelp } from './answer-parts';
import { AnswersElsewhere } from './answers-elsewhere';
import { CannedReasons } from './canned-reasons';
import { PreviousAnswer, VerdictLine } from './previous-answer';
import type { SectionView } from './section-view.server';
import { verdictField } from './verdict-fields';

export interface VerdictForm {
  /** What was typed before the form came back; null: nothing yet. */
  typed: Readonly<Record<string, string>> | null;
  errors: readonly FieldProblem[];
}

interface AnswerReviewProps {
  answer: ReviewedAnswer;
  view: SectionView;
  form: VerdictForm;
  /** Of the question's heading. */
  level: 3 | 4;
}

/** One answer beside its verdict: what the reviewer reads to the left, what they say to the right. */
export function AnswerReview({ answer, view, form, level }: AnswerReviewProps) {
  const Heading = `h${level}` as const;
  const text = useText();
  const to = usePaths();
  const { answer: frozen, guidance } = answer;
  const headingId = `question:${frozen.key}`;
  return (
    <article
      className="sd-judge"
      id={`answer:${frozen.key}`}
      aria-labelledby={headingId}
      // The keyboard's way from answer to answer puts the focus here; it is no stop of the Tab key.
      tabIndex={-1}
    >
      <header>
        <Heading id={headingId} className="sd-judge-question">
          {text(frozen.question.text)}
        </Heading>
        <AnswerMarks answer={answer} />
      </header>
      <div className="sd-judge-columns">
        <div className="sd-judge-read">
          <GivenAnswer frozen={frozen} view={view} />
          {answer.isMoved && <PreviousAnswer answer={answer} view={view} level={level === 3 ? 4 : 5} />}
          <AnswersElsewhere found={view.elsewhere[frozen.key] ?? []} names={view.names} />
          <QuestionHelp guidance={guidance} />
          <ThreadNotes threads={view.threads[frozen.key] ?? []} href={to.review.thread(view.reviewed.id, frozen.key)} />
        </div>
        <div className="sd-judge-say">
          {view.page.canJudge ? (
            <VerdictFields answer={answer} form={form} reasons={view.reasons} />
          ) : (
            <GivenVerdict verdict={answer.verdict} />
          )}
        </div>
      </div>
    </article>
  );
}

function AnswerMarks({ answer: { answer, verdict, isCarried } }: { answer: ReviewedAnswer }) {
  const t = useTexts(reviewTexts);
  return (
    <p className="sd-judge-marks">
      {answer.question.weight === 3 && <Tag tone="accent">{t('weight3')}</Tag>}
      {!answer.question.isPublic && (
        <Tag tone="neutral" icon="visibility-off">
          {t('privateAnswer')}
        </Tag>
      )}
      {verdict && !isCarried && <VerdictTag verdict={verdict.kind} />}
    </p>
  );
}

function GivenVerdict({ verdict }: { verdict: ReviewedAnswer['verdict'] }) {
  const t = useTexts(reviewTexts);
  if (!verdict) return <p className="sd-missing">{t('verdictNone')}</p>;
  return <VerdictLine verdict={verdict} />;
}

/** Radio buttons and a reason. The answer's hash goes along, so that nobody judges what they did not see. */
function VerdictFields({
  answer,
  form,
  reasons,
}: Omit<AnswerReviewProps, 'view' | 'level'> & Pick<SectionView, 'reasons'>) {
  const t = useTexts(reviewTexts);
  const kinds = useTexts(verdictTexts);
  const text = useText();
  const { key, question, answerHash } = answer.answer;
  const own = answer.isCarried ? null : answer.verdict;
  const [kind, reason] = [verdictField.kind(key), verdictField.reason(key)];
  const hidden = <span className="sr-only">: {text(question.text)}</span>;
  return (
    <>
      <input type="hidden" name={verdictField.hash(key)} value={answerHash} />
      <RadioGroup
        name={kind}
        label={
          <>
            {answer.isMoved ? t('verdictLegend') : t('judgeAnew')}
            {hidden}
          </>
        }
        choices={verdictKinds.map((value) => ({ value, label: kinds(value) }))}
        defaultValue={form.typed ? form.typed[kind] : own?.kind}
        error={errorOf(form.errors, kind)}
      />
      <div className="sd-judge-reason">
        <CannedReasons questionKey={key} question={text(question.text)} reasons={reasons} picked={form.typed} />
        <TextArea
          name={reason}
          label={
            <>
              {t('verdictReason')}
              {hidden}
            </>
          }
          rows={3}
          defaultValue={form.typed ? form.typed[reason] : (own?.reason ?? undefined)}
          error={errorOf(form.errors, reason)}
        />
      </div>
      {own && <p className="sd-muted sd-judge-by">{<ByLine verdict={own} />}</p>}
    </>
  );
}

function ByLine({ verdict }: { verdict: NonNullable<ReviewedAnswer['verdict']> }) {
  const t = useTexts(reviewTexts);
  return (
    <>
      {t('verdictCurrent')}: {verdict.personName}, {verdict.municipality.name}
    </>
  );
}
