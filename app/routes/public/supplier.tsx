import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink, Definition, PageHeading, Tag } from '~/app/components';
import { ExpiredLately } from '~/app/components/public/expired';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ForecastSection } from '~/app/components/public/forecast';
import { MergedHere } from '~/app/components/public/merged';
import { PlannedDates } from '~/app/components/public/planned-dates';
import { ProductList } from '~/app/components/public/product-list';
import { MovedAway } from '~/app/components/public/split';
import { commonTexts } from '~/app/i18n/common';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { loadExpired } from '~/app/published/expired.server';
import { loadForecast } from '~/app/published/forecast.server';
import { followMerge, mergedAnchor } from '~/app/published/moved.server';
import { loadKeptDates } from '~/app/published/planned-dates.server';
import { productItem } from '~/app/published/product-item';
import { inTime, notFound } from '~/app/published/query-problem.server';
import { supplierData } from '~/app/published/structured-data';
import { useDayQuery } from '~/app/viewed-day';
import { listMunicipalities } from '~/db/catalogue';
import { listProductsOfSupplier } from '~/db/published/products';
import { listMerged } from '~/db/published/redirects';
import { listMovedAway } from '~/db/published/splits';
import { findPublishedSupplier } from '~/db/published/suppliers';
import { copenhagenDay } from '~/workflows/day';
import { countReady } from '~/workflows/published-rows';
import { isWebAddress } from '~/workflows/web-address';

export const handle = page<typeof loader>({
  title: ({ data }) => data.supplier.name,
  description: ({ data, language }) =>
    translator(publishedTexts, language)('supplierDescription', { supplier: data.supplier.name }),
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productsFeed(file, { supplier: data.supplier.slug }),
  structured: ({ data: { supplier }, paths, publicUrl }) =>
    supplierData(supplier, publicUrl + paths.publicSupplier(supplier.slug)),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(commonTexts, language)('suppliers'), href: paths.suppliers() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const slug = params.slug ?? '';
  const supplier = await findPublishedSupplier(db, slug);
  if (!supplier) {
    await followMerge(
      { request, context },
      'supplier',
      slug,
      (to, survivor) => `${to.publicSupplier(survivor)}#${mergedAnchor}`,
    );
    notFound();
  }
  const today = copenhagenDay(now());
  const [products, municipalities, merged, moved, planned] = await Promise.all([
    listProductsOfSupplier(db, supplier.slug, today),
    listMunicipalities(db),
    listMerged(db, 'supplier', supplier.slug),
    listMovedAway(db, supplier.cvr),
    loadKeptDates(db, supplier.slug, today),
  ]);
  const ready = countReady(products.flatMap(({ support }) => support));
  const forecast = await inTime(loadForecast(context, { supplierSlug: supplier.slug }, ready));
  const names = Object.fromEntries(municipalities.map(({ code, name }) => [code, name]));
  const expired = (await loadExpired(context)).filter(({ supplierSlug }) => supplierSlug === supplier.slug);
  return {
    supplier,
    merged,
    moved,
    forecast,
    expired,
    planned,
    products: products.map((product) => productItem(product, names)),
  };
}

export default function Supplier() {
  const { supplier, products, merged, moved, forecast, expired, planned } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  const website = supplier.website && isWebAddress(supplier.website) ? supplier.website : null;
  return (
    <>
      <PageHeading caption={t('supplier')} aside={supplier.isDemo && <Tag>{t('demo')}</Tag>}>
        {supplier.name}
      </PageHeading>
      <MergedHere kind="supplier" merged={merged} />
      <Definition
        compact
        items={[
          { id: 'cvr', term: t('cvr'), description: supplier.cvr },
          ...(website
            ? [
                {
                  id: 'website',
                  term: t('website'),
                  description: (
                    <a className="sd-break" href={website} rel="nofollow noopener external">
                      {website}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {forecast && <ForecastSection forecast={forecast} about="supplier" />}
      <h2>{t('productsOf')}</h2>
      <ProductList products={products} level={3} />
      <PlannedDates {...planned} />
      <ExpiredLately expired={expired} />
      <MovedAway moved={moved} />
      <p>
        <ButtonLink kind="secondary" href={to.compare({ supplier: supplier.slug })}>
          {t('compareTitle')}
        </ButtonLink>
      </p>
      <FeedLinks
        href={(file) => to.productsFeed(file, { supplier: supplier.slug })}
        mailHref={to.subscribe({ supplier: supplier.slug })}
      />
      <p>
        <a href={apiPaths.supplier(supplier.slug, day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}
