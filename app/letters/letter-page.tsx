import { Alert, BackLink, Icon } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { letterPageTexts } from '~/app/i18n/letter';
import { useTexts } from '~/app/i18n/use-texts';
import type { LetterDocument } from '~/workflows/letter';
import { LetterView } from './letter-view';

export interface LetterPageView {
  letter: LetterDocument;
  isSent: boolean;
  back: { href: string; label: string };
  file: string;
}

/** A letter, sent or as it will be sent, with its file. */
export function LetterPage({ view: { letter, isSent, back, file } }: { view: LetterPageView }) {
  const t = useTexts(letterPageTexts);
  const format = useFormat();
  return (
    <>
      <BackLink href={back.href}>{back.label}</BackLink>
      {isSent ? (
        <Alert kind="info">{t('sentAt', { time: format.dateTime(letter.datedAt) })}</Alert>
      ) : (
        <Alert kind="warning" heading={t('previewTitle')}>
          {t('previewText')}
        </Alert>
      )}
      {t.language === 'en' && <p className="sd-muted">{t('inDanish')}</p>}
      <p className="sd-no-print">
        <a href={file}>
          <Icon name="download" /> {isSent ? t('download') : t('previewPdf')}
        </a>
      </p>
      <LetterView letter={letter} />
    </>
  );
}
