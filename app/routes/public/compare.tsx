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
import { loadMatrix } from '~/app/published/compare-page.server';
import { loadFilterOptions, loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { inTime, refuseQuery } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';
import { writeProductQuery } from '~/workflows/product-query';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('compareTitle'),
  description: ({ language }) => translator(publishedTexts, language)('compareLead'),
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const catalogue = await loadPublicCatalogue(db);
  const read = readQueryOf(request, catalogue, ['different']);
  if (!read.ok) refuseQuery(read.problem);
  const different = new URL(request.url).searchParams.get('different') ?? '';
  if (different !== '' && different !== '1') refuseQuery({ parameter: 'different', value: different.slice(0, 100) });
  const onlyDifferences = different === '1';
  const [matrix, options] = await inTime(
    Promise.all([
      loadMatrix(db, read.query, { catalogue, onlyDifferences, now: now() }),
      loadFilterOptions(db, read.query.filters, catalogue, copenhagenDay(now())),
    ]),
  );
  return { query: read.query, options, matrix, onlyDifferences };
}

export default function Compare() {
  const { query, options, matrix, onlyDifferences } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  const href = (wanted: Query) => to.compare({ ...wanted, different: onlyDifferences });
  const chosen = useChosenFilters(query, options, href);
  return (
    <>
      <PageHeading lead={t('compareLead')}>{t('compareTitle')}</PageHeading>
      <div className="sd-filters-folded">
        <ProductFilterPanel action={to.compare()} query={query} options={options}>
          <Checkbox name="different" value="1" label={t('onlyDifferences')} defaultChecked={onlyDifferences} />
        </ProductFilterPanel>
      </div>
      <div className="sd-results-head">
        <h2 className="h4">{t('matrixSize', { count: matrix.total, interfaces: matrix.columns.length })}</h2>
      </div>
      <ChosenFilters chosen={chosen} clearHref={to.compare()} />
      <LadderLegend />
      <MatrixOrEmpty />
      <Pagination
        page={query.page}
        pages={matrix.pages}
        href={(number) => href(writeProductQuery({ ...query, page: number }))}
      />
      <DataLinks href={apiPaths.matrix} query={writeProductQuery({ filters: query.filters })} />
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
  return <Matrix products={matrix.products} columns={matrix.columns} />;
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().compare()} />;
}
