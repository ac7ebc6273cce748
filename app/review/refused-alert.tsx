import { Alert, Details, ErrorSummary, Time } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useRefusal } from '~/app/i18n/refusals';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { caseStateTexts } from '~/app/i18n/words';
import type { CaseStep } from '~/db/cases/read';
import type { CaseState } from '~/workflows/words';
import type { Refused } from './refused.server';
import { useStepWords } from './step-words';

interface RefusedAlertProps {
  refused: Refused;
  /** The case's state now. */
  state: CaseState;
  supplierName: string;
  sectionTitles: Readonly<Record<string, string>>;
}

/** Above the heading of a page whose form was refused: why, what others have done meanwhile, and what to correct. */
export function RefusedAlert({ refused, state, supplierName, sectionTitles }: RefusedAlertProps) {
  const t = useTexts(reviewTexts);
  const sentence = useRefusal();
  const { refusal, errors, missed } = refused;
  // A field that can be mended says it all; the alert is for what stands in the way.
  const isAtField =
    refusal !== null && missed.length === 0 && errors.some((each) => each.message === sentence(refusal));
  if (!refusal || isAtField) return <ErrorSummary errors={errors} />;
  return (
    <>
      <Alert
        kind={missed.length > 0 ? 'warning' : 'error'}
        heading={missed.length > 0 ? t('movedHeading') : t('refusedHeading')}
        role="alert"
      >
        <p>{sentence(refusal)}</p>
        {missed.length > 0 && (
          <>
            <p>{t('movedText')}</p>
            <Missed missed={missed} state={state} supplierName={supplierName} sectionTitles={sectionTitles} />
          </>
        )}
        <Written typed={refused.typed} />
      </Alert>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
    </>
  );
}

const writtenFields = /^(?:note|reasons|reason|reason:.*)$/;

/** Everything the person wrote, to copy from: the form it was written in may not be offered any more. */
function Written({ typed }: Pick<Refused, 'typed'>) {
  const t = useTexts(reviewTexts);
  const written = Object.entries(typed).filter(([name, text]) => writtenFields.test(name) && text.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Details summary={t('whatYouWrote')}>
      {written.map(([name, text]) => (
        <p key={name}>
          {name.startsWith('reason:') && <span className="sd-muted">{name.slice('reason:'.length)}: </span>}
          <Lines text={text} />
        </p>
      ))}
    </Details>
  );
}

function Missed({
  missed,
  state,
  supplierName,
  sectionTitles,
}: {
  missed: readonly CaseStep[];
} & Omit<RefusedAlertProps, 'refused'>) {
  const t = useTexts(reviewTexts);
  const states = useTexts(caseStateTexts);
  const words = useStepWords({ supplierName, sectionTitles });
  const before = missed[0]?.from ?? null;
  return (
    <>
      <ul>
        {missed.map((step) => (
          <li key={step.version}>
            {words.title(step)} · {words.by(step)} · <Time value={step.at} />
          </li>
        ))}
      </ul>
      <p>
        {before && before !== state
          ? t('movedFrom', { state: states(before), now: states(state) })
          : t('movedNow', { now: states(state) })}
      </p>
    </>
  );
}
