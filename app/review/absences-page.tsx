import {
  Alert,
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
} from '~/app/components';
import { absencesTexts } from '~/app/i18n/absences';
import { useFormat } from '~/app/i18n/format';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Absence } from '~/db/absences';
import type { Refusal } from '~/workflows/refusal';

interface AbsencesView {
  absences: Absence[];
  colleagues: { id: string; name: string }[];
  isDone: boolean;
}

interface RefusedAbsence {
  refusal: Refusal;
  typed: Record<string, string>;
}

/** A reviewer's own absences, and the form for another. */
export function AbsencesPage({ view, refused }: { view: AbsencesView; refused: RefusedAbsence | undefined }) {
  const t = useTexts(absencesTexts);
  const sentence = useRefusal();
  const field = refused?.refusal.code === 'substitute-unknown' ? 'substituteId' : 'startsOn';
  const errors = refused ? [{ field, message: sentence(refused.refusal) }] : [];
  return (
    <>
      {refused && <ErrorSummary errors={errors} />}
      {view.isDone && !refused && <Alert kind="success" heading={t('done')} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {view.absences.length === 0 ? (
        <EmptyState heading={t('none')} />
      ) : (
        <section aria-labelledby="current">
          <h2 id="current">{t('current')}</h2>
          <ul className="sd-tasks">
            {view.absences.map((absence) => (
              <AbsenceItem key={absence.id} absence={absence} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="add">
        <h2 id="add">{t('add')}</h2>
        <AbsenceForm colleagues={view.colleagues} typed={refused?.typed ?? {}} errors={errors} />
      </section>
    </>
  );
}

function AbsenceItem({ absence: { id, startsOn, endsOn, substituteName } }: { absence: Absence }) {
  const t = useTexts(absencesTexts);
  const format = useFormat();
  const to = usePaths();
  const period = t('period', { from: format.date(startsOn), to: format.date(endsOn) });
  return (
    <li className="sd-task sd-task-closed">
      <div className="sd-task-text">
        <strong>{period}</strong>
        <div className="sd-task-hint">
          {substituteName === null ? t('redistribute') : t('substituteIs', { name: substituteName })}
        </div>
      </div>
      <form method="post" action={to.review.absences()} className="sd-task-state">
        <input type="hidden" name="id" value={id} />
        <Button name="act" value="end" kind="secondary" small>
          {t('end')}
          <span className="sr-only"> {period}</span>
        </Button>
      </form>
    </li>
  );
}

function AbsenceForm({
  colleagues,
  typed,
  errors,
}: {
  colleagues: AbsencesView['colleagues'];
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}) {
  const t = useTexts(absencesTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.review.absences()} className="sd-event-form">
      <DateInput
        name="startsOn"
        label={t('startsOn')}
        defaultValue={typed.startsOn}
        error={errorOf(errors, 'startsOn')}
      />
      <DateInput name="endsOn" label={t('endsOn')} defaultValue={typed.endsOn} />
      <Select
        name="substituteId"
        label={t('substitute')}
        empty={t('anybody')}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typed.substituteId ?? ''}
        error={errorOf(errors, 'substituteId')}
      />
      <Button name="act" value="add">
        {t('add')}
      </Button>
    </form>
  );
}
