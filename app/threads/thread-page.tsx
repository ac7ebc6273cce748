import { Alert, BackLink, Button, CheckboxGroup, ErrorSummary, PageHeading, TextArea } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { threadTexts } from '~/app/i18n/threads';
import { useTexts } from '~/app/i18n/use-texts';
import type { Mentionable } from '~/db/threads';
import type { Refusal } from '~/workflows/refusal';
import { messageLimit, type ThreadAudience, type ThreadView } from '~/workflows/thread';
import type { Text } from '~/workflows/words';
import { ThreadMessages } from './thread-notes';

export interface ThreadPageView {
  side: 'review' | 'supplier';
  /** Of the product and the case. */
  caption: string;
  question: Text;
  /** The answer as it was sent, line by line. */
  answer: string[];
  back: string;
  /** Where the forms go. */
  address: string;
  threads: ThreadView[];
  /** The threads that the reader may write in, and why not in the others. */
  writable: ThreadAudience[];
  refusal: Refusal | null;
  mayResolve: boolean;
  mentionable: Mentionable[];
  done: string | null;
}

export interface RefusedMessage {
  refusal: Refusal;
  errors: [];
  typed: Record<string, string>;
}

/** Everything that is said about one question: for reviewers two threads side by side, for the supplier the shared one. */
export function ThreadPage({ view, refused }: { view: ThreadPageView; refused: RefusedMessage | undefined }) {
  const t = useTexts(threadTexts);
  const text = useText();
  const sentence = useRefusal();
  const audiences: readonly ThreadAudience[] = view.side === 'review' ? ['internal', 'shared'] : ['shared'];
  return (
    <>
      {refused && (
        <ErrorSummary
          errors={[{ field: `text-${refused.typed.audience ?? 'shared'}`, message: sentence(refused.refusal) }]}
        />
      )}
      {view.done && !refused && <Alert kind="success" heading={t(doneTexts[view.done] ?? 'done')} role="status" />}
      <BackLink href={view.back}>{t('backToSection')}</BackLink>
      <PageHeading caption={view.caption} lead={view.side === 'supplier' ? t('supplierLead') : undefined}>
        {text(view.question)}
      </PageHeading>
      {view.answer.length > 0 && (
        <p>
          <strong>{t('answerNow')}:</strong> {view.answer.join('; ')}
        </p>
      )}
      {view.refusal && <Alert kind="info">{sentence(view.refusal)}</Alert>}
      <div className={audiences.length > 1 ? 'sd-thread-columns' : undefined}>
        {audiences.map((audience) => (
          <OneThread key={audience} audience={audience} view={view} typed={refused?.typed} />
        ))}
      </div>
    </>
  );
}

const doneTexts: Readonly<Record<string, 'doneResolved' | 'doneReopened'>> = {
  resolve: 'doneResolved',
  reopen: 'doneReopened',
};

interface OneThreadProps {
  audience: ThreadAudience;
  view: ThreadPageView;
  typed: Readonly<Record<string, string>> | undefined;
}

function OneThread({ audience, view, typed }: OneThreadProps) {
  const t = useTexts(threadTexts);
  const thread = view.threads.find((each) => each.audience === audience);
  const heading =
    view.side === 'supplier'
      ? t('supplierHeading')
      : audience === 'internal'
        ? t('internalHeading')
        : t('sharedHeading');
  return (
    <section aria-labelledby={`thread-${audience}`}>
      <h2 id={`thread-${audience}`}>{heading}</h2>
      {thread ? <ThreadMessages thread={thread} /> : <p className="sd-muted">{t('none')}</p>}
      {thread && view.mayResolve && <Resolve audience={audience} thread={thread} address={view.address} />}
      {view.writable.includes(audience) && <Write audience={audience} view={view} typed={typed} />}
    </section>
  );
}

function Resolve({ audience, thread, address }: { audience: ThreadAudience; thread: ThreadView; address: string }) {
  const t = useTexts(threadTexts);
  return (
    <form method="post" action={address}>
      <input type="hidden" name="audience" value={audience} />
      <Button name="act" value={thread.resolvedAt ? 'reopen' : 'resolve'} kind="tertiary">
        {thread.resolvedAt ? t('reopen') : t('resolve')}
        <span className="sr-only">: {audience === 'internal' ? t('internalHeading') : t('sharedHeading')}</span>
      </Button>
    </form>
  );
}

function Write({ audience, view, typed }: OneThreadProps) {
  const t = useTexts(threadTexts);
  const words = {
    internal: [t('fieldInternal'), t('fieldInternalHint'), t('sendInternal')],
    shared: [t('fieldShared'), t('fieldSharedHint'), t('sendShared')],
    supplier: [t('fieldSupplier'), undefined, t('sendSupplier')],
  }[view.side === 'supplier' ? 'supplier' : audience];
  return (
    <form method="post" action={view.address} className="sd-event-form">
      <input type="hidden" name="audience" value={audience} />
      <TextArea
        name="text"
        id={`text-${audience}`}
        label={words[0]}
        hint={words[1]}
        rows={5}
        limit={messageLimit}
        defaultValue={typed?.audience === audience ? typed.text : undefined}
      />
      {audience === 'internal' && view.mentionable.length > 0 && (
        <CheckboxGroup
          name="mention"
          label={t('fieldMentions')}
          hint={t('fieldMentionsHint')}
          optional
          choices={view.mentionable.map(({ personId, name, organisation }) => ({
            value: personId,
            label: organisation === '' ? name : `${name}, ${organisation}`,
          }))}
        />
      )}
      <Button name="act" value="write">
        {words[2]}
      </Button>
    </form>
  );
}
