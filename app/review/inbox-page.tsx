import { ButtonLink, EmptyState, ErrorSummary, errorOf, PageHeading, PageSteps, SearchField } from '~/app/components';
import { absencesTexts } from '~/app/i18n/absences';
import { attestationTexts } from '~/app/i18n/attestations';
import { calendarTexts } from '~/app/i18n/calendar';
import { calibrationTexts } from '~/app/i18n/calibration';
import { competenceTexts } from '~/app/i18n/competence';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { useFormat } from '~/app/i18n/format';
import { inboxToolsTexts } from '~/app/i18n/inbox-tools';
import { useRefusal } from '~/app/i18n/refusals';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Inbox } from '~/db/cases/read-inbox';
import type { Refusal } from '~/workflows/refusal';
import type { InboxQuery, InboxView } from '~/workflows/review/inbox';
import { DoneAlert } from './done-alert';
import { CompetenceNote, EmptyCompetence } from './inbox-competence';
import { InboxKeys } from './inbox-keys';
import { inboxAddress } from './inbox-query';
import { InboxTable } from './inbox-table';
import { AssignChosen, InboxTools, RouteChosen } from './inbox-tools';
import type { InboxPageView } from './inbox-view.server';
import { RoutedAlert, type RoutedCases } from './routed-alert';

/** What became of a form that was sent from the inbox. */
export interface SentForm {
  /** What has to be corrected, each at its field. */
  refused: { field: 'name' | 'cases' | 'municipalityCode' | 'assignee'; refusal: Refusal }[];
  result: RoutedCases | null;
  /** What was typed and ticked. */
  typed: { name?: string; isShared?: boolean; municipalityCode?: string; assignee?: string; cases?: string[] };
}

/** The check boxes stand in the table, where a row has a form of its own to claim a section: a form holds no other. */
const giveForm = 'give-cases';

/** Cases by what somebody looks for; tab, search, order and page all stand in the address. */
export function InboxPage({ view, routed }: { view: InboxPageView; routed?: SentForm | undefined }) {
  const { inbox, query, views, today, municipalities, assignable } = view;
  const canGive = municipalities.length + assignable.length > 0;
  const sentence = useRefusal();
  const errors = (routed?.refused ?? []).map(({ field, refusal }) => ({ field, message: sentence(refusal) }));
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const calendar = useTexts(calendarTexts);
  const absences = useTexts(absencesTexts);
  const attestations = useTexts(attestationTexts);
  const disputes = useTexts(disputeWorkTexts);
  const calibration = useTexts(calibrationTexts);
  const tools = useTexts(inboxToolsTexts);
  return (
    <>
      <DoneAlert />
      <ErrorSummary errors={errors} />
      {routed?.result && <RoutedAlert result={routed.result} />}
      <PageHeading lead={t('inboxLead')}>{t('inboxTitle')}</PageHeading>
      <Tabs views={views} current={query.view} inbox={inbox} />
      <h2 className="sr-only">{t(`view_${query.view}`)}</h2>
      <CompetenceNote view={view} />
      <Search query={query} inbox={inbox} />
      {inbox.rows.length > 0 && <InboxKeys usesShortcuts={view.usesShortcuts} />}
      <InboxTools view={view} typed={routed?.typed} error={errorOf(errors, 'name')} />
      {query.view === 'routing' && view.isRoutingAutomatic !== null && (
        <p className="sd-muted">{view.isRoutingAutomatic ? tools('unrouted') : tools('notAutomatic')}</p>
      )}
      {inbox.rows.length > 0 ? (
        <>
          <div id="cases">
            <InboxTable
              rows={inbox.rows}
              query={query}
              caption={t(`view_${query.view}`)}
              today={today}
              chooseFor={canGive ? giveForm : undefined}
              chosen={routed?.typed.cases}
            />
          </div>
          {canGive && (
            <form method="post" action={to.review.routing(inboxAddress(query))} id={giveForm} className="sd-event-form">
              {municipalities.length > 0 && (
                <RouteChosen
                  municipalities={municipalities}
                  typed={routed?.typed.municipalityCode}
                  error={errorOf(errors, 'municipalityCode')}
                />
              )}
              {assignable.length > 0 && (
                <AssignChosen
                  assignable={assignable}
                  typed={routed?.typed.assignee}
                  error={errorOf(errors, 'assignee')}
                />
              )}
            </form>
          )}
          <PageSteps
            previous={inbox.previous && to.review.inbox(inboxAddress({ ...query, from: inbox.previous }))}
            next={inbox.next && to.review.inbox(inboxAddress({ ...query, from: inbox.next }))}
            where={tools('shownOf', { shown: inbox.rows.length, total: inbox.total })}
          />
        </>
      ) : (
        <Empty query={query} views={views} competence={inbox.competence} />
      )}
      <p>
        <a href={to.calendar()}>{calendar('link')}</a>
        {views.includes('mine') && (
          <>
            {' · '}
            <a href={to.review.absences()}>{absences('link')}</a>
            {' · '}
            <a href={to.review.attestations()}>{attestations('link')}</a>
            {' · '}
            <a href={to.review.contradictions()}>{disputes('municipalityTitle')}</a>
            {' · '}
            <a href={to.review.calibrations()}>{calibration('link')}</a>
          </>
        )}
      </p>
    </>
  );
}

