import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  ButtonLink,
  type ChosenFilter,
  ChosenFilters,
  EmptyState,
  FilteredPage,
  PageHeading,
  Pagination,
} from '~/app/components';
import { Corrections } from '~/app/components/public/corrections';
import { DataLinks } from '~/app/components/public/data-links';
import { ExpiredLately } from '~/app/components/public/expired';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ProductFilterPanel, useChosenFilters } from '~/app/components/public/product-filters';
import { ProductList } from '~/app/components/public/product-list';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { SortLinks } from '~/app/components/public/sort-links';
import { WaysOn } from '~/app/components/public/ways-on';
import { productSortTexts, publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { kept } from '~/app/kept-parts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { findExpired } from '~/app/published/expired.server';
import { type FilterOptions, readQueryOf } from '~/app/published/filters.server';
import { shortInterfaceLabel } from '~/app/published/interface-label';
import { wholeFilter } from '~/app/published/long-filters';
import { openMarket, searchMarket } from '~/app/published/market.server';
import { sharedItem } from '~/app/published/product-item';
import { inTime, readWhole, refuseQuery } from '~/app/published/query-problem.server';
import { sameContent } from '~/app/published/same-content.server';
import { datasetData } from '~/app/published/structured-data';
import { findWaysOn } from '~/app/published/ways-on.server';
import { pageSize } from '~/db/published/products';
import { type ProductQuery, productSorts, writeProductQuery } from '~/workflows/product-query';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(publishedTexts, language)('productsTitle'),
  description: ({ language }) => translator(publishedTexts, language)('productsLead'),
  structured: datasetData,
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productsFeed(file, writeProductQuery({ filters: data.query.filters })),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const opened = await inTime(openMarket(context));
  const { catalogue } = opened;
  const read = readQueryOf(request, catalogue, [wholeFilter]);
  if (!read.ok) refuseQuery(read.problem);
  const { query } = read;
  const whole = readWhole(request);
  const { filters, page: number } = query;
  const searched = await inTime(searchMarket(context, opened, { ...query, whole }));
  const { products, options, corrections } = searched;
  const asked = catalogue.interfaces
    .filter(({ id, groupId }) => filters.interface.includes(id) || filters.group.includes(groupId))
    .map((entry) => [entry.id, shortInterfaceLabel(entry)] as const);
  const askedIds = asked.map(([id]) => id);
  const shown = products.slice((number - 1) * pageSize, number * pageSize);
  return {
    query: { ...query, filters: searched.filters },
    options,
    corrections,
    total: products.length,
    pages: Math.ceil(products.length / pageSize),
    expired: number === 1 ? await findExpired(context, filters) : [],
    waysOn: products.length > 0 ? null : await inTime(findWaysOn(context, opened, filters)),
    asked: sameContent(Object.fromEntries(asked)),
    products: shown.map((product) => sharedItem(product, catalogue.municipalities, askedIds)),
  };
}

export default function Products() {
  const { query, options, products, total, pages, asked, corrections, expired } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  const chosen = useChosenFilters(query, options, to.products);
  return (
    <>
      <PageHeading lead={t('productsLead')}>{t('productsTitle')}</PageHeading>
      <FilteredPage filters={<ListFilters filters={query.filters} sort={query.sort} options={options} />}>
        <div className="sd-results-head">
          <h2 className="h4">{t('productCount', { count: total })}</h2>
          {total > 1 && <ProductSorts />}
        </div>
        <ChosenFilters chosen={chosen} clearHref={to.products()} />
        <Corrections corrections={corrections} />
        {products.length > 0 ? (
          <>
            <ProductList products={products} asked={asked} level={3} />
            <p>
              <a href={to.compare(writeProductQuery({ filters: query.filters }))}>{t('compareThese')}</a>
            </p>
          </>
        ) : (
          <NothingFound total={total} chosen={chosen} />
        )}
        <Pagination
          page={query.page}
          pages={pages}
          href={(number) => to.products(writeProductQuery({ ...query, page: number }))}
        />
        <ExpiredLately expired={expired} />
        <DataLinks href={apiPaths.products} query={writeProductQuery({ filters: query.filters })} />
        <FeedLinks
          href={(file) => to.productsFeed(file, writeProductQuery({ filters: query.filters }))}
          mailHref={to.subscribe(writeProductQuery({ filters: query.filters }))}
        />
      </FilteredPage>
    </>
  );
}

/** The filters' text is kept by what was found: the same for every page of a list. */
const ListFilters = kept(function ListFilters({ filters, sort, options }: ListFiltersProps) {
  const to = usePaths();
  return (
    <ProductFilterPanel
      action={to.products()}
      query={{ filters, sort, page: 1 }}
      options={options}
      keep={sort === 'name' ? {} : { sort }}
    />
  );
});

interface ListFiltersProps extends Pick<ProductQuery, 'filters' | 'sort'> {
  options: FilterOptions;
}

function ProductSorts() {
  const { query } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const sorts = useTexts(productSortTexts);
  const to = usePaths();
  const orders = productSorts.map((sort) => ({
    // What is searched for in a name comes first.
    label: sort === 'name' && query.filters.q !== '' ? t('sortBestMatch') : sorts(sort),
    href: to.products(writeProductQuery({ filters: query.filters, sort })),
    isCurrent: sort === query.sort,
  }));
  return <SortLinks orders={orders} />;
}

function NothingFound({ total, chosen }: { total: number; chosen: readonly ChosenFilter[] }) {
  const { query, waysOn } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  if (total > 0) {
    return (
      <EmptyState
        heading={t('noPageNumber')}
        action={
          <ButtonLink kind="secondary" href={to.products(writeProductQuery({ ...query, page: 1 }))}>
            {t('firstPage')}
          </ButtonLink>
        }
      >
        <p>{t('noPageNumberText')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading={t('noProductsFound')}
      action={
        <ButtonLink kind="secondary" href={to.products()}>
          {t('allProducts')}
        </ButtonLink>
      }
    >
      <p>{t('noProductsFoundText')}</p>
      {waysOn && <WaysOn ways={waysOn} sort={query.sort} chosen={chosen} />}
    </EmptyState>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().products()} />;
}
