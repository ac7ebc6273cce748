import { Alert } from '~/app/components';
import { correctionTexts } from '~/app/i18n/corrections';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

/** On the declaration's page: corrections of what is public that nobody has sent yet. */
export function CorrectionNotice({ declarationId, count }: { declarationId: string; count: number }) {
  const t = useTexts(correctionTexts);
  const paths = usePaths();
  if (count === 0) return null;
  return (
    <Alert kind="info" heading={t('noticeHeading', { count })}>
      <p>{t('noticeText')}</p>
      <a href={paths.supplier.corrections(declarationId)}>{t('noticeLink')}</a>
    </Alert>
  );
}

/** In a section that somebody came to for one answer. @param question its key, to send it alone */
export function CorrectingNotice({ declarationId, question }: { declarationId: string; question: string }) {
  const t = useTexts(correctionTexts);
  const paths = usePaths();
  return (
    <Alert kind="info">
      <p>{t('sectionText')}</p>
      <a href={paths.supplier.corrections(declarationId, { question })}>{t('noticeLink')}</a>
    </Alert>
  );
}
