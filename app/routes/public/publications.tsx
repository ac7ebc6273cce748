import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DataTable, PageHeading, Timeline } from '~/app/components';
import { CompareForm } from '~/app/components/public/compare-publications';
import { ExpiredAlert } from '~/app/components/public/expired';
import { FeedLinks } from '~/app/components/public/feed-links';
import { MovedAlert } from '~/app/components/public/merged';
import { ProductErrorPage } from '~/app/components/public/product-error-page';
import { SplitNote } from '~/app/components/public/split';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { useLanguage, useText } from '~/app/i18n/language';
import { publicationTexts } from '~/app/i18n/publications';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { headingOf } from '~/app/published/feed-words';
import { loadTombstone } from '~/app/published/product-page.server';
import { loadPublicationList } from '~/app/published/publications-page.server';
import { notFound } from '~/app/published/query-problem.server';
import { listEventsOf } from '~/db/published/events';
import { findRedirect } from '~/db/published/redirects';
import { readSplits } from '~/db/published/splits';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ data, language }) => translator(publicationTexts, language)('listTitle', { product: data.product.name }),
  description: ({ data, language }) =>
    translator(publicationTexts, language)('description', { product: data.product.name }),
  feed:
    ({ data, paths }) =>
    (file) =>
      paths.productFeed(data.product.slug, file),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(commonTexts, language)('products'), href: paths.products() },
    { label: data.product.name, href: paths.product(data.product.slug) },
  ],
});

/** More happens to no product. */
const mostEvents = 200;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { publicDb: db } = context;
  const slug = params.slug ?? '';
  const view = await loadPublicationList(db, slug, copenhagenDay(context.now()));
  if (!view) {
    const tombstone = await loadTombstone(db, slug);
    if (!tombstone) notFound();
    throw json({ tombstone }, { status: 410 });
  }
  const movedTo = await findRedirect(db, 'product', slug);
  const split = await readSplits(db, slug);
  return { ...view, movedTo, split, events: await listEventsOf(db, slug, mostEvents) };
}

export default function Publications() {
  const { product, publications, movedTo, split, expired } = useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <>
      <PageHeading caption={product.supplierName} lead={t('listLead')}>
        {t('listTitle', { product: product.name })}
      </PageHeading>
      <MovedAlert to={movedTo} />
      <ExpiredAlert expired={expired} />
      <SplitNote {...split} />
      <DataTable
        caption={t('crumb')}
        hideCaption
        rows={publications}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            id: 'number',
            header: t('content'),
            rowHeader: true,
            cell: ({ number }) => (
              <a href={to.publication(product.slug, number)}>{t('read', { number: String(number) })}</a>
            ),
          },
          {
            id: 'from',
            header: t('compareFrom'),
            cell: ({ publishedOn }) => format.date(publishedOn),
          },
          { id: 'to', header: t('compareTo'), cell: ({ endedOn }) => (endedOn ? format.date(endedOn) : '–') },
          {
            id: 'changes',
            header: t('changes'),
            cell: ({ number }) =>
              number > 1 ? (
                <a href={to.publicationChanges(product.slug, { from: number - 1, to: number })}>
                  {t('changesSince', { number: String(number - 1) })}
                </a>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {publications.length > 1 && <CompareForm slug={product.slug} publications={publications} />}
      <Happened />
      <Ages />
      <FeedLinks href={(file) => to.productFeed(product.slug, file)} />
    </>
  );
}

function Happened() {
  const { events } = useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const language = useLanguage();
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{t('happened')}</h2>
      <Timeline
        entries={events.map((event, index) => ({
          id: String(event.index),
          title: headingOf(event, language),
          at: event.at,
          state: index === 0 ? ('current' as const) : undefined,
        }))}
      />
    </section>
  );
}

function Ages() {
  const { product, ages, steady, firstOn } = useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="ages">
      <h2 id="ages">{t('ages')}</h2>
      {steady > 0 && <p>{t('steady', { count: steady, date: format.date(firstOn) })}</p>}
      {ages.length > 0 && (
        <DataTable
          caption={t('ages')}
          hideCaption
          compact
          rows={ages}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'question',
              header: t('question'),
              rowHeader: true,
              cell: ({ key, text: question, about }) => (
                <>
                  <span className="sd-muted">{about ? text(about) : t('general')}</span>
                  <br />
                  <a href={to.answerHistory(product.slug, key)}>{text(question)}</a>
                </>
              ),
            },
            {
              id: 'since',
              header: t('unchangedSince'),
              cell: ({ since, sinceOn }) => t('sinceNumber', { date: format.date(sinceOn), number: String(since) }),
            },
            {
              id: 'changes',
              header: t('timesChanged'),
              cell: ({ changes }) => (changes > 0 ? t('times', { count: changes }) : t('never')),
            },
          ]}
        />
      )}
    </section>
  );
}

export function ErrorBoundary() {
  return <ProductErrorPage />;
}
