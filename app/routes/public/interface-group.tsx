import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, PageHeading } from '~/app/components';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ForecastSection } from '~/app/components/public/forecast';
import { ComingSunsets, GroupFigures, GroupSupporters } from '~/app/components/public/group-page';
import { GroupTable } from '~/app/components/public/group-table';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { interfaceGroupTexts } from '~/app/i18n/interface-groups';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { loadInterfaceGroupPage } from '~/app/published/interface-group-page.server';
import { inTime, notFound } from '~/app/published/query-problem.server';
import { interfaceGroupData } from '~/app/published/structured-data';
import { useDayQuery } from '~/app/viewed-day';

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.group.name[language],
  description: ({ data, language }) =>
    translator(interfaceGroupTexts, language)('description', { group: data.group.name[language] }),
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productsFeed(file, { group: data.group.id }),
  structured: ({ data: { group }, language, paths, publicUrl }) =>
    interfaceGroupData(
      {
        name: group.name[language],
        interfaces: group.interfaces.map(({ id, name }) => ({
          id,
          name: name[language],
          url: publicUrl + paths.interface(id),
        })),
      },
      publicUrl + paths.interfaceGroup(group.id),
    ),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(commonTexts, language)('interfaces'), href: paths.interfaces() },
  ],
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await inTime(loadInterfaceGroupPage(context, params.id ?? ''));
  if (!view) notFound();
  return view;
}

export default function InterfaceGroup() {
  const { group, platforms, curves, supporters, total, sunsets, forecast } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(interfaceGroupTexts);
  const published = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const count = group.interfaces.length;
  return (
    <>
      <PageHeading
        caption={t('caption')}
        lead={count > 0 ? t('lead', { count, platforms: format.list(platforms) }) : undefined}
      >
        {text(group.name)}
      </PageHeading>
      {count === 0 && <Alert kind="warning">{t('noInterfaces')}</Alert>}
      {forecast && <ForecastSection forecast={forecast} about="group" />}
      <GroupFigures group={group} curves={curves} />
      <ComingSunsets sunsets={sunsets} />
      {count > 0 && (
        <section aria-labelledby="interfaces">
          <h2 id="interfaces">{t('interfaces')}</h2>
          <GroupTable group={group} summaries />
        </section>
      )}
      <GroupSupporters groupId={group.id} supporters={supporters} total={total} />
      <FeedLinks
        href={(file) => to.productsFeed(file, { group: group.id })}
        mailHref={to.subscribe({ group: group.id })}
      />
      <p>
        <a href={apiPaths.interfaceGroup(group.id, day)} type="application/json">
          {published('thisAsJson')}
        </a>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().interfaces()} />;
}
