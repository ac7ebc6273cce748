import { Icon, Tag, Time } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { useFormat } from '~/app/i18n/format';
import { threadTexts } from '~/app/i18n/threads';
import { useTexts } from '~/app/i18n/use-texts';
import type { ThreadMessageView, ThreadView } from '~/workflows/thread';

/** What has been said about a question, with the way to say more. The same for reviewers and for the supplier. */
export function ThreadNotes({ threads, href }: { threads: readonly ThreadView[]; href: string | null }) {
  const t = useTexts(threadTexts);
  const count = threads.reduce((sum, { messages }) => sum + messages.length, 0);
  if (count === 0 && href === null) return null;
  return (
    <div className="sd-threads">
      {threads.map((thread) => (
        <ThreadMessages key={thread.audience} thread={thread} />
      ))}
      {href !== null && (
        <p className="sd-thread-link">
          <a href={href}>
            <Icon name="chat" /> {count > 0 ? t('read', { count }) : t('write')}
          </a>
        </p>
      )}
    </div>
  );
}

/** One thread. What the supplier never sees looks different at a glance, and says so. */
export function ThreadMessages({ thread }: { thread: ThreadView }) {
  const t = useTexts(threadTexts);
  const format = useFormat();
  const isInternal = thread.audience === 'internal';
  return (
    <div className={isInternal ? 'sd-note sd-note-internal' : 'sd-note sd-note-shared'}>
      <p className="sd-note-kind">
        <Tag tone={isInternal ? 'accent' : 'info'} icon={isInternal ? 'visibility-off' : 'chat'}>
          {isInternal ? t('internalTag') : t('sharedTag')}
        </Tag>{' '}
        <Tag tone={thread.resolvedAt ? 'success' : 'warning'} icon={thread.resolvedAt ? 'check' : 'hourglass'}>
          {thread.resolvedAt ? t('resolved', { date: format.date(thread.resolvedAt) }) : t('open')}
        </Tag>
      </p>
      <ol className="sd-thread">
        {thread.messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
    </div>
  );
}

function Message({ message }: { message: ThreadMessageView }) {
  const t = useTexts(threadTexts);
  const organisation = message.organisation || t('portal');
  return (
    <li>
      <Lines text={message.text} />
      <p className="sd-muted sd-note-meta">
        {message.person ? t('byLine', { person: message.person, organisation }) : organisation} ·{' '}
        <Time value={message.writtenAt} />
        {message.mentions.length > 0 && <> · {t('told', { names: message.mentions.join(', ') })}</>}
      </p>
    </li>
  );
}
