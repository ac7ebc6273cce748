import { Alert } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { hearingTexts } from '~/app/i18n/hearings';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';

export interface HearingNotice {
  version: string;
  introduction: string;
  /** yyyy-mm-dd. */
  closesOn: string;
  isOpen: boolean;
}

interface NoticeProps {
  slug: string;
  hearing: HearingNotice;
}

/** On the version that is in use: that a new one is heard. */
export function HearingNews({ slug, hearing: { version, closesOn, isOpen } }: NoticeProps) {
  const t = useTexts(hearingTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <Alert kind="info" heading={t('newsHeading', { version })}>
      {t(isOpen ? 'newsText' : 'bannerOver', { date: format.date(closesOn) })}{' '}
      <a href={to.questionnaire(slug, { version })}>{t('newsLink', { version })}</a>
    </Alert>
  );
}

/** On the version that is heard: until when, what is asked, and where to write. */
export function HearingBanner({ slug, hearing: { version, introduction, closesOn, isOpen } }: NoticeProps) {
  const t = useTexts(hearingTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <>
      <Alert kind="warning" heading={t(isOpen ? 'bannerHeading' : 'bannerOver', { date: format.date(closesOn) })}>
        {t('bannerText')} <a href={to.questionnaire(slug)}>{t('inUse')}</a>
      </Alert>
      <Lines text={introduction} />
      <p>
        {isOpen && (
          <>
            <a href={to.hearing(slug)}>{t('comment')}</a> ·{' '}
          </>
        )}
        <a href={to.questionnaireChanges(slug, { to: version })}>{t('changes')}</a>
      </p>
    </>
  );
}
