import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from '@remix-run/react';
import { EmptyState, PageHeading } from '~/app/components';
import { AnswerChanges, TextChange } from '~/app/components/public/answer-changes';
import { CompareForm } from '~/app/components/public/compare-publications';
import { ExpiredAlert } from '~/app/components/public/expired';
import { ProductErrorPage } from '~/app/components/public/product-error-page';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { publicationTexts } from '~/app/i18n/publications';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { loadTombstone } from '~/app/published/product-page.server';
import { loadPublicationChanges } from '~/app/published/publications-page.server';
import { notFound, refuseQuery } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ data, language }) => translator(publicationTexts, language)('changesTitle', { product: data.product.name }),
  description: ({ data, language }) =>
    translator(publicationTexts, language)('description', { product: data.product.name }),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(commonTexts, language)('products'), href: paths.products() },
    { label: data.product.name, href: paths.product(data.product.slug) },
    { label: translator(publicationTexts, language)('crumb'), href: paths.publications(data.product.slug) },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicDb: db } = context;
  const slug = params.slug ?? '';
  const search = new URL(request.url).searchParams;
  const [from, to] = [readNumber(search, 'from'), readNumber(search, 'to')];
  const today = copenhagenDay(context.now());
  const view = await loadPublicationChanges(db, slug, { from, to, today });
  if (view) return view;
  // Either nothing of the product can be read, or it has no publication of such a number.
  const known = await loadPublicationChanges(db, slug, { from: null, to: null, today });
  if (!known) {
    const tombstone = await loadTombstone(db, slug);
    if (!tombstone) notFound();
    throw json({ tombstone }, { status: 410 });
  }
  const numbers = new Set(known.publications.map(({ number }) => number));
  const isFromWrong = from !== null && !numbers.has(from);
  refuseQuery({ parameter: isFromWrong ? 'from' : 'to', value: String(isFromWrong ? from : to) });
}

/** @throws a 400 for what is no number of a publication */
function readNumber(search: URLSearchParams, parameter: string): number | null {
  const value = search.get(parameter) || null;
  if (value === null) return null;
  if (!/^[1-9]\d{0,5}$/.test(value)) refuseQuery({ parameter, value: value.slice(0, 100) });
  return Number(value);
}

export default function PublicationChanges() {
  const { product, before, after, publications, answers, unchanged, names, expired } = useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const format = useFormat();
  const facts = [
    { id: 'name', label: t('name'), before: before.product.name, after: after.product.name },
    {
      id: 'description',
      label: t('productDescription'),
      before: before.product.description,
      after: after.product.description,
    },
  ].filter((fact) => fact.before !== fact.after);
  const count = facts.length + answers.length;
  return (
    <>
      <PageHeading
        caption={product.supplierName}
        lead={t('changesLead', {
          from: String(before.number),
          fromDate: format.date(before.publishedOn),
          to: String(after.number),
          toDate: format.date(after.publishedOn),
        })}
      >
        {t('changesTitle', { product: product.name })}
      </PageHeading>
      <ExpiredAlert expired={expired} />
      {count === 0 ? (
        <EmptyState heading={t('nothingChanged')} />
      ) : (
        <section aria-labelledby="changes">
          <h2 id="changes">{t('changed', { count })}</h2>
          {facts.map(({ id, label, ...texts }) => (
            <article key={id} className="sd-answer-change">
              <h3 className="h5">{label}</h3>
              <TextChange {...texts} />
            </article>
          ))}
          <AnswerChanges answers={answers} names={names} />
        </section>
      )}
      {unchanged > 0 && <p>{t('unchanged', { count: unchanged })}</p>}
      <CompareForm slug={product.slug} publications={publications} chosen={{ from: before.number, to: after.number }} />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { slug = '' } = useParams();
  const to = usePaths();
  if (isRouteErrorResponse(error) && error.status === 410) return <ProductErrorPage />;
  return <QueryProblemPage href={to.publications(slug)} />;
}
