import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, InterfaceStatusTag, PageHeading, Pagination } from '~/app/components';
import { InterfaceBadgeCodes } from '~/app/components/public/badge-codes';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ForecastSection } from '~/app/components/public/forecast';
import { InterfaceFacts, InterfaceVersions } from '~/app/components/public/interface-facts';
import { ReadyForVersion } from '~/app/components/public/lifecycle';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { SupporterLinks, SupporterTable } from '~/app/components/public/supporters';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { loadForecast } from '~/app/published/forecast.server';
import { loadInterfacePage, narrowSupporters, readSupporterQuery } from '~/app/published/interface-page.server';
import { inTime, notFound } from '~/app/published/query-problem.server';
import { interfaceData } from '~/app/published/structured-data';
import { useDayQuery } from '~/app/viewed-day';

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.view.name[language],
  description: ({ data, language }) =>
    translator(publishedTexts, language)('interfaceDescription', { interface: data.view.name[language] }),
  embedded: true,
  structured: ({ data: { view }, language, paths, publicUrl }) =>
    interfaceData(
      { id: view.id, name: view.name[language], description: view.summary[language], source: view.source },
      publicUrl + paths.interface(view.id),
      view.group.name[language],
    ),
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productsFeed(file, { interface: data.view.id }),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(commonTexts, language)('interfaces'), href: paths.interfaces() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = readSupporterQuery(request);
  const view = await loadInterfacePage(context.publicDb, params.id ?? '', context.now(), query.version);
  if (!view) notFound();
  const { supporters, ...facts } = view;
  const ready = view.levels.in_production + view.levels.ready;
  const forecast = await inTime(loadForecast(context, { interfaceId: view.id }, ready));
  return {
    view: facts,
    query,
    ...narrowSupporters(supporters, query),
    forecast,
    publicUrl: context.config.publicUrl,
  };
}

export default function Interface() {
  const { view, query, shown, pages, forecast, publicUrl } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return (
    <>
      <PageHeading
        caption={text(view.group.name)}
        lead={text(view.summary)}
        aside={<InterfaceStatusTag status={view.status} />}
      >
        {text(view.name)}
      </PageHeading>
      {view.removedOn && <Alert kind="warning">{t('removedInterface', { date: format.date(view.removedOn) })}</Alert>}
      {forecast && <ForecastSection forecast={forecast} about="interface" />}
      {view.lifecycle && <ReadyForVersion lifecycle={view.lifecycle} />}
      <section aria-labelledby="supporters">
        <h2 id="supporters">{t('supportersHeading')}</h2>
        <SupporterLinks view={view} query={query} />
        <SupporterTable
          supporters={shown}
          isFiltered={query.level !== null || query.standing !== null || query.page > 1}
          interfaceId={view.id}
        />
        <Pagination
          page={query.page}
          pages={pages}
          href={(page) => `${to.interface(view.id, { ...query, page: page > 1 && page })}#supporters`}
        />
      </section>
      <InterfaceVersions id={view.id} versions={view.versions} />
      <InterfaceFacts view={view} />
      <FeedLinks
        href={(file) => to.productsFeed(file, { interface: view.id })}
        mailHref={to.subscribe({ interface: view.id })}
      />
      <InterfaceBadgeCodes id={view.id} name={text(view.name)} publicUrl={publicUrl} />
      <p>
        <a href={apiPaths.interface(view.id, day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().interfaces()} />;
}
