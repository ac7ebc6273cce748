import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Checkbox, ChosenFilters, EmptyState, PageHeading, Pagination } from '~/app/components';
import { DataLinks } from '~/app/components/public/data-links';
import { LadderLegend } from '~/app/components/public/ladder-legend';
import { Matrix } from '~/app/components/public/matrix';
import { ProductFilterPanel, useChosenFilters } from '~/app/components/public/product-filters';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, type Query, usePaths } from '~/app/paths';
import { makeMatrix, matrixParameters, mostChosen, readMatrixChoice } from '~/app/published/compare-page.server';
import { readQueryOf } from '~/app/published/filters.server';
import { wholeFilter } from '~/app/published/long-filters';
import { openMarket, searchMarket } from '~/app/published/market.server';
import { inTime, readWhole, refuseQuery } from '~/app/published/query-problem.server';
import { writeProductQuery } from '~/workflows/product-query';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('compareTitle'),
  description: ({ language }) => translator(publishedTexts, language)('compareLead'),
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const opened = await inTime(openMarket(context));
  const read = readQueryOf(request, opened.catalogue, [...matrixParameters, wholeFilter]);
  if (!read.ok) refuseQuery(read.problem);
  const whole = readWhole(request);
  const choice = readMatrixChoice(new URL(request.url).searchParams);
  if ('parameter' in choice) refuseQuery(choice);
  const { onlyDifferences, chosen } = choice;
  const { products, options } = await inTime(searchMarket(context, opened, { ...read.query, among: chosen, whole }));
  const matrix = makeMatrix(products, read.query, {
    catalogue: opened.catalogue,
    onlyDifferences,
    ...(chosen.length > 0 ? { size: mostChosen } : {}),
  });
  return { query: read.query, options, matrix, onlyDifferences, products: chosen };
}

export default function Compare() {
  const { query, options, matrix, onlyDifferences, products } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  const filters = writeProductQuery(query);
  const view = (wanted: Query): Query => ({ ...wanted, product: products, different: onlyDifferences });
  const href = (wanted: Query) => to.compare(view(wanted));
  const chosen = useChosenFilters(query, options, href);
  const toggleHref = to.compare({ ...view(filters), different: !onlyDifferences });
  if (products.length > 0) {
    const removeHref = to.compare({ ...view(filters), product: [] });
    chosen.unshift({ label: t('chosenProducts', { count: products.length }), removeHref });
  }
  if (onlyDifferences) chosen.push({ label: t('chosenDifferences'), removeHref: toggleHref });
  return (
    <>
      <PageHeading lead={t('compareLead')}>{t('compareTitle')}</PageHeading>
      <div className="sd-filters-folded">
        <ProductFilterPanel action={to.compare()} query={query} options={options}>
          {products.map((slug) => (
            <input key={slug} type="hidden" name="product" value={slug} />
          ))}
          <Checkbox name="different" value="1" label={t('onlyDifferences')} defaultChecked={onlyDifferences} />
        </ProductFilterPanel>
      </div>
      <div className="sd-results-head">
        <h2 className="h4">{t('matrixSize', { count: matrix.total, interfaces: matrix.columns.length })}</h2>
        {matrix.total > 1 && (
          <a className="sd-no-print" href={toggleHref}>
            {t(onlyDifferences ? 'showAllInterfaces' : 'showDifferences')}
          </a>
        )}
      </div>
      <ChosenFilters chosen={chosen} clearHref={to.compare()} />
      <LadderLegend />
      <MatrixOrEmpty />
      <Pagination
        page={query.page}
        pages={matrix.pages}
        href={(number) => href(writeProductQuery({ ...query, page: number }))}
      />
      <DataLinks href={apiPaths.matrix} query={view(writeProductQuery({ filters: query.filters }))} />
    </>
  );
}

function MatrixOrEmpty() {
  const { matrix } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  if (matrix.products.length === 0) {
    return (
      <EmptyState heading={t('noProductsFound')}>
        <p>{t('noProductsFoundText')}</p>
      </EmptyState>
    );
  }
  if (matrix.columns.length === 0) {
    return (
      <EmptyState heading={t('noDifferences')}>
        <p>{t('noDifferencesText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="sd-muted sd-on-phone">{t('declaredOnly')}</p>
      <Matrix products={matrix.products} columns={matrix.columns} />
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().compare()} />;
}
