import { feedTexts } from '~/app/i18n/feeds';
import { subscriptionTexts } from '~/app/i18n/subscriptions';
import { useTexts } from '~/app/i18n/use-texts';
import { type FeedFile, feedFiles, feedTypes } from '~/app/published/feed-file';

/**
 * Where to follow what the page shows.
 * @param href the address of a feed
 * @param mailHref the page on which to follow the same by e-mail
 */
export function FeedLinks({ href, mailHref }: { href: (file: FeedFile) => string; mailHref?: string }) {
  const t = useTexts(feedTexts);
  const byMail = useTexts(subscriptionTexts);
  return (
    <p className="sd-muted sd-no-print">
      {t('follow')}{' '}
      {feedFiles.map((file, index) => (
        <span key={file}>
          {index > 0 && ' · '}
          <a href={href(file)} type={feedTypes[file].type} rel="nofollow">
            {feedTypes[file].name}
          </a>
        </span>
      ))}
      {mailHref !== undefined && (
        <>
          {' · '}
          <a href={mailHref} rel="nofollow">
            {byMail('link')}
          </a>
        </>
      )}
    </p>
  );
}
