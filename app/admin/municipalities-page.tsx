import { DataTable, EmptyState, PageHeading, Pagination, SearchField, Tag } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { decidingReasons, decidingTexts, municipalityOverviewTexts } from '~/app/i18n/municipality-overview';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { routingTexts } from '~/app/i18n/routing';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { MunicipalityListPage, MunicipalityQuery, MunicipalityRow } from '~/db/municipality-overview';
import { canDecide, type MunicipalitySort, municipalitySorts } from '~/workflows/review/municipality-deciding';
import { municipalRoles } from '~/workflows/words';
import { municipalitiesAddress } from './municipalities-query';

/** Every municipality with what it can do as one that reviews; search and order stand in the address. */
export function MunicipalitiesPage({ page, query }: { page: MunicipalityListPage; query: MunicipalityQuery }) {
  const { rows, total, pages } = page;
  const t = useTexts(municipalityOverviewTexts);
  const to = usePaths();
  const { sort } = municipalitiesAddress(query);
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Origin />
      <form method="get" action={to.admin.municipalities()} role="search">
        {sort && <input type="hidden" name="sort" value={sort} />}
        <SearchField label={t('search')} defaultValue={query.search} />
      </form>
      <p role="status">
        {t('count', { count: total })}
        {query.search !== '' && (
          <>
            {' · '}
            <a href={to.admin.municipalities(municipalitiesAddress({ ...query, search: '', page: 1 }))}>{t('clear')}</a>
          </>
        )}
      </p>
      <SortLinks query={query} />
      <Municipalities rows={rows} query={query} />
      <Pagination
        page={query.page}
        pages={pages}
        href={(number) => to.admin.municipalities(municipalitiesAddress({ ...query, page: number }))}
      />
    </>
  );
}

/** How municipalities come in, since nobody changes them here. */
export function Origin() {
  const people = useTexts(peopleAdministrationTexts);
  const routing = useTexts(routingTexts);
  const to = usePaths();
  return (
    <p>
      <RichText
        text={municipalityOverviewTexts.origin}
        values={{
          command: <code className="sd-break">npm run portal -- catalogue load</code>,
          people: <a href={to.admin.people()}>{people('title')}</a>,
          routing: <a href={to.admin.routing()}>{routing('title')}</a>,
        }}
      />
    </p>
  );
}

const columnTexts = {
  name: 'columnName',
  code: 'columnCode',
  region: 'columnRegion',
  people: 'columnPeople',
  cases: 'columnCases',
  rules: 'columnRules',
  deciding: 'columnDeciding',
} as const;

function useSort(query: MunicipalityQuery) {
  const to = usePaths();
  return (sort: MunicipalitySort) => {
    const isSorted = query.sort === sort;
    const direction = isSorted && query.direction === 'ascending' ? ('descending' as const) : ('ascending' as const);
    return {
      href: to.admin.municipalities(municipalitiesAddress({ ...query, sort, direction, page: 1 })),
      direction: isSorted ? query.direction : null,
    };
  };
}

/** All that the list can be sorted by: on a phone, where rows are cards, the header cannot be seen. */
function SortLinks({ query }: { query: MunicipalityQuery }) {
  const t = useTexts(municipalityOverviewTexts);
  const sortBy = useSort(query);
  return (
    <nav aria-label={t('sortBy')}>
      {t('sortBy')}:{' '}
      {municipalitySorts.map((sort, index) => (
        <span key={sort}>
          {index > 0 && ' · '}
          <a href={sortBy(sort).href} aria-current={query.sort === sort ? 'true' : undefined}>
            {t(columnTexts[sort])}
          </a>
        </span>
      ))}
    </nav>
  );
}

function Municipalities({ rows, query }: { rows: readonly MunicipalityRow[]; query: MunicipalityQuery }) {
  const t = useTexts(municipalityOverviewTexts);
  const format = useFormat();
  const to = usePaths();
  const sortBy = useSort(query);
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={rows}
      rowKey={({ code }) => code}
      empty={<EmptyState heading={t('empty')} level={2} />}
      columns={[
        {
          id: 'name',
          header: t('columnName'),
          rowHeader: true,
          sort: sortBy('name'),
          cell: ({ code, name, region }) => (
            <>
              <a href={to.admin.municipality(code)}>{name}</a>
              <span className="sd-inbox-number">{t('caption', { code, region })}</span>
            </>
          ),
        },
        { id: 'people', header: t('columnPeople'), sort: sortBy('people'), cell: (row) => <ByRole row={row} /> },
        {
          id: 'leads',
          header: t('columnLeads'),
          cell: ({ leads }) => (leads.length === 0 ? '–' : format.list(leads)),
        },
        {
          id: 'cases',
          header: t('columnCases'),
          sort: sortBy('cases'),
          cell: ({ openCases }) => format.number(openCases),
        },
        {
          id: 'rules',
          header: t('columnRules'),
          sort: sortBy('rules'),
          cell: ({ rules }) => (rules.length === 0 ? '–' : format.list(rules)),
        },
        {
          id: 'deciding',
          header: t('columnDeciding'),
          sort: sortBy('deciding'),
          cell: (row) => <Deciding row={row} />,
        },
      ]}
    />
  );
}

function ByRole({ row: { byRole } }: { row: MunicipalityRow }) {
  const t = useTexts(municipalityOverviewTexts);
  const roles = useTexts(roleTexts);
  const held = municipalRoles.filter((role) => byRole[role] > 0);
  if (held.length === 0) return <>–</>;
  return (
    <>
      {held.map((role) => (
        <div key={role}>{t('ofRole', { role: roles(role), count: byRole[role] })}</div>
      ))}
    </>
  );
}

/** In a word, and why where it is not a plain yes. */
export function Deciding({ row: { deciding, backOn }, always }: { row: MunicipalityRow; always?: boolean }) {
  const t = useTexts(decidingTexts);
  const why = useTexts(decidingReasons);
  const format = useFormat();
  const tone = deciding === 'alone' ? 'success' : canDecide(deciding) ? 'info' : 'neutral';
  const isTold = always || deciding === 'leads-away';
  return (
    <div>
      <Tag tone={deciding === 'leads-away' ? 'warning' : tone}>{t(deciding)}</Tag>
      {isTold && (
        <div>{deciding === 'leads-away' ? why(deciding, { date: format.date(backOn ?? '') }) : why(deciding)}</div>
      )}
    </div>
  );
}