function Tabs({
  views,
  current,
  inbox: { counts, competence },
}: {
  views: readonly InboxView[];
  current: InboxView;
  inbox: Inbox;
}) {
  const t = useTexts(reviewTexts);
  const areas = useTexts(competenceTexts);
  // To somebody with areas the tab opens, and counts, what is ready in them.
  const countWord = (view: InboxView, count: number) =>
    view === 'available' && competence !== null ? areas('tabCountWord', { count }) : t('viewCountWord', { count });
  const format = useFormat();
  const to = usePaths();
  return (
    <nav className="sd-tabs" aria-label={t('inboxViews')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a
              href={to.review.inbox(inboxAddress({ view, search: '' }))}
              aria-current={view === current ? 'page' : undefined}
            >
              {t(`view_${view}`)} <span className="sd-tabs-count">{format.number(counts[view])}</span>
              <span className="sr-only"> {countWord(view, counts[view])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Search is worth its room only where there is something to search in. */
function Search({ query, inbox }: { query: InboxQuery; inbox: Inbox }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const { view, search, isWide } = query;
  const found = isWide ? (inbox.competence?.all ?? inbox.counts[view]) : inbox.counts[view];
  if (found < 6 && search === '') return null;
  return (
    <form method="get" action={to.review.inbox()} role="search" className="sd-inbox-search">
      <input type="hidden" name="view" value={view} />
      {isWide && <input type="hidden" name="areas" value="all" />}
      <SearchField label={t('searchLabel')} defaultValue={search} />
      {search !== '' && (
        <p>
          {t('searchHits', { count: inbox.total, search })}{' '}
          <a href={to.review.inbox(inboxAddress({ view, search: '', ...(isWide ? { isWide } : {}) }))}>
            {t('clearSearch')}
          </a>
        </p>
      )}
    </form>
  );
}

interface EmptyProps {
  query: InboxQuery;
  views: readonly InboxView[];
  competence: Inbox['competence'];
}

function Empty({ query, views, competence }: EmptyProps) {
  const t = useTexts(reviewTexts);
  const tools = useTexts(inboxToolsTexts);
  const to = usePaths();
  if ((query.only ?? []).length > 0) {
    return (
      <EmptyState
        heading={tools('emptyFiltered')}
        action={
          <ButtonLink href={to.review.inbox(inboxAddress({ ...query, only: [], from: null }))}>
            {tools('clearFilters')}
          </ButtonLink>
        }
      >
        {tools('emptyFilteredText')}
      </EmptyState>
    );
  }
  if (query.search !== '') return <EmptyState heading={t('emptySearch')} />;
  if (query.view === 'available' && competence !== null && competence.all > 0) {
    return <EmptyCompetence query={query} others={competence.all} />;
  }
  return (
    <EmptyState
      heading={t(`empty_${query.view}`)}
      action={
        query.view === 'mine' && views.includes('available') ? (
          <ButtonLink href={to.review.inbox({ view: 'available' })}>{t('seeAvailable')}</ButtonLink>
        ) : undefined
      }
    >
      {t(`empty_${query.view}_text`)}
    </EmptyState>
  );
}
