import { Alert, Button, ErrorSummary, errorOf, PageHeading, Select, TextArea } from '~/app/components';
import { absencesTexts } from '~/app/i18n/absences';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import type { Refused } from './refused.server';
import type { SentCase } from './reviewed-case.server';

/** Where it can be mended; null: it is about the case or the person. */
function fieldOf({ code }: Refusal): string | null {
  if (code.startsWith('note-')) return 'note';
  return code === 'substitute-unknown' ? 'toId' : null;
}

interface HandOverView {
  reviewed: SentCase;
  section: SentCase['sections'][number];
  colleagues: { id: string; name: string }[];
}

/** One's own claimed section, for somebody else to go on with. */
export function HandOverPage({ view, refused }: { view: HandOverView; refused: Refused | undefined }) {
  const t = useTexts(absencesTexts);
  const text = useText();
  const sentence = useRefusal();
  const to = usePaths();
  const { reviewed, section, colleagues } = view;
  const typed = refused?.typed ?? {};
  const errors = [...(refused?.errors ?? [])];
  if (refused?.refusal) errors.push({ field: fieldOf(refused.refusal), message: sentence(refused.refusal) });
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeading caption={text(section.title)} lead={t('handOverLead')}>
        {t('handOver')}
      </PageHeading>
      {colleagues.length === 0 ? (
        <Alert kind="info">{t('handOverNobody')}</Alert>
      ) : (
        <form method="post" action={to.review.handOver(reviewed.id, section.id)} className="sd-event-form">
          <input type="hidden" name="version" value={reviewed.version} />
          <Select
            name="toId"
            label={t('handOverTo')}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={typed.toId ?? ''}
            error={errorOf(errors, 'toId')}
          />
          <TextArea
            name="note"
            label={t('handOverNote')}
            hint={t('handOverNoteHint')}
            rows={4}
            limit={2_000}
            defaultValue={typed.note}
            error={errorOf(errors, 'note')}
          />
          <Button name="act" value="hand-over">
            {t('handOver')}
          </Button>
        </form>
      )}
    </>
  );
}
