import { type Column, DataTable, Tag, Time } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { PeopleView } from './people-view.server';

export type ColleagueView = PeopleView['colleagues'][number];

export function Colleagues({ view }: { view: PeopleView }) {
  const t = useTexts(supplierPeopleTexts);
  const columns: Column<ColleagueView>[] = [
    {
      id: 'name',
      header: t('columnName'),
      rowHeader: true,
      cell: ({ name, email, personId }) => (
        <>
          {name}
          {personId === view.ownId && <> ({t('you')})</>}
          <div className="sd-muted sd-small sd-normal sd-break">{email}</div>
        </>
      ),
    },
    { id: 'roles', header: t('columnRoles'), cell: (colleague) => <Roles view={view} colleague={colleague} /> },
  ];
  const managed: Column<ColleagueView>[] = [
    { id: 'seen', header: t('columnSeen'), cell: (colleague) => <Seen colleague={colleague} /> },
  ];
  const change: Column<ColleagueView> = {
    id: 'change',
    header: t('columnChange'),
    cell: (colleague) => <ChangeLink view={view} colleague={colleague} />,
  };
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      columns={[...columns, ...(view.mayManage ? managed : []), change]}
      rows={view.colleagues}
      rowKey={({ personId }) => personId}
    />
  );
}

function Roles({ view, colleague }: { view: PeopleView; colleague: ColleagueView }) {
  const t = useTexts(supplierPeopleTexts);
  const role = useTexts(roleTexts);
  const format = useFormat();
  return (
    <>
      {colleague.roles.map(({ role: held, productIds }) => (
        <div key={held}>
          {productIds === null
            ? t('everyProduct', { role: role(held) })
            : t('someProducts', { role: role(held), products: format.list(namesOf(view, productIds)) })}
        </div>
      ))}
    </>
  );
}

/** The names of those that the reader may know of. */
export function namesOf({ products }: PeopleView, productIds: readonly string[]): string[] {
  return products.filter(({ id }) => productIds.includes(id)).map(({ name }) => name);
}

function Seen({ colleague: { seenAt, isLongAway } }: { colleague: ColleagueView }) {
  const t = useTexts(supplierPeopleTexts);
  const format = useFormat();
  if (seenAt === null) return <Tag tone="neutral">{t('neverSeen')}</Tag>;
  if (isLongAway) return <Tag tone="warning">{t('notSeenLately', { date: format.date(seenAt) })}</Tag>;
  return <Time value={seenAt} only="date" />;
}

function ChangeLink({ view, colleague }: { view: PeopleView; colleague: ColleagueView }) {
  const t = useTexts(supplierPeopleTexts);
  const to = usePaths();
  const { personId, name } = colleague;
  if (!view.mayManage && personId !== view.ownId) return null;
  return (
    <a
      href={to.supplier.people({ person: personId })}
      aria-label={view.mayManage ? t('changeOf', { name }) : undefined}
    >
      {view.mayManage ? t('change') : t('leave')}
    </a>
  );
}
