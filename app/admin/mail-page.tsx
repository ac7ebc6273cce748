import { Fragment } from 'react';
import { Alert, Button, DataTable, EmptyState, PageHeading, Time } from '~/app/components';
import { mailPageTexts, mailStateTexts } from '~/app/i18n/mail-page';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ListedMail } from '~/db/mail/list';

/** A mail without what its link is made of. */
export type ShownMail = Omit<ListedMail, 'secretOf'> & {
  /** How an address of the portal begins. */
  linksFrom: string;
};

interface MailView {
  mails: ShownMail[];
  stuck: number;
  /** Notices that wait for somebody's daily mail. */
  held: number;
  /** False: no mail server is set, and mails are only shown. */
  isSending: boolean;
  mayRetry: boolean;
}

export function MailPage({ view }: { view: MailView }) {
  const t = useTexts(mailPageTexts);
  return (
    <>
      <PageHeading lead={view.isSending ? t('leadSending') : t('leadShown')}>{t('title')}</PageHeading>
      <GivenUp view={view} />
      {view.held > 0 && <p>{t('held', { count: view.held })}</p>}
      <DataTable
        caption={t('title')}
        hideCaption
        rows={view.mails}
        rowKey={({ id }) => id}
        empty={
          <EmptyState heading={t('empty')} level={2}>
            {t('emptyText')}
          </EmptyState>
        }
        columns={[
          { id: 'mail', header: t('columnMail'), cell: (mail) => <MailText mail={mail} /> },
          {
            id: 'receiver',
            header: t('columnReceiver'),
            rowHeader: true,
            cell: ({ receiver, address }) => (
              <>
                {receiver && <div>{receiver}</div>}
                <span className="sd-muted sd-break">{address}</span>
              </>
            ),
          },
          { id: 'created', header: t('columnCreated'), cell: ({ createdAt }) => <Time value={createdAt} /> },
          { id: 'state', header: t('columnState'), cell: (mail) => <State mail={mail} /> },
        ]}
      />
    </>
  );
}

function GivenUp({ view }: { view: MailView }) {
  const t = useTexts(mailPageTexts);
  const to = usePaths();
  const failed = view.mails.filter(({ state }) => state === 'failed').length;
  if (failed + view.stuck === 0) return null;
  return (
    <Alert
      kind="error"
      heading={failed > 0 ? t('failed', { count: failed }) : t('stuck', { count: view.stuck })}
      level={2}
    >
      <p>{t('failedText')}</p>
      {failed > 0 && view.stuck > 0 && <p>{t('stuck', { count: view.stuck })}</p>}
      {view.mayRetry && (
        <form method="post" action={to.admin.inbox()}>
          <Button kind="secondary" name="act" value="retry">
            {t('retry')}
          </Button>
        </form>
      )}
    </Alert>
  );
}

function MailText({ mail }: { mail: ShownMail }) {
  return (
    <details>
      <summary>{mail.subject}</summary>
      <p className="sd-lines sd-break">
        <Linked text={mail.text} from={mail.linksFrom} />
      </p>
    </details>
  );
}

/** A mail's text with its links to the portal as links; what leads elsewhere stays text. */
function Linked({ text, from }: { text: string; from: string }) {
  return text.split(/(\bhttps?:\/\/\S+)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    <Fragment key={index}>{part.startsWith(from) ? <a href={part}>{part}</a> : part}</Fragment>
  ));
}

function State({ mail }: { mail: ShownMail }) {
  const t = useTexts(mailPageTexts);
  const states = useTexts(mailStateTexts);
  return (
    <>
      {states(mail.state)}
      {mail.attempts > 1 && <div className="sd-muted">{t('attempts', { count: mail.attempts })}</div>}
      {mail.lastError && <div className="sd-muted sd-break">{mail.lastError}</div>}
    </>
  );
}
