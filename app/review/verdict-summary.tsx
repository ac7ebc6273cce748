import { type Column, DataTable, VerdictTag } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { groupBy } from '~/workflows/group-by';
import { verdictKinds } from '~/workflows/words';
import type { DecisionView, RemarkedAnswer, SectionSummary } from './decision-view.server';

/** How many answers of each section were judged how. */
export function VerdictSummary({ view }: { view: DecisionView }) {
  const t = useTexts(reviewTexts);
  const columns = useColumns(view);
  return (
    <>
      <Totals summary={view.summary} />
      <DataTable
        caption={t('summaryHeading')}
        hideCaption
        columns={columns}
        rows={view.summary}
        rowKey={({ id }) => id}
        onPhone="scroll"
        compact
      />
    </>
  );
}

function Totals({ summary }: { summary: readonly SectionSummary[] }) {
  const t = useTexts(reviewTexts);
  const kinds = useTexts(verdictTexts);
  const format = useFormat();
  const sum = (of: (section: SectionSummary) => number) => summary.reduce((total, section) => total + of(section), 0);
  const parts = verdictKinds.flatMap((kind) => {
    const count = sum(({ verdicts }) => verdicts[kind]);
    return count === 0 ? [] : [`${format.number(count)} ${kinds(kind).toLowerCase()}`];
  });
  const unjudged = sum((section) => section.unjudged);
  const all = unjudged === 0 ? parts : [...parts, `${format.number(unjudged)} ${t('columnUnjudged').toLowerCase()}`];
  return <p>{t('summaryTotal', { count: sum(({ answers }) => answers), verdicts: format.list(all) })}</p>;
}

function useColumns({ reviewed, summary }: DecisionView): Column<SectionSummary>[] {
  const t = useTexts(reviewTexts);
  const kinds = useTexts(verdictTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const figure = (value: number) => (value === 0 ? <span className="sd-muted">0</span> : format.number(value));
  return [
    {
      id: 'section',
      header: t('columnSection'),
      rowHeader: true,
      cell: ({ id, title }) => <a href={to.review.section(reviewed.id, id)}>{text(title)}</a>,
    },
    { id: 'answers', header: t('columnAnswers'), numeric: true, cell: ({ answers }) => figure(answers) },
    ...verdictKinds.map((kind) => ({
      id: kind,
      header: kinds(kind),
      numeric: true,
      cell: ({ verdicts }: SectionSummary) => figure(verdicts[kind]),
    })),
    ...(summary.some(({ unjudged }) => unjudged > 0)
      ? [
          {
            id: 'unjudged',
            header: t('columnUnjudged'),
            numeric: true,
            cell: ({ unjudged }: SectionSummary) => figure(unjudged),
          },
        ]
      : []),
    { id: 'reviewer', header: t('columnReviewer'), noWrap: true, cell: ({ reviewer }) => reviewer ?? '–' },
  ];
}

/** Answers with their verdicts and reasons, section by section: what will stand in the decision. */
export function RemarkedAnswers({ answers, view }: { answers: readonly RemarkedAnswer[]; view: DecisionView }) {
  const text = useText();
  return [...groupBy(answers, ({ sectionId }) => sectionId)].map(([sectionId, members]) => (
    <section key={sectionId} className="sd-remarked">
      {members[0] && <h3 className="h5">{text(members[0].sectionTitle)}</h3>}
      <ul className="nobullet-list">
        {members.map((answer) => (
          <RemarkedItem key={answer.key} answer={answer} view={view} />
        ))}
      </ul>
    </section>
  ));
}

function RemarkedItem({ answer, view }: { answer: RemarkedAnswer; view: DecisionView }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const { verdict } = answer;
  return (
    <li>
      <p>
        <a href={`${to.review.section(view.reviewed.id, answer.sectionId)}#answer:${answer.key}`}>
          {answer.about && `${text(answer.about)}: `}
          {text(answer.question)}
        </a>
      </p>
      <p>
        <VerdictTag verdict={verdict.kind} />{' '}
        <span className="sd-muted">
          {t('verdictBy', {
            name: verdict.reviewer,
            municipality: verdict.municipality,
            date: format.date(verdict.givenAt),
          })}
        </span>
      </p>
      {verdict.reason && (
        <blockquote>
          <Lines text={verdict.reason} />
        </blockquote>
      )}
    </li>
  );
}
