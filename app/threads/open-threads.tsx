import { Tag } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { threadTexts } from '~/app/i18n/threads';
import { useTexts } from '~/app/i18n/use-texts';
import { questionAbout, shortInterfaceLabel } from '~/app/published/interface-label';
import type { OpenThread } from '~/db/threads';

/** Threads in which something is still to be answered; nothing where there are none. */
export function OpenThreads({
  threads,
  side,
  href,
}: {
  threads: readonly OpenThread[];
  side: 'review' | 'supplier';
  href: (questionKey: string) => string;
}) {
  const t = useTexts(threadTexts);
  const text = useText();
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby="open-threads">
      <h2 id="open-threads" className="h4">
        {t('openHeading')}
      </h2>
      <ul className="nobullet-list sd-open-threads">
        {threads.map(({ questionKey, question, about, audience }) => (
          <li key={`${questionKey} ${audience}`}>
            <a href={href(questionKey)}>
              {text(about ? questionAbout(shortInterfaceLabel(about), question) : question)}
            </a>
            {side === 'review' && (
              <div>
                <Tag
                  tone={audience === 'internal' ? 'accent' : 'info'}
                  icon={audience === 'internal' ? 'visibility-off' : 'chat'}
                >
                  {audience === 'internal' ? t('internalTag') : t('sharedTag')}
                </Tag>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
