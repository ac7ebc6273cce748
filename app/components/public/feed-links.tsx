import { feedTexts } from '~/app/i18n/feeds';
import { useTexts } from '~/app/i18n/use-texts';
import { type FeedFile, feedFiles, feedTypes } from '~/app/published/feed-file';

/** Where to follow what the page shows. @param href the address of a feed */
export function FeedLinks({ href }: { href: (file: FeedFile) => string }) {
  const t = useTexts(feedTexts);
  return (
    <p className="sd-muted">
      {t('follow')}{' '}
      {feedFiles.map((file, index) => (
        <span key={file}>
          {index > 0 && ' · '}
          <a href={href(file)} type={feedTypes[file].type} rel="nofollow">
            {feedTypes[file].name}
          </a>
        </span>
      ))}
    </p>
  );
}
