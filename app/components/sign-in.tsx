import type { SignInRefusal } from '~/app/auth/sign-in-method';
import { accessTexts } from '~/app/i18n/access';
import { authTexts } from '~/app/i18n/auth';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { roleExplanations, roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { municipalRoles, type Role, supplierRoles } from '~/workflows/words';
import { Alert } from './alert';
import { Button, ButtonLink } from './button';
import { PageHeading } from './page-heading';

export interface DemoPersonCard {
  /** What `POST /sign-in/demo` takes as `person`. */
  person: string;
  name: string;
  role: Role;
  organisation: string | null;
}

export type SignInNotice = 'signedOut' | 'signedOutThere' | 'signInFirst' | 'accepted';

interface SignInProps {
  /** null where demo sign-in is not offered. */
  demoPeople: readonly DemoPersonCard[] | null;
  /** What people know the OpenID provider by; null where there is none. */
  provider: string | null;
  /** Where to come back to: a path of the portal that the server has checked. */
  returnPath: string | null;
  /** Why the last try came to nothing. */
  refused: SignInRefusal | null;
  notice: SignInNotice | null;
}

/** The ways of signing in: a button to the OpenID provider, and one per demo person. */
export function SignIn({ demoPeople, provider, returnPath, refused, notice }: SignInProps) {
  const t = useTexts(authTexts);
  const access = useTexts(accessTexts);
  const refusal = useRefusal();
  const to = usePaths();
  const people = demoPeople ?? [];
  return (
    <>
      {refused ? (
        <Alert kind="error" role="alert">
          <p>{refusal({ code: refused })}</p>
        </Alert>
      ) : (
        notice && (
          <Alert kind={notice === 'signInFirst' ? 'info' : 'success'} role="status">
            <p>{t(notice, { provider: provider ?? '' })}</p>
            {notice === 'signedOut' && provider && (
              <p>
                {t('stillSignedIn', { provider })} <a href={to.signOutOidc()}>{t('signOutThere', { provider })}</a>
              </p>
            )}
          </Alert>
        )
      )}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {provider && (
        <p>
          <ButtonLink href={to.signInOidc(returnPath ?? undefined)}>{t('signInWith', { provider })}</ButtonLink>
        </p>
      )}
      {people.length > 0 && <DemoPeople people={people} returnPath={returnPath} />}
      {!provider && people.length === 0 && <p>{t('noMethod')}</p>}
      <p>
        <a href={to.requestAccess()}>{access('link')}</a>
      </p>
    </>
  );
}

function DemoPeople({ people, returnPath }: { people: readonly DemoPersonCard[]; returnPath: string | null }) {
  const t = useTexts(authTexts);
  const to = usePaths();
  const isOneOf = (roles: readonly Role[]) => (person: DemoPersonCard) => roles.includes(person.role);
  const groups = [
    { id: 'suppliers', heading: t('groupSuppliers'), people: people.filter(isOneOf(supplierRoles)) },
    { id: 'municipalities', heading: t('groupMunicipalities'), people: people.filter(isOneOf(municipalRoles)) },
    {
      id: 'portal',
      heading: t('groupPortal'),
      people: people.filter((person) => person.organisation === null),
    },
  ];
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people">{t('demoHeading')}</h2>
      <p>{t('demoText')}</p>
      <form method="post" action={to.signInDemo()}>
        {returnPath && <input type="hidden" name="return" value={returnPath} />}
        {groups
          .filter((group) => group.people.length > 0)
          .map((group) => (
            <section key={group.id}>
              <h3 className="h4">{group.heading}</h3>
              <ul className="sd-people">
                {group.people.map((person) => (
                  <DemoPersonItem key={person.person} person={person} />
                ))}
              </ul>
            </section>
          ))}
      </form>
    </section>
  );
}

function DemoPersonItem({ person }: { person: DemoPersonCard }) {
  const t = useTexts(authTexts);
  const role = useTexts(roleTexts);
  const explanation = useTexts(roleExplanations);
  return (
    <li>
      <div>
        <strong>{person.name}</strong>
        <span>
          {role(person.role)}
          {person.organisation && `, ${person.organisation}`}
        </span>
        <span className="sd-muted">{explanation(person.role)}</span>
      </div>
      <Button kind="secondary" name="person" value={person.person} aria-label={t('signInAs', { name: person.name })}>
        {t('title')}
      </Button>
    </li>
  );
}
