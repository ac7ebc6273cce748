import { Diff, Icon, VerdictTag } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import type { ReviewedAnswer } from '~/db/cases/read';
import { diffWords } from '~/workflows/diff';
import { shapeOf, useWords } from './answer-parts';
import type { SectionView } from './section-view.server';

type Seen = NonNullable<ReviewedAnswer['verdict']>;

/** What the supplier answered last time and what was said about it, with the words that changed since. */
export function PreviousAnswer({ answer, view, level }: { answer: ReviewedAnswer; view: SectionView; level: 4 | 5 }) {
  const Heading = `h${level}` as const;
  const t = useTexts(reviewTexts);
  const { earlier } = answer;
  if (!earlier) {
    // In a first submission everything is new, and saying so at each answer tells nobody anything.
    return view.page.case.submissionNumber > 1 ? <p className="sd-previous-none">{t('previousNew')}</p> : null;
  }
  return (
    <section className="sd-previous">
      <Heading className="h5">{t('previousHeading', { number: String(earlier.submissionNumber) })}</Heading>
      {earlier.verdict && <VerdictLine verdict={earlier.verdict} />}
      <Changes answer={answer} earlier={earlier} view={view} />
    </section>
  );
}

function Changes({
  answer: { answer },
  earlier,
  view,
}: {
  answer: ReviewedAnswer;
  earlier: NonNullable<ReviewedAnswer['earlier']>;
  view: SectionView;
}) {
  const t = useTexts(reviewTexts);
  const words = useWords(view.names);
  const { evidenceTypes } = view.page;
  const shape = shapeOf(answer);
  const parts = [
    {
      id: 'answer',
      label: t('diffAnswer'),
      before: words.value({ ...shape, optionTexts: { ...shape.optionTexts, ...earlier.optionTexts } }, earlier.value),
      after: words.value(shape, answer.value),
    },
    {
      id: 'justification',
      label: t('diffJustification'),
      before: earlier.justification ?? '',
      after: answer.justification ?? '',
    },
    {
      id: 'evidence',
      label: t('diffEvidence'),
      before: words.evidence(earlier.evidence, evidenceTypes),
      after: words.evidence(answer.evidence, evidenceTypes),
    },
  ].filter(({ before, after }) => before !== after);
  if (parts.length === 0) {
    return (
      <p className="sd-previous-same">
        <Icon name="warning" /> {t('previousSame')}
      </p>
    );
  }
  return (
    <dl>
      {parts.map(({ id, label, before, after }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Diff parts={diffWords(before, after)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A verdict with its reason, and who gave it when. */
export function VerdictLine({ verdict }: { verdict: Seen }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  return (
    <div className="sd-verdict">
      <p>
        <VerdictTag verdict={verdict.kind} />{' '}
        <span className="sd-muted">
          {t('verdictBy', {
            name: verdict.personName,
            municipality: verdict.municipality.name,
            date: format.date(verdict.givenAt),
          })}
        </span>
      </p>
      {verdict.reason && (
        <blockquote>
          <Lines text={verdict.reason} />
        </blockquote>
      )}
    </div>
  );
}
