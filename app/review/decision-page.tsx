import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  CaseStateTag,
  Details,
  errorOf,
  type FieldProblem,
  InsetText,
  OutcomeTag,
  PageHeading,
  RadioGroup,
  TextArea,
  Time,
} from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useText } from '~/app/i18n/language';
import { letterPageTexts } from '~/app/i18n/letter';
import { eventTexts, outcomeHints, reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { outcomeTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { noteLimit } from '~/workflows/note';
import { CaseNotes } from './case-notes';
import { ConfirmationState, LetterLink } from './confirmation-state';
import type { DecisionView } from './decision-view.server';
import { DoneAlert } from './done-alert';
import { BlockedEvents } from './event-forms';
import type { Refused } from './refused.server';
import { RefusedAlert } from './refused-alert';
import { RemarkedAnswers, VerdictSummary } from './verdict-summary';

interface FormProps {
  view: DecisionView;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}

/** What the decision rests on, the lead's proposal, and the second pair of eyes. */
export function DecisionPage({ view, refused }: { view: DecisionView; refused?: Refused | undefined }) {
  const t = useTexts(reviewTexts);
  const text = useText();
  const to = usePaths();
  const { reviewed } = view;
  const form: FormProps = { view, typed: refused?.typed ?? {}, errors: refused?.errors ?? [] };
  return (
    <>
      {refused ? (
        <RefusedAlert
          refused={refused}
          state={reviewed.state}
          supplierName={reviewed.supplier.name}
          sectionTitles={Object.fromEntries(reviewed.sections.map(({ id, title }) => [id, text(title)]))}
        />
      ) : (
        <DoneAlert />
      )}
      <BackLink href={to.review.case(reviewed.id)}>{t('backToCase')}</BackLink>
      <PageHeading
        caption={t('sectionCaption', { product: reviewed.product.name, number: reviewed.number })}
        aside={<CaseStateTag state={reviewed.state} />}
      >
        {t('decisionTitle')}
      </PageHeading>
      <ConfirmationState view={view} />
      <Decided view={view} />
      <Basis view={view} />
      <Hearing view={view} />
      {reviewed.step === 'lead' && <Propose {...form} />}
      {reviewed.step === 'second-pair-of-eyes' && <Second {...form} />}
      {reviewed.step === null && !reviewed.decision && <Alert kind="info">{t('decisionNotYet')}</Alert>}
    </>
  );
}

function Decided({ view }: { view: DecisionView }) {
  const t = useTexts(reviewTexts);
  const { reviewed } = view;
  const { decision } = reviewed;
  if (!decision) return null;
  return (
    <section className="sd-decided" aria-labelledby="decided">
      <h2 id="decided" className="h4">
        {t('decidedHeading')}
      </h2>
      <p>
        <OutcomeTag outcome={decision.outcome} /> {decision.municipality.name}, <Time value={decision.decidedAt} />
      </p>
      <Reasons reasons={decision.reasons ?? ''} />
      <p className="sd-muted">
        {t('decidedBy', { proposer: decision.proposedBy.name, confirmer: decision.confirmedBy.name })}
      </p>
      <LetterLink view={view} />
      {decision.outcome !== 'approved' && <AppealGuidance guidance={view.guidance} />}
    </section>
  );
}

function Reasons({ reasons }: { reasons: string }) {
  const t = useTexts(reviewTexts);
  if (reasons.trim() === '') return <p>{t('reasonsNone')}</p>;
  return (
    <blockquote className="sd-reasons">
      <Lines text={reasons} />
    </blockquote>
  );
}

/** The verdicts as figures, then word by word what is not plainly accepted. */
function Basis({ view }: { view: DecisionView }) {
  const t = useTexts(reviewTexts);
  const { notApproved, remarks } = view;
  return (
    <>
      <section aria-labelledby="summary">
        <h2 id="summary">{t('summaryHeading')}</h2>
        <VerdictSummary view={view} />
      </section>
      {notApproved.length > 0 && (
        <section aria-labelledby="not-approved">
          <h2 id="not-approved">{t('notApprovedHeading', { count: notApproved.length })}</h2>
          <p>{t('notApprovedText')}</p>
          <RemarkedAnswers answers={notApproved} view={view} />
        </section>
      )}
      {remarks.length > 0 && (
        <section aria-labelledby="remarks">
          <h2 id="remarks">{t('remarksHeading', { count: remarks.length })}</h2>
          <p>{t('remarksText')}</p>
          <RemarkedAnswers answers={remarks} view={view} />
        </section>
      )}
    </>
  );
}

/** What the supplier was heard about, and what it said, before somebody decides. */
function Hearing({ view: { reviewed } }: { view: DecisionView }) {
  const t = useTexts(reviewTexts);
  const notes = reviewed.notes.filter(({ event }) => event === 'open-hearing' || event === 'answer-hearing');
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{t('hearingHeading')}</h2>
      <CaseNotes notes={notes} supplierName={reviewed.supplier.name} />
      {notes.at(-1)?.event === 'open-hearing' && <p>{t('hearingUnanswered')}</p>}
    </section>
  );
}

function eventsOf({ reviewed }: DecisionView, ...names: readonly string[]) {
  const mine = reviewed.events.filter(({ event, sectionId }) => sectionId === null && names.includes(event));
  return { can: (name: string) => mine.some(({ event, allowed }) => event === name && allowed), mine };
}

function Propose({ view, typed, errors }: FormProps) {
  const t = useTexts(reviewTexts);
  const label = useTexts(eventTexts);
  const outcomes = useTexts(outcomeTexts);
  const explain = useTexts(outcomeHints);
  const to = usePaths();
  const { can, mine } = eventsOf(view, 'propose');
  const { reviewed } = view;
  if (!can('propose')) return <NotYours view={view} mine={mine} sentence={t('nowLead')} />;
  const fitting = view.outcomes.filter(({ fits }) => fits);
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t('proposeHeading')}</h2>
      <form method="post" action={to.review.decision(reviewed.id)} className="sd-event-form">
        <input type="hidden" name="version" value={reviewed.version} />
        <RadioGroup
          name="outcome"
          label={t('fieldOutcome')}
          choices={view.outcomes.map(({ outcome, fits }) => ({
            value: outcome,
            label: outcomes(outcome),
            hint: fits ? explain(outcome) : t('outcomeNotPossible'),
            disabled: !fits,
          }))}
          defaultValue={typed.outcome ?? (fitting.length === 1 ? fitting[0]?.outcome : null)}
          error={errorOf(errors, 'outcome')}
        />
        <TextArea
          name="reasons"
          label={t('fieldReasons')}
          hint={t('fieldReasonsHint')}
          rows={8}
          limit={noteLimit}
          defaultValue={typed.reasons}
          error={errorOf(errors, 'reasons')}
        />
        {view.notApproved.length > 0 && <AppealGuidance guidance={view.guidance} isPreview />}
        <p>{t('proposeNext')}</p>
        <Button name="event" value="propose">
          {label('propose')}
        </Button>
      </form>
    </section>
  );
}

