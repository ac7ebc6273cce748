import { exchangeTexts } from '~/app/i18n/exchange';
import { useTexts } from '~/app/i18n/use-texts';
import { schemaPaths, usePaths } from '~/app/paths';

/** The declaration as a file, and what the file looks like. */
export function ExportLinks({ declarationId }: { declarationId: string }) {
  const t = useTexts(exchangeTexts);
  const { supplier } = usePaths();
  return (
    <p className="sd-small sd-no-print">
      <a href={supplier.export(declarationId)}>{t('download')}</a> ·{' '}
      <a href={schemaPaths.declaration()}>{t('format')}</a>
    </p>
  );
}
