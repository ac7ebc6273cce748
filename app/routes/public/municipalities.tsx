import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DataTable, PageHeading } from '~/app/components';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { useDayQuery } from '~/app/viewed-day';
import { listMunicipalityViews } from '~/db/published/municipalities';
import { copenhagenDay } from '~/workflows/day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('municipalitiesTitle'),
  description: ({ language }) => translator(publishedTexts, language)('municipalitiesLead'),
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { municipalities: await listMunicipalityViews(context.publicDb, copenhagenDay(context.now())) };
}

export default function Municipalities() {
  const { municipalities } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  const figure = (count: number) => (count === 0 ? '–' : count);
  return (
    <>
      <PageHeading lead={t('municipalitiesLead')}>{t('municipalitiesTitle')}</PageHeading>
      <div className="sd-lines sd-municipalities">
        <DataTable
          caption={t('municipalitiesTitle')}
          hideCaption
          compact
          rows={municipalities}
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
      <p>
        <a href={apiPaths.municipalities(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}
