import { Alert, BackLink, Icon } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { letterPageTexts } from '~/app/i18n/letter';
import { useTexts } from '~/app/i18n/use-texts';
import { withQuery } from '~/app/paths';
import type { LetterDocument } from '~/workflows/letter';
import { LetterView } from './letter-view';

export interface LetterPageView {
  letter: LetterDocument;
  isSent: boolean;
  /** The words are the English translation. */
  isTranslation: boolean;
  /** There is one. */
  isTranslated: boolean;
  here: string;
  back: { href: string; label: string };
  file: string;
}

/** A letter, sent or as it will be sent, with its file. */
export function LetterPage({ view }: { view: LetterPageView }) {
  const { letter, isSent, isTranslation, isTranslated, back, here, file } = view;
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
      {isTranslation && (
        <Alert kind="info" heading={t('translationHeading')}>
          {t('translationText')} <a href={withQuery(here, { text: 'letter' })}>{t('readDanish')}</a>
        </Alert>
      )}
      {t.language === 'en' && !isTranslated && <p className="sd-muted">{t('inDanish')}</p>}
      <ul className="nobullet-list sd-no-print">
        <li>
          <a href={file}>
            <Icon name="download" /> {isSent ? t('download') : t('previewPdf')}
          </a>
        </li>
        {isTranslated && (
          <li>
            {isTranslation ? (
              <a href={withQuery(file, { text: 'translation' })}>
                <Icon name="download" /> {t('downloadTranslation')}
              </a>
            ) : (
              <a href={withQuery(here, { text: 'translation' })} hrefLang="en">
                {t('readTranslation')}
              </a>
            )}
          </li>
        )}
      </ul>
      <LetterView letter={letter} />
    </>
  );
}
