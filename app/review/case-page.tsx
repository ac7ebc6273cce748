import {
  Alert,
  ButtonLink,
  CaseStateTag,
  Definition,
  Details,
  type FieldProblem,
  OutcomeTag,
  PageHeading,
  Tag,
  Time,
  Timeline,
} from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { journalTexts } from '~/app/i18n/journal';
import { useText } from '~/app/i18n/language';
import { letterPageTexts } from '~/app/i18n/letter';
import { reviewTexts, turnTexts } from '~/app/i18n/review';
import { routingTexts } from '~/app/i18n/routing';
import { useTexts } from '~/app/i18n/use-texts';
import { workflowTexts } from '~/app/i18n/workflow';
import { usePaths, withQuery } from '~/app/paths';
import { OpenThreads } from '~/app/threads/open-threads';
import { CaseNotes } from './case-notes';
import { CaseScope } from './case-scope';
import type { CaseView } from './case-view.server';
import { DoneAlert } from './done-alert';
import { Due } from './due';
import { EventForms, onDecisionPage } from './event-forms';
import { nowKey } from './now';
import type { Refused } from './refused.server';
import { RefusedAlert } from './refused-alert';
import { RoutingReasonText } from './routing-reason';
import { ClaimRefusal, SectionList } from './section-list';
import { useStepWords } from './step-words';

/** The overview of a case, also as it comes back after something was refused. */
export function CasePage({ view, refused }: { view: CaseView; refused?: Refused | undefined }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const { reviewed } = view;
  const typed = refused?.typed ?? {};
  const errors: readonly FieldProblem[] = refused?.errors ?? [];
  const sectionTitles = useSectionTitles(view);
  // What the reader can do comes first: in the sections, or with the case as a whole.
  const can = (isAboutSection: boolean): boolean =>
    reviewed.events.some(({ allowed, sectionId }) => allowed && (sectionId !== null) === isAboutSection);
  const actsOnCase = can(false) && !can(true);
  const sections = (
    <section key="sections" aria-labelledby="sections">
      <h2 id="sections">{t('sectionsHeading')}</h2>
      <SectionsIntro view={view} />
      <SectionList
        reviewed={reviewed}
        leases={view.leases}
        competence={view.competence}
        canReview={view.reader.canReview}
      />
      <ClaimRefusal reviewed={reviewed} />
    </section>
  );
  const actions = (
    <section key="actions" aria-labelledby="actions">
      <h2 id="actions">{t('eventsHeading')}</h2>
      <EventForms view={view} typed={typed} errors={errors} />
    </section>
  );
  return (
    <>
      {refused ? (
        <RefusedAlert
          refused={refused}
          state={reviewed.state}
          supplierName={reviewed.supplier.name}
          sectionTitles={sectionTitles}
        />
      ) : (
        <DoneAlert />
      )}
      <PageHeading
        caption={t('caseCaption', { number: reviewed.number, supplier: reviewed.supplier.name })}
        aside={<CaseStateTag state={reviewed.state} />}
      >
        {reviewed.product.name}
      </PageHeading>
      <div className="sd-case">
        <div className="sd-case-main">
          <Now view={view} />
          <Decided view={view} />
          {actsOnCase ? [actions, sections] : [sections, actions]}
          <section aria-labelledby="scope">
            <h2 id="scope">{t('scopeHeading')}</h2>
            <CaseScope view={view} typed={typed} errors={errors} />
          </section>
          <Way caseId={reviewed.id} />
        </div>
        <div className="sd-case-aside">
          <Facts view={view} />
          <OpenThreads
            threads={view.openThreads}
            side="review"
            href={(question) => to.review.thread(reviewed.id, question)}
          />
          <section aria-labelledby="notes">
            <h2 id="notes" className="h4">
              {t('notesHeading')}
            </h2>
            <CaseNotes notes={reviewed.notes} supplierName={reviewed.supplier.name} />
          </section>
          <section aria-labelledby="path">
            <h2 id="path" className="h4">
              {t('pathHeading')}
            </h2>
            <Path view={view} />
            <JournalLink caseId={reviewed.id} />
          </section>
          <Conflict view={view} />
        </div>
      </div>
    </>
  );
}

