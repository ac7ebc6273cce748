import {
  Button,
  ButtonGroup,
  ButtonLink,
  Definition,
  ErrorSummary,
  type FieldProblem,
  PageHeading,
  TextInput,
  Time,
} from '~/app/components';
import { commonTexts } from '~/app/i18n/common';
import { invitationEndTexts, invitationTexts } from '~/app/i18n/invitation';
import { useTexts } from '~/app/i18n/use-texts';
import { roleExplanations, roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InvitationEnd } from '~/db/invitation-links';
import type { InvitationView } from './invitation.server';

export interface RefusedInvitation {
  error: FieldProblem;
  name: string;
}

interface InvitationPageProps {
  view: InvitationView;
  token: string;
  refused: RefusedInvitation | undefined;
}

export function InvitationPage({ view, token, refused }: InvitationPageProps) {
  if (view.kind === 'ended') return <Ended end={view.end} />;
  if (view.kind === 'other') return <Other view={view} />;
  return <Open view={view} token={token} refused={refused} />;
}

function Ended({ end }: { end: InvitationEnd | null }) {
  const t = useTexts(invitationTexts);
  const why = useTexts(invitationEndTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={end === null ? t('unknown') : why(end)}>{t('endedHeading')}</PageHeading>
      {end === 'accepted' && <ButtonLink href={to.signIn()}>{t('signIn')}</ButtonLink>}
    </>
  );
}

function Other({ view: { name, email } }: { view: Extract<InvitationView, { kind: 'other' }> }) {
  const t = useTexts(invitationTexts);
  const common = useTexts(commonTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('otherText', { name, email })}>{t('otherHeading')}</PageHeading>
      <form method="post" action={to.signOut()}>
        <Button kind="secondary">{common('signOut')}</Button>
      </form>
    </>
  );
}

function Open({ view, token, refused }: InvitationPageProps & { view: Extract<InvitationView, { kind: 'open' }> }) {
  const t = useTexts(invitationTexts);
  const role = useTexts(roleTexts);
  const explanation = useTexts(roleExplanations);
  const to = usePaths();
  const { reader } = view;
  return (
    <>
      {refused && <ErrorSummary errors={[refused.error]} />}
      <PageHeading lead={t('lead')}>{t('heading', { supplier: view.supplierName })}</PageHeading>
      <Definition
        compact
        items={[
          { id: 'email', term: t('forEmail'), description: <span className="sd-break">{view.email}</span> },
          { id: 'role', term: t('forRole'), description: `${role(view.role)}: ${explanation(view.role)}` },
          { id: 'until', term: t('until'), description: <Time value={view.expiresAt} only="date" /> },
        ]}
      />
      {reader.is === 'known' && <p>{t('known')}</p>}
      {reader.is === 'signed-in' && <p>{t('asYourself', { name: reader.name })}</p>}
      <form method="post" action={to.invitation(token)}>
        {reader.is === 'new' && (
          <TextInput
            name="name"
            label={t('fieldName')}
            hint={t('fieldNameHint')}
            width="l"
            autoComplete="name"
            defaultValue={refused?.name}
            error={refused?.error.message}
          />
        )}
        <ButtonGroup>
          <Button name="act" value="accept">
            {t('accept')}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
