import { accessTexts } from '~/app/i18n/access';
import { authTexts } from '~/app/i18n/auth';
import { useTexts } from '~/app/i18n/use-texts';
import { roleExplanations, roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { municipalRoles, type Role, supplierRoles } from '~/workflows/words';
import { Alert } from './alert';
import { Button } from './button';
import { PageHeading } from './page-heading';

export interface DemoPersonCard {
  /** What `POST /sign-in/demo` takes as `person`. */
  person: string;
  name: string;
  role: Role;
  organisation: string | null;
}

export type SignInNotice = 'signedOut' | 'sessionEnded' | 'signInFirst' | 'refusedPerson' | 'accepted';

interface SignInProps {
  /** null where demo sign-in is not offered. */
  demoPeople: readonly DemoPersonCard[] | null;
  /** Where to come back to: a path of the portal that the server has checked. */
  returnPath: string | null;
  notice: SignInNotice | null;
}

/** What the sign-in page shows; one button per demo person. */
export function SignIn({ demoPeople, returnPath, notice }: SignInProps) {
  const t = useTexts(authTexts);
  const access = useTexts(accessTexts);
  const to = usePaths();
  return (
    <>
      {notice && (
        <Alert
          kind={
            notice === 'refusedPerson' ? 'error' : notice === 'signedOut' || notice === 'accepted' ? 'success' : 'info'
          }
          role="status"
        >
          <p>{t(notice)}</p>
        </Alert>
      )}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {demoPeople && demoPeople.length > 0 ? (
        <DemoPeople people={demoPeople} returnPath={returnPath} />
      ) : (
        <p>{t('noMethod')}</p>
      )}
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
