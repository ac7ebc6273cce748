import { Button, ButtonGroup, Definition, Select, TextInput, Time } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { accessWorkTexts } from '~/app/i18n/access';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { supplierRoles } from '~/workflows/words';
import type { AccessRequestView } from './access-view.server';

interface RequestListProps {
  requests: readonly AccessRequestView[];
  side: 'supplier' | 'portal';
  /** Where the answers are sent. */
  action: string;
  mayAnswer: boolean;
  typed: Readonly<Record<string, string>>;
}

/** Requests that wait, with the forms that answer them. */
export function RequestList({ requests, side, action, mayAnswer, typed }: RequestListProps) {
  const t = useTexts(accessWorkTexts);
  if (requests.length === 0) return <p>{t('requestsNone')}</p>;
  return requests.map((request) => (
    <section key={request.id} aria-labelledby={`request-${request.id}`} className="sd-dispute">
      <h3 id={`request-${request.id}`}>{t('requestOf', request)}</h3>
      <Definition
        compact
        items={[
          { id: 'company', term: t('company'), description: <Company request={request} /> },
          { id: 'reason', term: t('reason'), description: <Lines text={request.reason} /> },
          {
            id: 'confirmed',
            term: t('confirmed'),
            description: request.confirmedAt && <Time value={request.confirmedAt} />,
          },
        ]}
      />
      {mayAnswer && (
        <form method="post" action={action} className="sd-event-form">
          <input type="hidden" name="request" value={request.id} />
          <AnswerFields request={request} side={side} typed={typed.request === request.id ? typed : {}} />
          <ButtonGroup>
            <Button name="act" value="appoint" kind="secondary">
              {side === 'portal' ? t('appoint') : t('invite')}
            </Button>
            <Button name="act" value="decline" kind="tertiary">
              {t('decline')}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </section>
  ));
}

function Company({ request: { supplierName, cvr } }: { request: AccessRequestView }) {
  const t = useTexts(accessWorkTexts);
  return <>{supplierName === null ? t('companyUnknown', { cvr }) : t('companyValue', { name: supplierName, cvr })}</>;
}

function AnswerFields({
  request,
  side,
  typed,
}: Pick<RequestListProps, 'side' | 'typed'> & { request: AccessRequestView }) {
  const t = useTexts(accessWorkTexts);
  const roles = useTexts(roleTexts);
  if (side === 'supplier') {
    return (
      <Select
        name="role"
        id={`role-${request.id}`}
        label={t('role')}
        empty={null}
        defaultValue={typed.role ?? 'editor'}
        options={supplierRoles.map((role) => ({ value: role, label: roles(role) }))}
      />
    );
  }
  if (request.supplierName !== null) return null;
  return (
    <TextInput
      name="supplierName"
      id={`name-${request.id}`}
      label={t('supplierName')}
      hint={t('supplierNameHint')}
      defaultValue={typed.supplierName}
    />
  );
}