export function useSectionTitles({ reviewed }: Pick<CaseView, 'reviewed'>): Record<string, string> {
  const text = useText();
  return Object.fromEntries(reviewed.sections.map(({ id, title }) => [id, text(title)]));
}

/** What happens now and whose turn it is, with the reader's own next step as the page's one primary button. */
function Now({ view: { reviewed, today } }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const turn = useTexts(turnTexts);
  const text = useText();
  const to = usePaths();
  const mine = reviewed.sections.find(({ isMine }) => isMine);
  const decides = reviewed.events.some(({ event, allowed }) => allowed && onDecisionPage.includes(event));
  return (
    <section className="sd-now" aria-labelledby="now">
      <h2 id="now" className="h4">
        {t('nowHeading')}
      </h2>
      {reviewed.turn !== 'nobody' && (
        <p className="sd-now-turn">
          <Tag tone="info" icon="person">
            {t('factTurn')}: {reviewed.state === 'appealed' ? t('turnAppeal') : turn(reviewed.turn)}
          </Tag>
        </p>
      )}
      <p>{t(nowKey(reviewed))}</p>
      {reviewed.dueAt && (
        <p>
          {t('factDue')}: <Due at={reviewed.dueAt} today={today} />
        </p>
      )}
      {decides && (
        <p>
          <ButtonLink href={to.review.decision(reviewed.id)} iconAfter="arrow-forward">
            {t('goToDecision')}
          </ButtonLink>
        </p>
      )}
      {reviewed.hasConflict && <Alert kind="warning">{t('barredExplanation')}</Alert>}
      {mine && reviewed.state === 'review' && (
        <p>
          <ButtonLink href={to.review.section(reviewed.id, mine.id)} iconAfter="arrow-forward">
            {t('goToMySection', { section: text(mine.title) })}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Decided({ view: { reviewed, isRulingSent } }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const letters = useTexts(letterPageTexts);
  const to = usePaths();
  const format = useFormat();
  const { decision, state } = reviewed;
  if (!decision) return null;
  const ruled = state === 'upheld' ? 'ruledUpheld' : state === 'overturned' ? 'ruledOverturned' : null;
  return (
    <section className="sd-decided" aria-labelledby="decided">
      <h2 id="decided" className="h4">
        {t('decidedHeading')}
      </h2>
      <p>
        <OutcomeTag outcome={decision.outcome} /> {decision.municipality.name},{' '}
        <Time value={decision.decidedAt} only="date" />
      </p>
      {ruled && <p>{t(ruled, { date: format.date(reviewed.stateSince) })}</p>}
      {decision.reasons && <Lines text={decision.reasons} />}
      <p>
        <a href={to.review.decision(reviewed.id)}>{t('readDecision')}</a>
      </p>
      {isRulingSent && (
        <p>
          <a href={to.review.letter(reviewed.id, { of: 'ruling' })}>{letters('rulingLink')}</a>
        </p>
      )}
    </section>
  );
}

function SectionsIntro({ view: { reviewed } }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const sum = (of: (section: (typeof reviewed.sections)[number]) => number) =>
    reviewed.sections.reduce((total, section) => total + of(section), 0);
  const moved = sum((section) => section.moved);
  const unchanged = sum((section) => section.answers) - moved;
  const judged = Math.max(0, sum((section) => section.judged) - unchanged);
  return (
    <p>
      {judged === 0 ? t('sectionsIntro', { count: moved }) : t('sectionsJudged', { judged, count: moved })}{' '}
      {unchanged > 0 && t('sectionsUnchanged', { count: unchanged })}
    </p>
  );
}

function Facts({ view }: { view: CaseView }) {
  const { reviewed, today } = view;
  const t = useTexts(reviewTexts);
  const routing = useTexts(routingTexts);
  const sectionTitles = useSectionTitles(view);
  const text = useText();
  const { submission, questionnaire, dueAt } = reviewed;
  return (
    <Definition
      compact
      items={[
        {
          id: 'supplier',
          term: t('factCvr'),
          description: t('supplierWithCvr', { supplier: reviewed.supplier.name, cvr: reviewed.supplier.cvr }),
        },
        {
          id: 'submission',
          term: t('factSubmission'),
          description: <SubmissionLine number={submission.number} at={submission.submittedAt} />,
        },
        {
          id: 'municipality',
          term: t('factMunicipality'),
          description: reviewed.municipality?.name ?? <span className="sd-muted">{t('notRouted')}</span>,
        },
        ...(reviewed.assignee
          ? [{ id: 'assignee', term: t('factAssignee'), description: reviewed.assignee.name }]
          : []),
        ...(view.routing
          ? [
              {
                id: 'routing',
                term: routing('factRule'),
                description: <RoutingReasonText {...view.routing} sectionTitles={sectionTitles} />,
              },
            ]
          : []),
        { id: 'since', term: t('factSince'), description: <Time value={reviewed.stateSince} only="date" /> },
        {
          id: 'due',
          term: t('factDue'),
          description: dueAt ? <Due at={dueAt} today={today} /> : <span className="sd-muted">{t('noDeadline')}</span>,
        },
        {
          id: 'questionnaire',
          term: t('factQuestionnaire'),
          description: text(questionnaire.title),
        },
      ]}
    />
  );
}

function SubmissionLine({ number, at }: { number: number; at: Date }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  return <>{t('submissionNumbered', { number: String(number), date: format.date(at) })}</>;
}

/** More than this is history rather than news. */
const newsCount = 6;

function Path({ view }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const { reviewed } = view;
  const words = useStepWords({ supplierName: reviewed.supplier.name, sectionTitles: useSectionTitles(view) });
  const entries = [...reviewed.steps].reverse().map((step, index) => ({
    id: `${step.event}-${step.version}`,
    title: words.title(step),
    at: step.at,
    by: words.by(step),
    ...(index === 0 ? { state: 'current' as const } : {}),
  }));
  const earlier = entries.slice(newsCount);
  return (
    <>
      <Timeline entries={entries.slice(0, newsCount)} />
      {earlier.length > 0 && (
        <Details summary={t('pathEarlier', { count: earlier.length })}>
          <Timeline entries={earlier} />
        </Details>
      )}
    </>
  );
}

/** Where there is room to read it. */
function Way({ caseId }: { caseId: string }) {
  const t = useTexts(journalTexts);
  const workflow = useTexts(workflowTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="way">
      <h2 id="way">{t('chartHeading')}</h2>
      <Details summary={t('chartSummary')}>
        <figure className="sd-chart">
          <img src={to.review.chart(caseId)} alt={t('chartAlt')} width={925} height={1433} loading="lazy" />
          <figcaption>
            <a href={to.review.chart(caseId)}>{workflow('chartOpen')}</a>
          </figcaption>
        </figure>
      </Details>
    </section>
  );
}

function JournalLink({ caseId }: { caseId: string }) {
  const t = useTexts(journalTexts);
  const to = usePaths();
  return (
    <p>
      <a href={to.review.journal(caseId)}>{t('link')}</a>
      <br />
      <small className="sd-muted">{t('linkHint')}</small>
    </p>
  );
}

function Conflict({ view: { reviewed, reader } }: { view: CaseView }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  if (reviewed.hasConflict || !(reader.canReview || reader.isCoordinator)) return null;
  return (
    <section aria-labelledby="conflict">
      <h2 id="conflict" className="h4">
        {t('conflictHeading')}
      </h2>
      <p>{t('conflictText')}</p>
      <p>
        <a href={withQuery(to.review.conflicts(), { supplier: reviewed.supplier.id })}>
          {t('conflictLink', { supplier: reviewed.supplier.name })}
        </a>
      </p>
    </section>
  );
}
