import { Alert, Button, Details, errorOf, type FieldProblem, NumberInput, Select, TextArea } from '~/app/components';
import { useRefusal } from '~/app/i18n/refusals';
import { eventExplanations, eventTexts, reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ReviewedCase } from '~/db/cases/read';
import { deadlines } from '~/workflows/case/events';
import type { CaseEventType } from '~/workflows/words';
import type { CaseView } from './case-view.server';

type ListedEvent = ReviewedCase['events'][number];

interface EventFormsProps {
  view: CaseView;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}

/** Events that are sent from the page of the decision. */
export const onDecisionPage: readonly CaseEventType[] = ['propose', 'confirm', 'return'];

/** What the reader can do with the case as a whole, each as a form of its own, and what they cannot, with the reason. */
export function EventForms({ view, typed, errors }: EventFormsProps) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const { reviewed } = view;
  const mine = reviewed.events.filter(({ sectionId }) => sectionId === null);
  const here = mine.filter(({ event }) => !onDecisionPage.includes(event));
  const possible = here.filter(({ allowed }) => allowed);
  const decides = mine.some(({ event }) => onDecisionPage.includes(event));
  const blocked = here.filter(({ allowed }) => !allowed);
  if (possible.length + blocked.length === 0 && !decides) {
    return (
      <p className="sd-muted">
        {view.reader.canReview || view.reader.isCoordinator ? t('noEvents') : t('onlyReading')}
      </p>
    );
  }
  return (
    <>
      {decides && (
        <p>
          <a href={to.review.decision(reviewed.id)}>{t('goToDecision')}</a>
        </p>
      )}
      {possible.map(({ event }, index) => (
        <EventDetails
          key={event}
          event={event}
          open={typed.event === event || (possible.length === 1 && !decides) || (event === 'route' && index === 0)}
          view={view}
          typed={typed.event === event ? typed : {}}
          errors={errors}
        />
      ))}
      {blocked.length > 0 && <BlockedEvents events={blocked} />}
    </>
  );
}

/** Buttons that cannot be used are sentences: what, and why not. */
export function BlockedEvents({ events }: { events: readonly ListedEvent[] }) {
  const t = useTexts(reviewTexts);
  const label = useTexts(eventTexts);
  const sentence = useRefusal();
  return (
    <div className="sd-blocked">
      <h3 className="h5">{t('eventsBlocked')}</h3>
      <ul className="nobullet-list">
        {events.map(({ event, sectionId, refusal }) => (
          <li key={`${event}:${sectionId}`}>
            <strong>{label(event)}</strong> – {refusal && sentence(refusal)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OneEventProps extends EventFormsProps {
  event: CaseEventType;
}

function EventDetails({ open, ...props }: OneEventProps & { open: boolean }) {
  const label = useTexts(eventTexts);
  return (
    <Details summary={label(props.event)} open={open}>
      <EventForm {...props} />
    </Details>
  );
}

const undone: readonly CaseEventType[] = ['revoke'];

function EventForm({ event, view, typed, errors }: OneEventProps) {
  const label = useTexts(eventTexts);
  const to = usePaths();
  const { reviewed } = view;
  return (
    <form method="post" action={to.review.events(reviewed.id)} className="sd-event-form">
      <Explanation event={event} />
      <input type="hidden" name="version" value={reviewed.version} />
      <EventFields event={event} view={view} typed={typed} errors={errors} />
      <Button name="event" value={event} kind={undone.includes(event) ? 'warning' : 'primary'}>
        {label(event)}
      </Button>
    </form>
  );
}

function Explanation({ event }: { event: CaseEventType }) {
  const explain = useTexts(eventExplanations);
  const key = explained.find((each) => each === event);
  return key ? <p>{explain(key)}</p> : null;
}

const explained = Object.keys(eventExplanations) as (keyof typeof eventExplanations)[];

function EventFields(props: OneEventProps) {
  const t = useTexts(reviewTexts);
  switch (props.event) {
    case 'route':
      return (
        <>
          <RouteField {...props} />
          <AssigneeField {...props} />
          <NoteField {...props} label={t('fieldRouteNote')} hint={t('fieldInternalHint')} optional />
        </>
      );
    case 'return-incomplete':
    case 'request-changes':
      return (
        <>
          <NoteField {...props} label={t('fieldNote')} hint={t('fieldNoteHint')} />
          <WorkingDaysField {...props} {...deadlines.changes} />
        </>
      );
    case 'open-hearing':
      return (
        <>
          <NoteField {...props} label={t('fieldHearing')} hint={t('fieldHearingHint')} />
          <WorkingDaysField {...props} {...deadlines.hearing} />
        </>
      );
    case 'lapse':
    case 'close-hearing':
      return <NoteField {...props} label={t('fieldInternalNote')} hint={t('fieldInternalHint')} optional />;
    default:
      return <NoteField {...props} label={t('fieldReason')} hint={t('fieldReasonShared')} />;
  }
}

type FieldProps = OneEventProps & { label: string; hint: string; optional?: boolean };

function NoteField({ event, typed, errors, label, hint, optional }: FieldProps) {
  return (
    <TextArea
      name="note"
      id={`${event}-note`}
      label={label}
      hint={hint}
      optional={optional}
      rows={4}
      limit={5_000}
      defaultValue={typed.note}
      error={errorOf(errors, `${event}-note`)}
    />
  );
}

function WorkingDaysField({
  event,
  typed,
  errors,
  usual,
  least,
  most,
}: OneEventProps & { usual: number; least: number; most: number }) {
  const t = useTexts(reviewTexts);
  return (
    <NumberInput
      name="workingDays"
      id={`${event}-workingDays`}
      label={t('fieldWorkingDays')}
      hint={t('fieldWorkingDaysHint', { least, most })}
      defaultValue={typed.workingDays ?? String(usual)}
      error={errorOf(errors, `${event}-workingDays`)}
    />
  );
}

/** A lead reviewer takes the case home; the coordinator chooses among all who can decide it. */
function RouteField({ view, typed, errors }: OneEventProps) {
  const t = useTexts(reviewTexts);
  const { reader, municipalities } = view;
  const own = municipalities.find(({ code }) => code === reader.municipalityCode);
  if (!reader.isCoordinator && own) {
    return (
      <>
        <input type="hidden" name="municipalityCode" value={own.code} />
        <Alert kind="info">{t('routeToOwn', { municipality: own.name })}</Alert>
      </>
    );
  }
  return (
    <Select
      name="municipalityCode"
      id="route-municipalityCode"
      label={t('fieldMunicipality')}
      options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      defaultValue={typed.municipalityCode ?? view.reviewed.municipality?.code ?? ''}
      error={errorOf(errors, 'route-municipalityCode')}
    />
  );
}

/** Optional: whoever is named finds the case among their own. The coordinator sees each with their municipality. */
function AssigneeField({ view, typed, errors }: OneEventProps) {
  const t = useTexts(reviewTexts);
  const { reader, assignable, reviewed } = view;
  if (assignable.length === 0) return null;
  return (
    <Select
      name="personId"
      id="route-personId"
      label={t('fieldAssignee')}
      hint={t('fieldAssigneeHint')}
      optional
      empty={t('nobodyInParticular')}
      options={assignable.map(({ personId, name, municipality }) => ({
        value: personId,
        label: reader.isCoordinator ? `${name} (${municipality.name})` : name,
      }))}
      defaultValue={typed.personId ?? reviewed.assignee?.personId ?? ''}
      error={errorOf(errors, 'route-personId')}
    />
  );
}
