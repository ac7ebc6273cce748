import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DataTable, PageHeading } from '~/app/components';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { SortLinks } from '~/app/components/public/sort-links';
import { municipalitySortTexts, publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { type MunicipalitySort, municipalitySorts, sortMunicipalities } from '~/app/published/municipality-list';
import { refuseQuery } from '~/app/published/query-problem.server';
import { useDayQuery } from '~/app/viewed-day';
import { listMunicipalityViews, type MunicipalityView } from '~/db/published/municipalities';
import { copenhagenDay } from '~/workflows/day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('municipalitiesTitle'),
  description: ({ language }) => translator(publishedTexts, language)('municipalitiesLead'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const sort = readSort(request);
  const all = await listMunicipalityViews(context.publicDb, copenhagenDay(context.now()));
  const hasAny = ({ products, decisions }: MunicipalityView) => products + decisions > 0;
  return {
    sort,
    known: sortMunicipalities(all.filter(hasAny), sort),
    unknown: all.filter((each) => !hasAny(each)).map(({ code, name }) => ({ code, name })),
  };
}

function readSort(request: Request): MunicipalitySort {
  const asked = new URL(request.url).searchParams.get('sort') || 'products';
  const sort = municipalitySorts.find((each) => each === asked);
  return sort ?? refuseQuery({ parameter: 'sort', value: asked.slice(0, 100) });
}

export default function Municipalities() {
  const { known, unknown } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('municipalitiesLead')}>{t('municipalitiesTitle')}</PageHeading>
      {known.length > 0 && <KnownMunicipalities />}
      {unknown.length > 0 && (
        <section aria-labelledby="unknown">
          <h2 id="unknown">{t('municipalitiesUnknown')}</h2>
          <p>{t('municipalitiesUnknownText')}</p>
          <ul className="sd-names">
            {unknown.map(({ code, name }) => (
              <li key={code}>
                <a href={to.municipality(code)}>{name.replace(/ Kommune$/, '')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={apiPaths.municipalities(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}

function KnownMunicipalities() {
  const { sort: current, known } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const sorts = useTexts(municipalitySortTexts);
  const to = usePaths();
  const figure = (count: number) => (count === 0 ? '–' : count);
  const orders = municipalitySorts.map((sort) => ({
    label: sorts(sort),
    href: to.municipalities({ sort: sort === 'products' ? '' : sort }),
    isCurrent: sort === current,
  }));
  return (
    <section aria-labelledby="known">
      <div className="sd-results-head">
        <h2 id="known" className="h4">
          {t('municipalitiesKnown', { count: known.length })}
        </h2>
        <SortLinks orders={orders} />
      </div>
      <div className="sd-lines sd-municipalities">
        <DataTable
          caption={t('municipalitiesTitle')}
          hideCaption
          compact
          rows={known}
          rowKey={({ code }) => code}
          columns={[
            {
              id: 'name',
              header: t('municipality'),
              rowHeader: true,
              cell: ({ code, name }) => <a href={to.municipality(code)}>{name}</a>,
            },
            { id: 'region', header: t('region'), cell: ({ region }) => region },
            { id: 'products', header: t('inProductionHere'), numeric: true, cell: ({ products }) => figure(products) },
            { id: 'decisions', header: t('decisionsMade'), numeric: true, cell: ({ decisions }) => figure(decisions) },
          ]}
        />
      </div>
    </section>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().municipalities()} />;
}
