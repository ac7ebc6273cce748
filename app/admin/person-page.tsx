import { Alert, Button, DataTable, ErrorSummary, PageHeading, Time } from '~/app/components';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { PersonView } from '~/db/people-administration';
import type { Role } from '~/workflows/words';
import { Competences, type CompetenceView } from './competence-form';
import { DoneAlert, type RefusedPerson } from './people-page';
import { type Municipality, RoleFields } from './role-fields';

export interface OnePersonView extends CompetenceView {
  person: PersonView;
  roles: readonly Role[];
  municipalities: readonly Municipality[];
  done: 'added' | 'done' | null;
}

export function PersonPage({ view, refused }: { view: OnePersonView; refused: RefusedPerson | undefined }) {
  const t = useTexts(peopleAdministrationTexts);
  const { person } = view;
  return (
    <>
      {refused ? <ErrorSummary errors={refused.errors} /> : <DoneAlert kind={view.done} />}
      <PageHeading lead={person.email}>{person.name}</PageHeading>
      {person.endedAt && <Alert kind="info">{t('isEnded')}</Alert>}
      <section aria-labelledby="roles">
        <h2 id="roles">{t('rolesHeading')}</h2>
        <RolesHeld person={person} />
      </section>
      <Competences personId={person.id} view={view} refused={refused} />
      {view.roles.length > 0 && !person.endedAt && <GiveForm view={view} refused={refused} />}
      {person.canEnd && <EndForm person={person} />}
    </>
  );
}

function RolesHeld({ person }: { person: PersonView }) {
  const t = useTexts(peopleAdministrationTexts);
  const role = useTexts(roleTexts);
  const to = usePaths();
  if (person.memberships.length === 0) return <p className="sd-muted">{t('noRole')}</p>;
  return (
    <DataTable
      caption={t('rolesHeading')}
      hideCaption
      rows={person.memberships}
      rowKey={({ id }) => id}
      columns={[
        { id: 'role', header: t('fieldRole'), rowHeader: true, cell: (held) => role(held.role) },
        {
          id: 'organisation',
          header: t('columnOrganisation'),
          cell: ({ organisation }) => organisation ?? t('portalItself'),
        },
        {
          id: 'since',
          header: t('columnSince'),
          noWrap: true,
          cell: ({ since }) => <Time value={since} only="date" />,
        },
        {
          id: 'end',
          header: t('columnEnd'),
          cell: ({ id, role: held, canEnd }) =>
            canEnd && (
              <form method="post" action={to.admin.person(person.id)}>
                <input type="hidden" name="membership" value={id} />
                <Button kind="tertiary" name="act" value="end-role" aria-label={t('endRoleOf', { role: role(held) })}>
                  {t('endRole')}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

function GiveForm({ view, refused }: { view: OnePersonView; refused: RefusedPerson | undefined }) {
  const t = useTexts(peopleAdministrationTexts);
  const to = usePaths();
  const errorOf = (field: string) => refused?.errors.find((error) => error.field === field)?.message;
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('giveHeading')}</h2>
      <form method="post" action={to.admin.person(view.person.id)}>
        <RoleFields
          roles={view.roles}
          municipalities={view.municipalities}
          typed={refused?.typed ?? {}}
          errorOf={errorOf}
        />
        <Button kind="secondary" name="act" value="give-role">
          {t('give')}
        </Button>
      </form>
    </section>
  );
}

function EndForm({ person }: { person: PersonView }) {
  const t = useTexts(peopleAdministrationTexts);
  const to = usePaths();
  return (
    <section aria-labelledby="end">
      <h2 id="end">{t('endHeading')}</h2>
      <p>{t('endText')}</p>
      <form method="post" action={to.admin.person(person.id)}>
        <Button kind="warning" name="act" value="end">
          {t('end')}
        </Button>
      </form>
    </section>
  );
}
