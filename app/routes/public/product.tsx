import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Accordion, ButtonLink, Definition, EmptyState, OutcomeTag, PageHeading, Tag } from '~/app/components';
import { AnswerList } from '~/app/components/public/answer-list';
import { Attestations } from '~/app/components/public/attestations';
import { ProductBadgeCodes } from '~/app/components/public/badge-codes';
import { Disputes } from '~/app/components/public/disputes';
import { FeedLinks } from '~/app/components/public/feed-links';
import { ForecastSection } from '~/app/components/public/forecast';
import { LadderLegend } from '~/app/components/public/ladder-legend';
import { MergedHere } from '~/app/components/public/merged';
import { NotDeclared } from '~/app/components/public/not-declared';
import { ProductErrorPage } from '~/app/components/public/product-error-page';
import { LevelSummary } from '~/app/components/public/product-list';
import { ProductSummary } from '~/app/components/public/product-summary';
import { PublicationHistory } from '~/app/components/public/publication-history';
import { SignedDeclaration } from '~/app/components/public/signed-declaration';
import { SplitNote } from '~/app/components/public/split';
import { SupportTable } from '~/app/components/public/support-table';
import type { PortalContext } from '~/app/context.server';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { languageOfPath, useText } from '~/app/i18n/language';
import { publicationTexts } from '~/app/i18n/publications';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { supplierChangeTexts } from '~/app/i18n/transfers';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts } from '~/app/i18n/words';
import { drawnOnce } from '~/app/kept-parts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { openProduct } from '~/app/published/drawn-product.server';
import { loadForecast } from '~/app/published/forecast.server';
import { followMerge, ledTo, mergedAnchor } from '~/app/published/moved.server';
import { loadProductPage, loadTombstone, readableNumber } from '~/app/published/product-page.server';
import { inTime, notFound } from '~/app/published/query-problem.server';
import { productData } from '~/app/published/structured-data';
import { useDayQuery } from '~/app/viewed-day';
import type { SupplierChange } from '~/db/published/disputes';
import { listMerged } from '~/db/published/redirects';
import { readSplits } from '~/db/published/splits';
import { copenhagenDay } from '~/workflows/day';
import { countReady } from '~/workflows/published-rows';

export const handle = page<typeof loader>({
  title: ({ data }) => data.product.name,
  description: ({ data, language }) =>
    translator(publishedTexts, language)('productDescription', {
      product: data.product.name,
      supplier: data.product.supplier.name,
    }),
  embedded: true,
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productFeed(data.product.slug, file),
  structured: ({ data: { product }, paths, publicUrl }) =>
    productData(
      product,
      publicUrl + paths.product(product.slug),
      publicUrl + paths.publicSupplier(product.supplier.slug),
    ),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(commonTexts, language)('products'), href: paths.products() },
  ],
});

/** The name by which the page's main part is kept. */
const part = 'product';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const language = languageOfPath(new URL(request.url).pathname);
  const opened = await openProduct(context, { slug, part, language }, () => loadView(context, slug));
  if (opened) return opened;
  await followMerge({ request, context }, 'product', slug, (to, survivor) => `${to.product(survivor)}#${mergedAnchor}`);
  const tombstone = await loadTombstone(context.publicDb, slug);
  if (!tombstone) notFound();
  const readable = readableNumber(tombstone, copenhagenDay(context.now()));
  if (readable !== undefined) throw ledTo({ request, context }, (to) => to.publication(slug, readable));
  throw json({ tombstone }, { status: 410 });
}

async function loadView(context: PortalContext, slug: string) {
  const view = await loadProductPage(context, slug);
  if (!view) return undefined;
  const [merged, split] = await Promise.all([
    view.hasMerged ? listMerged(context.publicDb, 'product', view.product.slug) : [],
    view.hasSplits ? readSplits(context.publicDb, view.product.slug) : { into: [], from: null },
  ]);
  const ready = countReady(view.supportGroups.flatMap(({ rows }) => rows));
  const forecast = await inTime(loadForecast(context, { slug: view.product.slug }, ready));
  return { ...view, merged, split, forecast, publicUrl: context.config.publicUrl };
}

type View = NonNullable<Awaited<ReturnType<typeof loadView>>>;

export default function Product() {
  const { drawn, view } = useLoaderData<typeof loader>();
  return <ProductPage drawn={drawn} view={view as View | null} />;
}

