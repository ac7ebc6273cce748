import { Alert, Button, Definition, ErrorSummary, type FieldProblem, PageHeading } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { mergeTexts, registryKindTexts } from '~/app/i18n/merges';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RegistryChange } from '~/db/registry/changes';
import type { Refusal } from '~/workflows/refusal';
import { ConfirmFields, useConfirmErrors } from './merge-confirm';
import { MergeMoves } from './merge-moves';

interface MergePageProps {
  change: RegistryChange;
  mayChange: boolean;
  done: 'done' | 'undone' | null;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

/** One that was done: what it moved, why, and the way back. */
export function MergePage({ change, mayChange, done, refused }: MergePageProps) {
  const t = useTexts(mergeTexts);
  const kinds = useTexts(registryKindTexts);
  const errors = useConfirmErrors(refused);
  const format = useFormat();
  const { undoneAt, undoReason, reason, doneAt } = change;
  return (
    <>
      <ErrorSummary errors={errors} />
      {done && !refused && (
        <Alert kind="success" heading={t(done)} role="status">
          {t('doneText')}
        </Alert>
      )}
      <PageHeading caption={kinds(change.kind)}>{t('mergedInto', change)}</PageHeading>
      <Definition
        compact
        items={[
          { id: 'done', term: t('columnDone'), description: format.dateTime(doneAt) },
          { id: 'reason', term: t('columnReason'), description: <Lines text={reason} /> },
          {
            id: 'state',
            term: t('columnState'),
            description: undoneAt ? t('isUndone', { date: format.dateTime(undoneAt) }) : t('stands'),
          },
          ...(undoReason ? [{ id: 'undo', term: t('undoReason'), description: <Lines text={undoReason} /> }] : []),
        ]}
      />
      <MergeMoves moves={change.moves} collisions={[]} />
      {mayChange && !undoneAt && <Undo id={change.id} typed={refused?.typed ?? {}} errors={errors} />}
    </>
  );
}

function Undo({
  id,
  typed,
  errors,
}: {
  id: string;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}) {
  const t = useTexts(mergeTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="undo">
      <h2 id="undo">{t('undoHeading')}</h2>
      <p>{t('undoText')}</p>
      <form method="post" action={to.admin.merge(id)} className="sd-event-form">
        <ConfirmFields
          labels={{ reason: t('undoReason'), confirmed: t('undoConfirm') }}
          typed={typed}
          errors={errors}
        />
        <Button kind="warning">{t('undo')}</Button>
      </form>
    </section>
  );
}
