import { Fragment } from 'react';
import { CaseStateTag, type Column, DataTable, PageHeading } from '~/app/components';
import { workflowRows } from '~/app/generated/case-workflow';
import { commonTexts } from '~/app/i18n/common';
import { eventTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { caseNodeTexts, senderTexts, workflowTexts } from '~/app/i18n/workflow';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import type { CasePlace, CaseSender } from '~/workflows/case/chart-words';
import { type CaseEventType, caseEvents } from '~/workflows/words';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('workflow'),
  description: ({ language }) => translator(workflowTexts, language)('lead'),
  breadcrumbs: ({ language, paths }) => [{ label: translator(commonTexts, language)('about'), href: paths.about() }],
});

const steps = [
  ['stepDeclareTitle', 'stepDeclare'],
  ['stepRouteTitle', 'stepRoute'],
  ['stepReviewTitle', 'stepReview'],
  ['stepDecideTitle', 'stepDecide'],
  ['stepPublishTitle', 'stepPublish'],
] as const;

const rules = [
  'ruleOneDecision',
  'ruleImpartial',
  'ruleReasons',
  'ruleFit',
  'ruleDeadlines',
  'ruleNothingDeleted',
] as const;

/** How a case is handled: in short, as a chart, and as the table of who can do what. */
export default function Workflow() {
  const t = useTexts(workflowTexts);
  const common = useTexts(commonTexts);
  const to = usePaths();
  const chart = `/case-workflow.${t.language}.svg`;
  return (
    <>
      <PageHeading lead={t('lead')}>{common('workflow')}</PageHeading>
      <h2>{t('inShort')}</h2>
      <ol className="sd-process">
        {steps.map(([title, text]) => (
          <li key={title}>
            <h3>{t(title)}</h3>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <h2>{t('rulesHeading')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <h2>{t('chartHeading')}</h2>
      <figure className="sd-chart">
        <img src={chart} alt={t('chartAlt')} width={925} height={1433} />
        <figcaption>
          {t('chartSource')} <a href={chart}>{t('chartOpen')}</a>
        </figcaption>
      </figure>
      <h2>{t('tableHeading')}</h2>
      <EventTable />
      <p>
        <a href={to.about()}>{common('about')}</a>
      </p>
    </>
  );
}

interface EventRow {
  event: CaseEventType;
  from: CasePlace[];
  to: CasePlace[];
  senders: readonly CaseSender[];
}

/** One row per event: many can be sent in several states. */
function rowsByEvent(): EventRow[] {
  const rows = new Map<CaseEventType, EventRow>();
  for (const { event, from, to, senders } of workflowRows) {
    const row = rows.get(event) ?? { event, from: [], to: [], senders };
    rows.set(event, row);
    row.from.push(from);
    for (const place of to) if (!row.to.some((each) => keyOf(each) === keyOf(place))) row.to.push(place);
  }
  return caseEvents.flatMap((event) => rows.get(event) ?? []);
}

const rows = rowsByEvent();

function EventTable() {
  const t = useTexts(workflowTexts);
  const event = useTexts(eventTexts);
  const role = useTexts(roleTexts);
  const portal = useTexts(senderTexts);
  const nameOf = (sender: CaseSender) => (sender === 'portal' ? portal('portal') : role(sender));
  const columns: Column<EventRow>[] = [
    { id: 'event', header: t('columnEvent'), rowHeader: true, cell: (row) => event(row.event) },
    { id: 'who', header: t('columnWho'), cell: ({ senders }) => senders.map(nameOf).join(', ') },
    { id: 'state', header: t('columnState'), cell: ({ from }) => <Places places={from} /> },
    { id: 'to', header: t('columnTo'), cell: ({ to }) => <Places places={to} /> },
  ];
  return <DataTable caption={t('tableCaption')} columns={columns} rows={rows} rowKey={(row) => row.event} compact />;
}

function keyOf({ state, node }: CasePlace): string {
  return node ? `${state}.${node}` : state;
}

function Places({ places }: { places: readonly CasePlace[] }) {
  const inner = useTexts(caseNodeTexts);
  return places.map(({ state, node }, index) => (
    <Fragment key={keyOf({ state, node })}>
      {index > 0 && ' '}
      <CaseStateTag state={state} />
      {node && ` (${inner(node)})`}
    </Fragment>
  ));
}