const ProductPage = drawnOnce<View>(part, function ProductPage(view) {
  const { product, supportGroups, notDeclared, sections, history, names, today, isSigned, publicUrl } = view;
  const { disputes, supplierChanges, attested, merged, split, forecast } = view;
  const disputed = disputes.filter(({ resolvedAt }) => resolvedAt === null).map(({ questionKey }) => questionKey);
  const answerDisputes = { slug: product.slug, keys: disputed, hasHistory: product.publicationNumber > 1 };
  const t = useTexts(publishedTexts);
  const publications = useTexts(publicationTexts);
  const text = useText();
  const to = usePaths();
  return (
    <>
      <PageHeading
        caption={product.supplier.name}
        lead={product.description}
        aside={<OutcomeTag outcome={product.outcome} />}
      >
        {product.name}
      </PageHeading>
      {product.isDemo && (
        <p>
          <Tag tone="warning">{t('demoProduct')}</Tag>
        </p>
      )}
      <MergedHere kind="product" merged={merged} />
      <SplitNote {...split} />
      <ProductSummary rows={supportGroups.flatMap(({ rows }) => rows)} />
      <Facts product={product} names={names} />
      {forecast && <ForecastSection forecast={forecast} about="product" />}
      <section aria-labelledby="support">
        <h2 id="support">{t('supportHeading')}</h2>
        {supportGroups.length > 0 ? (
          <>
            <LevelSummary levels={product.levels} />
            <p>{t('supportLead')}</p>
            <LadderLegend />
            <SupportTable groups={supportGroups} names={names} today={today} disputes={answerDisputes} />
          </>
        ) : (
          <EmptyState heading={t('noSupport')} level={3} />
        )}
        <NotDeclared groups={notDeclared} />
        <p className="sd-no-print">
          <ButtonLink kind="secondary" href={to.compare({ type: product.type })}>
            {t('compareThis')}
          </ButtonLink>
        </p>
      </section>
      {sections.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('generalAnswers')}</h2>
          <Accordion
            level={3}
            items={sections.map(({ id, title, answers }) => ({
              id: `section-${id}`,
              heading: text(title),
              content: <AnswerList answers={answers} names={names} today={today} disputes={answerDisputes} />,
            }))}
          />
        </section>
      )}
      <Attestations slug={product.slug} attested={attested} />
      <Disputes slug={product.slug} disputes={disputes} />
      <SupplierChanges changes={supplierChanges} />
      <PublicationHistory history={history} />
      <p className="sd-no-print">
        <a href={to.publications(product.slug)}>{publications('readAll')}</a>
      </p>
      <FeedLinks href={(file) => to.productFeed(product.slug, file)} />
      {isSigned && <SignedDeclaration slug={product.slug} />}
      <ProductBadgeCodes product={product} publicUrl={publicUrl} />
      <Citation product={product} publicUrl={publicUrl} />
    </>
  );
});

function Facts({ product, names }: Pick<View, 'product' | 'names'>) {
  const t = useTexts(publishedTexts);
  const types = useTexts(productTypeTexts);
  const format = useFormat();
  const to = usePaths();
  const kle = product.kle.map((number) => {
    const title = names.kle[number.slice(0, 2)];
    return title ? `${number} (${title})` : number;
  });
  const { supplier, decidedBy, questionnaire } = product;
  const decided = (
    <>
      <a href={to.municipality(decidedBy.code)}>{decidedBy.name}</a>, {format.date(product.publishedOn)}
    </>
  );
  return (
    <section aria-label={t('facts')} className="sd-product-facts">
      <Definition
        compact
        items={[
          {
            id: 'supplier',
            term: t('supplier'),
            description: <a href={to.publicSupplier(supplier.slug)}>{supplier.name}</a>,
          },
          { id: 'type', term: t('type'), description: types(product.type) },
          ...(kle.length > 0 ? [{ id: 'kle', term: t('kle'), description: format.list(kle) }] : []),
          ...(product.kitosUuid
            ? [
                {
                  id: 'kitos',
                  term: t('kitosUuid'),
                  description: <span className="sd-break">{product.kitosUuid}</span>,
                },
              ]
            : []),
          { id: 'decided', term: t('decidedBy'), description: decided },
          {
            id: 'publication',
            term: t('publication'),
            description: t('publicationNumber', { number: String(product.publicationNumber) }),
          },
          {
            id: 'questionnaire',
            term: t('questionnaireVersion'),
            description: (
              <a href={to.questionnaire(questionnaire.slug)}>{t('version', { version: questionnaire.version })}</a>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Whom it belonged to before; publications and letters keep the name of their time. */
function SupplierChanges({ changes }: { changes: readonly SupplierChange[] }) {
  const t = useTexts(supplierChangeTexts);
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="earlier-suppliers">
      <h2 id="earlier-suppliers">{t('heading')}</h2>
      <ul>
        {changes.map(({ fromName, toName, changedAt }) => (
          <li key={changedAt.toISOString()}>
            {t('change', { from: fromName, to: toName, date: format.date(changedAt) })}
          </li>
        ))}
      </ul>
      <p>{t('explanation')}</p>
    </section>
  );
}

function Citation({ product, publicUrl }: Pick<View, 'product' | 'publicUrl'>) {
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{t('cite')}</h2>
      <p className="sd-citation">
        {t('citation', {
          supplier: product.supplier.name,
          product: product.name,
          number: String(product.publicationNumber),
          outcome: product.outcome === 'approved' ? t('citedApproved') : t('citedPartly'),
          municipality: product.decidedBy.name,
          date: format.date(product.publishedOn),
          address: `${publicUrl}${to.product(product.slug)}`,
        })}
      </p>
      <p>
        <a href={apiPaths.product(product.slug, day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </section>
  );
}

export function ErrorBoundary() {
  return <ProductErrorPage />;
}
