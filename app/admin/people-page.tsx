import {
  Alert,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldProblem,
  PageHeading,
  Pagination,
  SearchField,
  Select,
  Tag,
  TextInput,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { languageNames } from '~/app/i18n/language';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { PeopleQuery, PersonRow } from '~/db/people-administration';
import { languages, type Role } from '~/workflows/words';
import { type Municipality, RoleFields } from './role-fields';

export interface PeopleView {
  query: PeopleQuery;
  rows: PersonRow[];
  total: number;
  pages: number;
  /** None: the reader may look only. */
  roles: readonly Role[];
  municipalities: readonly Municipality[];
}

export interface RefusedPerson {
  errors: FieldProblem[];
  typed: Readonly<Record<string, string>>;
  /** The boxes that were ticked, where there are several of one name. */
  chosen?: readonly string[];
}

export function PeoplePage({ view, refused }: { view: PeopleView; refused: RefusedPerson | undefined }) {
  const t = useTexts(peopleAdministrationTexts);
  const to = usePaths();
  const { query, total } = view;
  return (
    <>
      {refused && <ErrorSummary errors={refused.errors} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <form method="get" action={to.admin.people()} role="search">
        <SearchField name="q" label={t('search')} defaultValue={query.search} />
      </form>
      <p role="status">{t('count', { count: total })}</p>
      <PeopleTable rows={view.rows} />
      <Pagination
        page={query.page}
        pages={view.pages}
        href={(page) => to.admin.people({ q: query.search, page: page === 1 ? null : page })}
      />
      {view.roles.length > 0 && <AddForm view={view} refused={refused} />}
    </>
  );
}

function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const t = useTexts(peopleAdministrationTexts);
  const to = usePaths();
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState heading={t('empty')} level={2}>
          {t('emptyText')}
        </EmptyState>
      }
      columns={[
        {
          id: 'name',
          header: t('columnName'),
          rowHeader: true,
          cell: ({ id, name }) => <a href={to.admin.person(id)}>{name}</a>,
        },
        { id: 'email', header: t('columnEmail'), cell: ({ email }) => <span className="sd-break">{email}</span> },
        { id: 'roles', header: t('columnRoles'), cell: (person) => <Roles person={person} /> },
      ]}
    />
  );
}

function Roles({ person }: { person: PersonRow }) {
  const t = useTexts(peopleAdministrationTexts);
  const role = useTexts(roleTexts);
  const format = useFormat();
  if (person.endedAt) return <Tag tone="neutral">{t('ended')}</Tag>;
  if (person.roles.length === 0) return <span className="sd-muted">{t('noRole')}</span>;
  const held = person.roles.map((each) =>
    t('roleIn', { role: role(each.role), organisation: each.organisation ?? t('portalItself') }),
  );
  return <>{format.list([...new Set(held)])}</>;
}

function AddForm({ view, refused }: { view: PeopleView; refused: RefusedPerson | undefined }) {
  const t = useTexts(peopleAdministrationTexts);
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('addHeading')}</h2>
      <p>{t('addText')}</p>
      <form method="post" noValidate action={to.admin.people()}>
        <TextInput
          name="name"
          label={t('fieldName')}
          width="l"
          autoComplete="off"
          defaultValue={typed.name}
          error={errorOf('name')}
        />
        <TextInput
          name="email"
          type="email"
          label={t('fieldEmail')}
          width="l"
          autoComplete="off"
          defaultValue={typed.email}
          error={errorOf('email')}
        />
        <Select
          name="language"
          label={t('fieldLanguage')}
          empty={null}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          defaultValue={typed.language ?? 'da'}
        />
        <RoleFields roles={view.roles} municipalities={view.municipalities} typed={typed} errorOf={errorOf} />
        <Button name="act" value="add">
          {t('add')}
        </Button>
      </form>
    </section>
  );
}

export function DoneAlert({ kind }: { kind: 'added' | 'done' | null }) {
  const t = useTexts(peopleAdministrationTexts);
  return kind && <Alert kind="success" heading={t(kind)} role="status" />;
}
