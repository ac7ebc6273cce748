import { Alert, Button, Checkbox, Definition, ErrorSummary, PageHeading } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { TextArea } from '~/app/components/text-area';
import { useFormat } from '~/app/i18n/format';
import { mergeTexts, registryKindTexts } from '~/app/i18n/merges';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RegistryChange } from '~/db/registry/changes';
import type { Refusal } from '~/workflows/refusal';
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
  const sentence = useRefusal();
  const format = useFormat();
  const { undoneAt, undoReason, reason, doneAt } = change;
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: fieldOf(refused.refusal), message: sentence(refused.refusal) }]} />}
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
      {mayChange && !undoneAt && <Undo id={change.id} typed={refused?.typed ?? {}} />}
    </>
  );
}

function fieldOf({ code }: Refusal): string | null {
  if (code === 'registry-reason-needed') return 'reason';
  return code === 'registry-not-confirmed' ? 'confirmed' : null;
}

function Undo({ id, typed }: { id: string; typed: Readonly<Record<string, string>> }) {
  const t = useTexts(mergeTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="undo">
      <h2 id="undo">{t('undoHeading')}</h2>
      <p>{t('undoText')}</p>
      <form method="post" action={to.admin.merge(id)} className="sd-event-form">
        <TextArea name="reason" label={t('undoReason')} hint={t('reasonHint')} defaultValue={typed.reason} />
        <Checkbox name="confirmed" label={t('undoConfirm')} defaultChecked={typed.confirmed === '1'} />
        <Button kind="warning">{t('undo')}</Button>
      </form>
    </section>
  );
}
