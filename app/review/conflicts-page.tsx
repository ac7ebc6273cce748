import {
  Alert,
  Button,
  EmptyState,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
  TextArea,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useRefusal } from '~/app/i18n/refusals';
import { reviewTexts } from '~/app/i18n/review';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ListedConflict } from '~/db/conflicts';
import type { Refusal } from '~/workflows/refusal';
import { DoneAlert } from './done-alert';

interface ConflictsView {
  conflicts: ListedConflict[];
  suppliers: { id: string; name: string; cvr: string }[];
  chosen: string | null;
  canDeclare: boolean;
}

interface RefusedConflict {
  refusal: Refusal | null;
  errors: FieldProblem[];
  typed: Record<string, string>;
}

export function ConflictsPage({ view, refused }: { view: ConflictsView; refused?: RefusedConflict | undefined }) {
  const t = useTexts(reviewTexts);
  const sentence = useRefusal();
  const current = view.conflicts.filter(({ endedAt }) => endedAt === null);
  const ended = view.conflicts.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      {refused ? <ErrorSummary errors={refused.errors} /> : <DoneAlert />}
      {refused?.refusal && <Alert kind="error" heading={sentence(refused.refusal)} role="alert" />}
      <PageHeading lead={t('conflictsLead')}>{t('conflictsTitle')}</PageHeading>
      {current.length === 0 ? (
        <EmptyState heading={t('conflictsNone')} />
      ) : (
        <section aria-labelledby="current">
          <h2 id="current">{t('conflictsCurrent')}</h2>
          <ConflictList conflicts={current} canEnd={view.canDeclare} />
        </section>
      )}
      {view.canDeclare && <DeclareForm view={view} refused={refused} />}
      {ended.length > 0 && (
        <section aria-labelledby="ended">
          <h2 id="ended">{t('conflictsEnded')}</h2>
          <ConflictList conflicts={ended} canEnd={false} />
        </section>
      )}
    </>
  );
}

function ConflictList({ conflicts, canEnd }: { conflicts: readonly ListedConflict[]; canEnd: boolean }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <ul className="sd-tasks">
      {conflicts.map((conflict) => (
        <li key={conflict.id} className="sd-task sd-task-closed">
          <div className="sd-task-text">
            <strong>{conflict.supplierName}</strong>
            <div className="sd-task-hint">
              <div>{conflict.reason}</div>
              <div>
                {t('conflictDeclared', { date: format.date(conflict.declaredAt) })}
                {conflict.endedAt && <> · {t('conflictEndedOn', { date: format.date(conflict.endedAt) })}</>}
              </div>
            </div>
          </div>
          {canEnd && (
            <form method="post" action={to.review.conflicts()} className="sd-task-state">
              <input type="hidden" name="conflictId" value={conflict.id} />
              <Button name="act" value="end" kind="secondary" small>
                {t('conflictEnd')}
                <span className="sr-only"> {t('conflictEndFor', { supplier: conflict.supplierName })}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function DeclareForm({ view, refused }: { view: ConflictsView; refused?: RefusedConflict | undefined }) {
  const t = useTexts(reviewTexts);
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? [];
  return (
    <section aria-labelledby="declare">
      <h2 id="declare">{t('conflictDeclare')}</h2>
      <p>{t('conflictText')}</p>
      <form method="post" action={to.review.conflicts()} className="sd-event-form">
        <Select
          name="supplierId"
          label={t('conflictSupplier')}
          options={view.suppliers.map(({ id, name, cvr }) => ({ value: id, label: `${name} (cvr ${cvr})` }))}
          defaultValue={typed.supplierId ?? view.chosen ?? ''}
          error={errorOf(errors, 'supplierId')}
        />
        <TextArea
          name="reason"
          label={t('conflictReason')}
          hint={t('conflictReasonHint')}
          rows={3}
          limit={1_000}
          defaultValue={typed.reason}
          error={errorOf(errors, 'reason')}
        />
        <Button name="act" value="declare">
          {t('conflictDeclare')}
        </Button>
      </form>
    </section>
  );
}
