import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink, DataTable, Definition, EmptyState, PageHeading } from '~/app/components';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ProductList } from '~/app/components/public/product-list';
import { UsedInterfaces } from '~/app/components/public/used-interfaces';
import { commonTexts } from '~/app/i18n/common';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { loadMunicipalityPage } from '~/app/published/municipality-page.server';
import { notFound } from '~/app/published/query-problem.server';
import { useDayQuery } from '~/app/viewed-day';

export const handle = page<typeof loader>({
  title: ({ data }) => data.municipality.name,
  description: ({ data, language }) =>
    translator(publishedTexts, language)('municipalityDescription', { municipality: data.municipality.name }),
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productsFeed(file, { municipality: data.municipality.code }),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(commonTexts, language)('municipalities'), href: paths.municipalities() },
  ],
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await loadMunicipalityPage(context.publicDb, params.code ?? '', context.now());
  if (!view) notFound();
  return view;
}

export default function Municipality() {
  const { municipality, decided } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading caption={municipality.region}>{municipality.name}</PageHeading>
      <Definition
        compact
        items={[
          { id: 'code', term: t('municipalityCode'), description: municipality.code },
          { id: 'cvr', term: t('cvr'), description: municipality.cvr },
        ]}
      />
      <InProduction />
      <h2>{t('decisionsMade')}</h2>
      {decided.length > 0 ? (
        <>
          <p>{t('decisionsText')}</p>
          <ProductList products={decided} level={3} />
        </>
      ) : (
        <EmptyState heading={t('noDecisions')} level={3} />
      )}
      <FeedLinks
        href={(file) => to.productsFeed(file, { municipality: municipality.code })}
        mailHref={to.subscribe({ municipality: municipality.code })}
      />
      <p>
        <a href={apiPaths.municipality(municipality.code, day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}

function InProduction() {
  const { inProduction, municipality } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <>
      <h2>{t('inProductionHere')}</h2>
      {inProduction.length > 0 && <p>{t('inProductionText')}</p>}
      <div className="sd-lines sd-used">
        <DataTable
          caption={t('inProductionHere')}
          hideCaption
          rows={inProduction}
          rowKey={({ slug }) => slug}
          empty={
            <EmptyState
              heading={t('noneInProduction')}
              level={3}
              action={
                <ButtonLink kind="secondary" href={to.products()}>
                  {t('allProducts')}
                </ButtonLink>
              }
            >
              <p>{t('noneInProductionText')}</p>
            </EmptyState>
          }
          columns={[
            {
              id: 'product',
              header: t('compareProduct'),
              rowHeader: true,
              cell: ({ slug, name }) => <a href={to.product(slug)}>{name}</a>,
            },
            {
              id: 'supplier',
              header: t('supplier'),
              cell: ({ supplier }) => <a href={to.publicSupplier(supplier.slug)}>{supplier.name}</a>,
            },
            {
              id: 'interfaces',
              header: t('interfacesTitle'),
              cell: (product) => <UsedInterfaces {...product} />,
            },
          ]}
        />
      </div>
      {inProduction.length > 0 && (
        <ul className="sd-ways-on">
          <li>
            <a href={to.products({ municipality: municipality.code })}>{t('municipalityProducts')}</a>
          </li>
          {inProduction.length > 1 && (
            <li>
              <a href={to.compare({ municipality: municipality.code })}>{t('compareThese')}</a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
