import type { ChangeEvent } from 'react';
import { FormField } from '~/app/components';
import { judgingTexts } from '~/app/i18n/judging';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { type PickableReason, verdictField, withPicked } from './verdict-fields';

interface CannedReasonsProps {
  questionKey: string;
  /** For screen readers: which question's field it is. */
  question: string;
  reasons: readonly PickableReason[];
  /** What was picked before the form came back. */
  picked: Readonly<Record<string, string>> | null;
}

/**
 * Standard reasons at the field of the reason. Without scripts the picked one is put in when the verdicts are saved; with
 * them it is put into the field at once, where it can be edited.
 */
export function CannedReasons({ questionKey, question, reasons, picked }: CannedReasonsProps) {
  const t = useTexts(judgingTexts);
  const kinds = useTexts(verdictTexts);
  if (reasons.length === 0) return null;
  const name = verdictField.canned(questionKey);
  const grouped = [...new Set(reasons.map(({ kind }) => kind))];
  return (
    <FormField
      name={name}
      label={
        <>
          {t('canned')}
          <span className="sr-only">: {question}</span>
        </>
      }
      hint={t('cannedHint')}
    >
      <select
        id={name}
        name={name}
        className="form-select"
        aria-describedby={`${name}-hint`}
        defaultValue={picked?.[name] ?? ''}
        onChange={(event) => putIn(event, questionKey, reasons)}
      >
        <option value="">{t('cannedNone')}</option>
        {grouped.map((kind) => (
          <optgroup key={kind} label={kinds(kind)}>
            {reasons
              .filter((reason) => reason.kind === kind)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FormField>
  );
}

function putIn(
  { currentTarget }: ChangeEvent<HTMLSelectElement>,
  questionKey: string,
  reasons: readonly PickableReason[],
): void {
  const area = document.getElementById(verdictField.reason(questionKey));
  const reason = reasons.find(({ id }) => id === currentTarget.value);
  if (!reason || !(area instanceof HTMLTextAreaElement)) return;
  area.value = withPicked(reason.text, area.value);
  currentTarget.value = '';
}
