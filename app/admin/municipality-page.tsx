import { CaseStateTag, DataTable, Definition, EmptyState, PageHeading, Time } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { municipalityOverviewTexts } from '~/app/i18n/municipality-overview';
import { useTexts } from '~/app/i18n/use-texts';
import { roleTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { MunicipalityPage as MunicipalityView } from '~/db/municipality-overview';
import { Deciding, Origin } from './municipalities-page';

/** One municipality as one that reviews: who is there, what it has, what is sent to it, and what it says it runs. */
export function MunicipalityPage({ view }: { view: MunicipalityView }) {
  const t = useTexts(municipalityOverviewTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading caption={t('caption', { code: view.code, region: view.region })}>{view.name}</PageHeading>
      <Definition
        items={[
          { id: 'deciding', term: t('columnDeciding'), description: <Deciding row={view} always /> },
          { id: 'cvr', term: t('cvr'), description: view.cvr },
        ]}
      />
      <p>
        <a href={to.municipality(view.code)}>{t('publicPage')}</a>
      </p>
      <section aria-labelledby="people">
        <h2 id="people">{t('people')}</h2>
        <People view={view} />
        <p>
          <a href={to.admin.people({ q: view.name })}>{t('peopleLink')}</a>
        </p>
      </section>
      <section aria-labelledby="cases">
        <h2 id="cases">{t('cases')}</h2>
        <Cases view={view} />
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">{t('rules')}</h2>
        <Rules view={view} />
        <p>
          <a href={to.admin.routing()}>{t('rulesLink')}</a>
        </p>
      </section>
      <section aria-labelledby="attestations">
        <h2 id="attestations">{t('attestations')}</h2>
        <Attestations view={view} />
      </section>
      <Origin />
    </>
  );
}

function People({ view: { who } }: { view: MunicipalityView }) {
  const t = useTexts(municipalityOverviewTexts);
  const roles = useTexts(roleTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <DataTable
      caption={t('people')}
      hideCaption
      rows={who}
      rowKey={({ id }) => id}
      empty={
        <EmptyState heading={t('noPeople')} level={3}>
          {t('noPeopleText')}
        </EmptyState>
      }
      columns={[
        {
          id: 'name',
          header: t('columnPerson'),
          rowHeader: true,
          cell: ({ id, name }) => <a href={to.admin.person(id)}>{name}</a>,
        },
        { id: 'email', header: t('columnEmail'), cell: ({ email }) => <span className="sd-break">{email}</span> },
        {
          id: 'roles',
          header: t('columnRoles'),
          cell: (person) => format.list(person.roles.map((role) => roles(role))),
        },
        {
          id: 'there',
          header: t('columnThere'),
          cell: ({ awayUntil }) => (awayUntil === null ? t('there') : t('away', { date: format.date(awayUntil) })),
        },
      ]}
    />
  );
}

function Cases({ view: { cases, openCases, allCases } }: { view: MunicipalityView }) {
  const t = useTexts(municipalityOverviewTexts);
  const to = usePaths();
  return (
    <>
      {allCases > 0 && (
        <p>
          {t('casesOf', { open: openCases, all: allCases })}
          {cases.length < allCases && ` ${t('casesShown', { count: cases.length })}`}
        </p>
      )}
      <DataTable
        caption={t('cases')}
        hideCaption
        rows={cases}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={t('noCases')} level={3} />}
        columns={[
          {
            id: 'product',
            header: t('columnProduct'),
            rowHeader: true,
            cell: ({ id, product }) => <a href={to.review.case(id)}>{product}</a>,
          },
          { id: 'case', header: t('columnCase'), noWrap: true, cell: ({ number }) => number },
          { id: 'supplier', header: t('columnSupplier'), cell: ({ supplier }) => supplier },
          { id: 'state', header: t('columnState'), cell: ({ state }) => <CaseStateTag state={state} /> },
          { id: 'assignee', header: t('columnAssignee'), cell: ({ assignee }) => assignee ?? '–' },
          {
            id: 'since',
            header: t('columnSince'),
            noWrap: true,
            cell: ({ stateSince }) => <Time value={stateSince} only="short-date" />,
          },
        ]}
      />
    </>
  );
}

function Rules({ view: { ownRules } }: { view: MunicipalityView }) {
  const t = useTexts(municipalityOverviewTexts);
  if (ownRules.length === 0) return <EmptyState heading={t('noRules')} level={3} />;
  return (
    <ul>
      {ownRules.map(({ id, position, name, municipalityCodes }) => (
        <li key={id}>
          {position}. {name}: {t(municipalityCodes.length > 0 ? 'ruleNamed' : 'ruleAll')}
        </li>
      ))}
    </ul>
  );
}

function Attestations({ view: { attestations } }: { view: MunicipalityView }) {
  const t = useTexts(municipalityOverviewTexts);
  const to = usePaths();
  return (
    <DataTable
      caption={t('attestations')}
      hideCaption
      rows={attestations}
      rowKey={({ id }) => id}
      empty={<EmptyState heading={t('noAttestations')} level={3} />}
      columns={[
        {
          id: 'product',
          header: t('columnProduct'),
          rowHeader: true,
          cell: ({ productSlug, productName, isPublic }) =>
            isPublic ? <a href={to.product(productSlug)}>{productName}</a> : productName,
        },
        { id: 'supplier', header: t('columnSupplier'), cell: ({ supplierName }) => supplierName },
        { id: 'interface', header: t('columnInterface'), cell: ({ interfaceId }) => interfaceId },
        {
          id: 'since',
          header: t('columnRunSince'),
          noWrap: true,
          cell: ({ sinceOn }) => <Time value={sinceOn} only="short-date" />,
        },
        {
          id: 'to',
          header: t('columnValidTo'),
          noWrap: true,
          cell: ({ validTo }) => <Time value={validTo} only="short-date" />,
        },
      ]}
    />
  );
}