/** The text that a decision carries when it is not a full approval. */
function AppealGuidance({ guidance, isPreview }: { guidance: string | null; isPreview?: boolean }) {
  const t = useTexts(reviewTexts);
  return (
    <InsetText>
      <h3 className="h5">{t('appealHeading')}</h3>
      {isPreview && <p className="sd-muted">{t('appealIntro')}</p>}
      <p className="sd-lines">{guidance ?? t('appealGuidance')}</p>
    </InsetText>
  );
}

function Second({ view, typed, errors }: FormProps) {
  const t = useTexts(reviewTexts);
  const label = useTexts(eventTexts);
  const to = usePaths();
  const { reviewed } = view;
  const { can, mine } = eventsOf(view, 'confirm', 'return');
  const blocked = mine.filter(({ allowed }) => !allowed);
  const { proposal } = reviewed;
  const letter = useTexts(letterPageTexts);
  const isWaiting = view.confirmation?.endedBecause === null;
  return (
    <>
      {proposal && (
        <section className="sd-decided" aria-labelledby="proposal">
          <h2 id="proposal">{t('proposalHeading')}</h2>
          <p>
            <OutcomeTag outcome={proposal.outcome} />{' '}
            <span className="sd-muted">{t('proposedBy', { name: proposal.proposedByName })}</span>
          </p>
          <Reasons reasons={proposal.reasons} />
          {proposal.outcome !== 'approved' && <AppealGuidance guidance={view.guidance} isPreview />}
          <LetterLink view={view} />
        </section>
      )}
      <section aria-labelledby="confirm">
        <h2 id="confirm">{t('confirmHeading')}</h2>
        {mine.length === 0 && <p>{t('nowSecond')}</p>}
        {can('confirm') && !isWaiting && (
          <form method="post" action={to.review.decision(reviewed.id)} className="sd-event-form">
            <input type="hidden" name="version" value={reviewed.version} />
            <p>{view.grace > 0 ? letter('graceText', { count: view.grace }) : t('confirmText')}</p>
            <ButtonGroup>
              <Button name="event" value="confirm">
                {label('confirm')}
              </Button>
            </ButtonGroup>
          </form>
        )}
        {can('return') && (
          <Details summary={label('return')} open={typed.event === 'return'}>
            <form method="post" action={to.review.decision(reviewed.id)} className="sd-event-form">
              <input type="hidden" name="version" value={reviewed.version} />
              <TextArea
                name="note"
                id="return-note"
                label={t('fieldReturnNote')}
                hint={t('fieldInternalHint')}
                rows={4}
                limit={noteLimit}
                defaultValue={typed.event === 'return' ? typed.note : undefined}
                error={errorOf(errors, 'return-note')}
              />
              <Button name="event" value="return" kind="secondary">
                {label('return')}
              </Button>
            </form>
          </Details>
        )}
        {blocked.length > 0 && <BlockedEvents events={blocked} />}
      </section>
    </>
  );
}

function NotYours({
  view,
  mine,
  sentence,
}: {
  view: DecisionView;
  mine: DecisionView['reviewed']['events'];
  sentence: string;
}) {
  if (mine.length > 0) return <BlockedEvents events={mine} />;
  return view.reviewed.decision ? null : <Alert kind="info">{sentence}</Alert>;
}
