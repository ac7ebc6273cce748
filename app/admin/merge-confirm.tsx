import { Checkbox, type FieldProblem } from '~/app/components';
import { errorOf } from '~/app/components/error-summary';
import { TextArea } from '~/app/components/text-area';
import { mergeTexts } from '~/app/i18n/merges';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import type { Refusal } from '~/workflows/refusal';
import { listConfirmGaps } from '~/workflows/registry';

export interface RefusedConfirm {
  refusal: Refusal;
  typed: Readonly<Record<string, string>>;
}

/** What has to be corrected: all that the confirmation lacks at once, or what stands in the way. */
export function useConfirmErrors(refused: RefusedConfirm | undefined): FieldProblem[] {
  const sentence = useRefusal();
  if (!refused) return [];
  const { refusal, typed } = refused;
  const gaps = listConfirmGaps({ reason: typed.reason ?? '', confirmed: typed.confirmed === '1' });
  if (!gaps.some((gap) => gap.refusal.code === refusal.code)) return [{ field: null, message: sentence(refusal) }];
  return gaps.map((gap) => ({ field: gap.field, message: sentence(gap.refusal) }));
}

/** Why, and that it was read. */
export function ConfirmFields({
  labels,
  typed,
  errors,
}: {
  labels: { reason: string; confirmed: string };
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}) {
  const t = useTexts(mergeTexts);
  return (
    <>
      <TextArea
        name="reason"
        label={labels.reason}
        hint={t('reasonHint')}
        defaultValue={typed.reason}
        error={errorOf(errors, 'reason')}
      />
      <Checkbox
        name="confirmed"
        label={labels.confirmed}
        defaultChecked={typed.confirmed === '1'}
        error={errorOf(errors, 'confirmed')}
      />
    </>
  );
}
