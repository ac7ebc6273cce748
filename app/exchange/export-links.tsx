import { exchangeTexts } from '~/app/i18n/exchange';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

/** The way to the declaration as a file, and back in. */
export function ExportLinks({ declarationId }: { declarationId: string }) {
  const t = useTexts(exchangeTexts);
  const { supplier } = usePaths();
  return (
    <p className="sd-small sd-no-print">
      <a href={supplier.exchange(declarationId)}>{t('link')}</a>
    </p>
  );
}
