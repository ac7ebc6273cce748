import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DataTable, InterfaceStatusTag, PageHeading } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { type GroupReadiness, loadReadiness } from '~/app/published/readiness.server';
import { useDayQuery } from '~/app/viewed-day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('interfacesTitle'),
  description: ({ language }) => translator(publishedTexts, language)('interfacesLead'),
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { groups: await loadReadiness(context.publicDb) };
}

export default function Interfaces() {
  const { groups } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const text = useText();
  return (
    <>
      <PageHeading lead={t('interfacesLead')}>{t('interfacesTitle')}</PageHeading>
      <nav aria-label={t('onThisPage')} className="sd-on-page">
        <ul>
          {groups.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{text(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 id={group.id}>{text(group.name)}</h2>
          <GroupTable group={group} />
        </section>
      ))}
      <p>
        <a href={apiPaths.interfaces(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}

function GroupTable({ group }: { group: GroupReadiness }) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const figure = (count: number) => (count === 0 ? '–' : format.number(count));
  return (
    <DataTable
      caption={text(group.name)}
      hideCaption
      compact
      rows={group.interfaces}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'interface',
          header: t('column_interface'),
          rowHeader: true,
          cell: ({ id, name }) => <a href={to.interface(id)}>{text(name)}</a>,
        },
        { id: 'status', header: t('status'), cell: ({ status }) => <InterfaceStatusTag status={status} /> },
        { id: 'in-use', header: t('inUse'), numeric: true, cell: ({ levels }) => figure(levels.in_production) },
        { id: 'ready', header: t('isReady'), numeric: true, cell: ({ levels }) => figure(levels.ready) },
        {
          id: 'coming',
          header: t('onTheWay'),
          numeric: true,
          cell: ({ levels }) => figure(levels.in_development + levels.planned),
        },
        { id: 'other', header: t('viaOther'), numeric: true, cell: ({ levels }) => figure(levels.via_other) },
        { id: 'no', header: t('notSupportedShort'), numeric: true, cell: ({ levels }) => figure(levels.not_supported) },
        {
          id: 'irrelevant',
          header: t('notRelevantShort'),
          numeric: true,
          cell: ({ levels }) => figure(levels.not_relevant),
        },
      ]}
    />
  );
}
