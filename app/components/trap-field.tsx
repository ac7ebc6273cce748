import { disputeTexts } from '~/app/i18n/disputes';
import { useTexts } from '~/app/i18n/use-texts';

/** The name of the field that nobody sees: what fills in every field is no person. */
export const trapField = 'website';

/** Out of sight, out of the tab order and not read aloud; its label tells whoever comes to it after all. */
export function TrapField() {
  const t = useTexts(disputeTexts);
  return (
    <div className="sd-trap" aria-hidden="true">
      <label>
        {t('fieldTrap')}
        <input type="text" name={trapField} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
