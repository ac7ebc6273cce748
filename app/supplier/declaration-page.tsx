import {
  ButtonLink,
  CaseStateTag,
  Definition,
  Details,
  InsetText,
  OutcomeTag,
  PageHeading,
  ProgressBar,
  Tag,
  TaskList,
  type TaskState,
  Time,
  Timeline,
} from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { happenedTexts } from '~/app/i18n/review';
import { nextActionTexts } from '~/app/i18n/supplier';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { useTexts } from '~/app/i18n/use-texts';
import { caseStateExplanations } from '~/app/i18n/words';
import { LetterList } from '~/app/letters/letter-list';
import { usePaths } from '~/app/paths';
import { OpenThreads } from '~/app/threads/open-threads';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import { CaseActions } from './case-actions';
import type { CaseView, DeclarationView } from './declaration-view.server';
import { DueDate } from './home-page';
import type { QuestionLink } from './question-label';
import { WaitingProposals } from './waiting-proposals';

/** The declaration's own page: what to do, how far it is, and what happens in its case. */
export function DeclarationPage({ view, now }: { view: DeclarationView; now: string }) {
  const t = useTexts(declarationTexts);
  const explanation = useTexts(caseStateExplanations);
  const to = usePaths();
  const isDraft = view.state === 'draft';
  return (
    <>
      <PageHeading
        caption={t('caption')}
        lead={isDraft ? t('lead') : explanation(view.state)}
        aside={<CaseStateTag state={view.state} />}
      >
        {view.productName}
      </PageHeading>
      {view.case?.dueAt && view.case.state !== 'draft' && (
        <p>
          <DueDate dueAt={view.case.dueAt} now={now} />
        </p>
      )}
      {view.case && <Wanted view={view} about={view.case} />}
      <div className="sd-columns">
        <div>
          <WaitingProposals view={view} />
          {view.isEditable && <Progress view={view} />}
          <Tasks view={view} />
        </div>
        <aside aria-label={t('caseHeading')}>
          {view.case && <CaseFacts view={view} about={view.case} />}
          <LetterList view={view} />
          <OpenThreads
            threads={view.openThreads}
            side="supplier"
            href={(question) => to.supplier.thread(view.declarationId, question)}
          />
        </aside>
      </div>
      <CaseActions view={view} />
      {view.case && view.case.steps.length > 1 && <Path about={view.case} />}
    </>
  );
}

