import { Button, CaseStateTag, Checkbox, type Column, DataTable, Tag, Time } from '~/app/components';
import { competenceTexts } from '~/app/i18n/competence';
import { useFormat } from '~/app/i18n/format';
import { inboxToolsTexts } from '~/app/i18n/inbox-tools';
import { useText } from '~/app/i18n/language';
import { reviewTexts, turnTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { InboxRow } from '~/db/cases/read-inbox';
import { daysBetween } from '~/workflows/review/dates';
import type { InboxQuery, InboxSort } from '~/workflows/review/inbox';
import { copenhagenDay } from '~/workflows/working-days';
import { Due } from './due';
import { inboxAddress } from './inbox-query';
import { KnownTag } from './known-tag';

interface InboxTableProps {
  rows: readonly InboxRow[];
  query: InboxQuery;
  caption: string;
  today: string;
  /** The form that each case has a box to tick for. */
  chooseFor?: string | undefined;
  /** Values of the boxes that were ticked. */
  chosen?: readonly string[] | undefined;
}

export function InboxTable({ rows, query, caption, today, chooseFor, chosen = [] }: InboxTableProps) {
  const t = useTexts(inboxToolsTexts);
  const shown = useColumns(query, today).filter(({ id }) => !query.hidden?.some((hidden) => hidden === id));
  const choose = {
    id: 'choose',
    header: t('columnChoose'),
    cell: (row: InboxRow) => <Choose row={row} form={chooseFor} chosen={chosen} />,
  };
  const columns = chooseFor ? [choose, ...shown] : shown;
  return (
    <div className="sd-inbox-frame">
      <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}

interface ChooseProps {
  row: InboxRow;
  form: string | undefined;
  chosen: readonly string[];
}

function Choose({ row: { id, version, number, isBarred }, form, chosen }: ChooseProps) {
  const t = useTexts(inboxToolsTexts);
  if (isBarred) return null;
  return (
    <Checkbox
      name="case"
      form={form}
      id={`choose-${id}`}
      value={`${id}:${version}`}
      // Also where the case has moved meanwhile.
      defaultChecked={chosen.some((each) => each.startsWith(`${id}:`))}
      label={<span className="sr-only">{t('chooseCase', { number })}</span>}
    />
  );
}

function useColumns(query: InboxQuery, today: string): Column<InboxRow>[] {
  const t = useTexts(reviewTexts);
  const turn = useTexts(turnTexts);
  const sortBy = useSort(query);
  return [
    {
      id: 'product',
      header: t('columnProduct'),
      rowHeader: true,
      sort: sortBy('product'),
      cell: (row) => <CaseLink row={row} />,
    },
    { id: 'supplier', header: t('columnSupplier'), sort: sortBy('supplier'), cell: ({ supplier }) => supplier },
    {
      id: 'state',
      header: t('columnState'),
      sort: sortBy('state'),
      cell: ({ state }) => <CaseStateTag state={state} />,
    },
    {
      id: 'since',
      header: t('columnSince'),
      noWrap: true,
      sort: sortBy('since'),
      cell: ({ stateSince }) => <Age since={stateSince} today={today} />,
    },
    {
      id: 'due',
      header: t('columnDue'),
      sort: sortBy('due'),
      cell: ({ dueAt }) =>
        dueAt ? (
          <div>
            <Due at={dueAt} today={today} short />
          </div>
        ) : (
          <span className="sd-muted">–</span>
        ),
    },
    {
      id: 'turn',
      header: t('columnTurn'),
      cell: (row) => (row.state === 'appealed' ? t('turnAppeal') : turn(row.turn)),
    },
    { id: 'sections', header: t('columnSections'), cell: (row) => <Sections row={row} /> },
    {
      id: 'changed',
      header: t('columnChanged'),
      sort: sortBy('changed'),
      cell: ({ answers, submissionNumber }) => <Changed {...answers} isFirst={submissionNumber === 1} />,
    },
  ];
}

function useSort(query: InboxQuery) {
  const to = usePaths();
  return (sort: InboxSort) => {
    const isSorted = query.sort === sort;
    const direction = isSorted && query.direction === 'ascending' ? ('descending' as const) : ('ascending' as const);
    return {
      href: to.review.inbox(inboxAddress({ ...query, sort, direction, from: null })),
      direction: isSorted ? query.direction : null,
    };
  };
}

function CaseLink({ row }: { row: InboxRow }) {
  const t = useTexts(reviewTexts);
  const tools = useTexts(inboxToolsTexts);
  const to = usePaths();
  return (
    <>
      <a href={to.review.case(row.id)}>{row.product}</a>
      <span className="sd-inbox-number">
        {row.number}
        {row.municipality && ` · ${row.municipality}`}
      </span>
      {row.assignee && (
        <span className="sd-inbox-number">
          {row.isAssignedToMe ? tools('assignedToMe') : tools('assignedTo', { name: row.assignee })}
        </span>
      )}
      {row.isHighImpact && (
        <Tag tone="info" title={tools('runBy', { count: row.runBy })}>
          {tools('highImpact')}
        </Tag>
      )}
      {row.isBarred && (
        <Tag tone="warning" icon="warning" title={t('barredExplanation')}>
          {t('barred')}
        </Tag>
      )}
    </>
  );
}

function Age({ since, today }: { since: Date; today: string }) {
  const t = useTexts(reviewTexts);
  const days = daysBetween(copenhagenDay(since), today);
  return (
    <div>
      {days === 0 ? t('today') : t('days', { count: days })}
      <span className="sd-inbox-sub">
        <Time value={since} only="short-date" />
      </span>
    </div>
  );
}

function Sections({ row }: { row: InboxRow }) {
  const { sections, mySections, state, id } = row;
  const t = useTexts(reviewTexts);
  const areas = useTexts(competenceTexts);
  const text = useText();
  const to = usePaths();
  const claimed = state === 'review' ? mySections.filter((section) => section.state === 'claimed') : [];
  return (
    <div>
      {t('sectionsAssessed', { assessed: sections.assessed, total: sections.total })}
      {state === 'review' && sections.waiting > 0 && (
        <span className="sd-inbox-sub">
          {t('sectionsFree', { count: sections.waiting })}
          {sections.waitingKnown > 0 && `, ${areas('freeKnown', { count: sections.waitingKnown })}`}
        </span>
      )}
      {claimed.length > 0 && (
        <ul className="sd-inbox-mine">
          {claimed.map((section) => (
            <li key={section.id}>
              <a href={to.review.section(id, section.id)}>{text(section.title)}</a>
            </li>
          ))}
        </ul>
      )}
      <ClaimNext row={row} />
    </div>
  );
}

/** One press from the list to the work: the first section that waits, one that the reader knows before others. */
function ClaimNext({ row: { id, version, nextFree, isBarred, number } }: { row: InboxRow }) {
  const t = useTexts(inboxToolsTexts);
  const text = useText();
  const to = usePaths();
  if (!nextFree || isBarred) return null;
  return (
    <form method="post" action={to.review.events(id)} className="sd-inbox-claim">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="sectionId" value={nextFree.id} />
      <Button name="event" value="claim" kind="secondary" small>
        {t('claimNext', { section: text(nextFree.title) })}
        <span className="sr-only"> {t('claimIn', { number })}</span>
      </Button>
      {nextFree.isKnown && <KnownTag />}
    </form>
  );
}

function Changed({ total, moved, isFirst }: { total: number; moved: number; isFirst: boolean }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  if (isFirst) return <span className="sd-muted">{t('firstSubmission')}</span>;
  return (
    <div>
      {format.percent(total === 0 ? 0 : moved / total)}
      <span className="sd-inbox-sub">{t('changedCount', { moved, total })}</span>
    </div>
  );
}