function Progress({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const action = useTexts(nextActionTexts);
  const paths = usePaths();
  const { progress } = view;
  const next =
    view.nextAction === 'choose-scope'
      ? paths.supplier.scope(view.declarationId)
      : view.isComplete
        ? paths.supplier.check(view.declarationId)
        : firstOpenSection(view, paths.supplier.section);
  return (
    <section className="sd-progress-box">
      <ProgressBar label={t('progressRequired')} done={progress.requiredAnswered} total={progress.required} />
      {progress.evidenceRequired > 0 && (
        <ProgressBar label={t('progressEvidence')} done={progress.evidenceAttached} total={progress.evidenceRequired} />
      )}
      <p>
        {t('progressOptional', { done: progress.optionalAnswered, total: progress.optional })}.{' '}
        <TimeLeft minutes={progress.minutesLeft} />
      </p>
      {next && (
        <ButtonLink href={next}>
          {action(
            view.nextAction === 'answer-changes' ? 'answer-changes' : view.isComplete ? 'submit' : view.nextAction,
          )}
        </ButtonLink>
      )}
      {view.missing.length > 0 && view.isScopeConfirmed && (
        <Details summary={t('missingSummary', { count: view.missing.length })}>
          <MissingList view={view} />
        </Details>
      )}
    </section>
  );
}

function firstOpenSection(view: DeclarationView, to: (id: string, section: string) => string): string | undefined {
  const section =
    view.sections.find(({ toChange }) => toChange > 0) ?? view.sections.find(({ missing }) => missing > 0);
  return section && to(view.declarationId, section.sectionId);
}

function TimeLeft({ minutes }: { minutes: number }) {
  const t = useTexts(declarationTexts);
  if (minutes === 0) return t('nothingLeft');
  if (minutes >= 90) return t('hoursLeft', { count: Math.round(minutes / 60) });
  return t('minutesLeft', { minutes: Math.max(5, Math.round(minutes / 5) * 5) });
}

/** Everything that blocks submission, each with a link to its place. */
export function MissingList({ view }: { view: Pick<DeclarationView, 'missing' | 'declarationId' | 'sections'> }) {
  const text = useText();
  const t = useTexts(declarationTexts);
  const sections = view.sections.filter(({ missing }) => missing > 0);
  return sections.map((section) => (
    <div key={section.sectionId}>
      <p>
        <strong>{text(section.title)}</strong>
      </p>
      <ul className="sd-links">
        {view.missing
          .filter(({ sectionId }) => sectionId === section.sectionId)
          .map((item) => (
            <li key={item.key}>
              <QuestionAnchor link={item} declarationId={view.declarationId} /> – {t(missingKey(item.problem))}
            </li>
          ))}
      </ul>
    </div>
  ));
}

function missingKey(problem: AnswerProblem) {
  if (problem === 'required' || problem === 'must-be-confirmed') return 'missingAnswer';
  if (problem === 'evidence-required') return 'missingEvidence';
  return problem === 'justification-required' ? 'missingReason' : 'missingOther';
}

export function QuestionAnchor({ link, declarationId }: { link: QuestionLink; declarationId: string }) {
  const text = useText();
  const paths = usePaths();
  return (
    <a href={`${paths.supplier.section(declarationId, link.sectionId)}#q-${link.key}`}>
      {link.about && `${text(link.about.name)}: `}
      {text(link.text)}
    </a>
  );
}

function Tasks({ view }: { view: DeclarationView }) {
  const t = useTexts(declarationTexts);
  const text = useText();
  const paths = usePaths();
  const { declarationId } = view;
  const counts = (section: DeclarationView['sections'][number]) =>
    [
      t('requiredCount', { done: section.requiredAnswered, total: section.required }),
      section.questions > section.required &&
        t('optionalCount', {
          done: section.answered - section.requiredAnswered,
          total: section.questions - section.required,
        }),
      section.evidenceRequired > 0 &&
        t('evidenceCount', { done: section.evidenceAttached, total: section.evidenceRequired }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section>
      <h2>{t('tasksHeading')}</h2>
      <TaskList
        level={3}
        groups={[
          {
            id: 'scope',
            title: t('groupScope'),
            tasks: [
              {
                id: 'scope',
                title: t('scopeTask'),
                href: paths.supplier.scope(declarationId),
                hint: t('scopeHint', { count: view.scopeCount }),
                state: view.isScopeConfirmed ? 'done' : 'not-started',
                ...(view.isScopeConfirmed ? {} : { stateText: t('scopeToConfirm') }),
              },
            ],
          },
          {
            id: 'answers',
            title: t('groupAnswers'),
            tasks: view.sections.map((section) => ({
              id: section.sectionId,
              title: text(section.title),
              href: paths.supplier.section(declarationId, section.sectionId),
              hint: counts(section),
              state: stateOf(section),
              ...(section.toChange > 0 ? { stateText: t('toChange', { count: section.toChange }) } : {}),
            })),
          },
          {
            id: 'submit',
            title: t('groupSubmit'),
            tasks: [
              {
                id: 'check',
                title: t('checkTask'),
                href: paths.supplier.check(declarationId),
                ...(view.maySubmit || !view.isEditable ? {} : { hint: t('checkHintEditor') }),
                state: !view.isEditable ? 'done' : canSubmitNow(view) ? 'not-started' : 'cannot-start',
                ...(view.isEditable && !canSubmitNow(view) ? { stateText: t('notReady') } : {}),
                ...(view.isEditable && canSubmitNow(view) ? { stateText: t('ready') } : {}),
              },
            ],
          },
        ]}
      />
    </section>
  );
}

function canSubmitNow({ isComplete, isScopeConfirmed }: DeclarationView): boolean {
  return isComplete && isScopeConfirmed;
}

function stateOf({ toChange, missing, answered }: DeclarationView['sections'][number]): TaskState {
  if (toChange > 0) return 'has-errors';
  if (missing === 0) return 'done';
  return answered === 0 ? 'not-started' : 'in-progress';
}

/** What the municipality says: its messages, what is to be changed, the decision. */
function Wanted({ view, about }: { view: DeclarationView; about: CaseView }) {
  const t = useTexts(declarationTexts);
  const text = useText();
  const paths = usePaths();
  const { changes, demands } = view;
  const isAsked = view.state === 'changes-requested';
  const lastNote = about.notes.at(-1);
  return (
    <>
      {about.decision && <Decision decision={about.decision} />}
      {lastNote && (isAsked || view.state === 'hearing' || view.state === 'suspended' || view.state === 'revoked') && (
        <Note note={lastNote} />
      )}
      {isAsked && demands.length > 0 && (
        <section>
          <h2>{t('demandsHeading')}</h2>
          <ul className="sd-links">
            {demands.map(({ interfaceId, name, reason }) => (
              <li key={interfaceId}>
                <a href={`${paths.supplier.scope(view.declarationId)}#scope-${interfaceId}`}>
                  {text(name)} ({interfaceId})
                </a>
                {reason && (
                  <p>
                    <Lines text={reason} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(isAsked || (about.decision && changes.length > 0)) && (
        <section>
          <h2>{isAsked ? t('changesHeading') : t('verdictsHeading')}</h2>
          {isAsked && <p>{changes.length > 0 ? t('changesLead') : t('changesNone')}</p>}
          <ul className="sd-changes">
            {changes.map((change) => (
              <li key={change.key}>
                <p>
                  <QuestionAnchor link={change} declarationId={view.declarationId} />{' '}
                  {isAsked && (
                    <Tag
                      tone={change.isChanged ? 'success' : 'warning'}
                      {...(change.isChanged ? { icon: 'check' } : {})}
                    >
                      {t(change.isChanged ? 'changedByUs' : 'notChangedYet')}
                    </Tag>
                  )}
                </p>
                {change.reason && (
                  <p>
                    {change.municipalityName}: <Lines text={change.reason} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Note({ note }: { note: CaseView['notes'][number] }) {
  const t = useTexts(declarationTexts);
  const from = note.from;
  const heading =
    from.side === 'supplier'
      ? t('messageOwn')
      : t('messageFrom', { sender: from.side === 'municipality' ? from.name : t('byPortal') });
  return (
    <InsetText tone="accent">
      <p>
        <strong>{heading}</strong> · <Time value={note.writtenAt} />
      </p>
      <p>
        <Lines text={note.text} />
      </p>
    </InsetText>
  );
}

function Decision({ decision }: { decision: NonNullable<CaseView['decision']> }) {
  const t = useTexts(declarationTexts);
  const format = useFormat();
  return (
    <section>
      <h2>{t('decisionHeading')}</h2>
      <p>
        <OutcomeTag outcome={decision.outcome} />{' '}
        {t('decisionBy', { municipality: decision.municipalityName, date: format.date(decision.decidedAt) })}
      </p>
      {decision.reasons && (
        <InsetText>
          <p>
            <Lines text={decision.reasons} />
          </p>
        </InsetText>
      )}
    </section>
  );
}

function CaseFacts({ view, about }: { view: DeclarationView; about: CaseView }) {
  const t = useTexts(declarationTexts);
  const paths = usePaths();
  return (
    <section className="sd-fact-box">
      <h2 className="h4">{t('caseHeading')}</h2>
      <Definition
        compact
        items={[
          { id: 'number', term: t('factCase'), description: about.number },
          { id: 'state', term: t('factState'), description: <CaseStateTag state={about.state} /> },
          { id: 'since', term: t('factSince'), description: <Time value={about.stateSince} only="date" /> },
          ...(about.municipalityName
            ? [{ id: 'municipality', term: t('factMunicipality'), description: about.municipalityName }]
            : []),
          ...about.submissions.map(({ number, submittedAt }) => ({
            id: `submission-${number}`,
            term: t('factSubmitted'),
            description: (
              <>
                <Time value={submittedAt} only="date" />
                <br />
                <a href={paths.supplier.receipt(view.declarationId, number)}>
                  {t('receiptNumber', { number: String(number) })}
                </a>
              </>
            ),
          })),
          {
            id: 'questionnaire',
            term: t('factQuestionnaire'),
            description: (
              <a href={paths.questionnaire(view.questionnaire.slug)}>{`Version ${view.questionnaire.version}`}</a>
            ),
          },
        ]}
      />
    </section>
  );
}

function Path({ about }: { about: CaseView }) {
  const t = useTexts(declarationTexts);
  const happened = useTexts(happenedTexts);
  return (
    <section>
      <h2>{t('pathHeading')}</h2>
      <Timeline
        entries={about.steps.map(({ event, at, from }, index) => ({
          id: `${at}-${event}`,
          title: happened(event),
          at,
          by: from.side === 'municipality' ? from.name : from.side === 'supplier' ? t('bySupplier') : t('byPortal'),
          ...(index === about.steps.length - 1 ? { state: 'current' as const } : {}),
        }))}
      />
    </section>
  );
}
