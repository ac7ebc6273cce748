import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Accordion, Alert, EmptyState, OutcomeTag, PageHeading, Tag } from '~/app/components';
import { AnswerList } from '~/app/components/public/answer-list';
import { ExpiredAlert } from '~/app/components/public/expired';
import { MovedAlert } from '~/app/components/public/merged';
import { ProductErrorPage } from '~/app/components/public/product-error-page';
import { SupportTable } from '~/app/components/public/support-table';
import { commonTexts } from '~/app/i18n/common';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publicationTexts } from '~/app/i18n/publications';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { loadTombstone } from '~/app/published/product-page.server';
import { loadPublication } from '~/app/published/publications-page.server';
import { notFound } from '~/app/published/query-problem.server';
import { findRedirect } from '~/db/published/redirects';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ data, language }) =>
    translator(publicationTexts, language)('oneTitle', {
      product: data.product.name,
      number: String(data.publication.number),
    }),
  description: ({ data }) => data.product.description,
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(commonTexts, language)('products'), href: paths.products() },
    { label: data.product.name, href: paths.product(data.product.slug) },
    { label: translator(publicationTexts, language)('crumb'), href: paths.publications(data.product.slug) },
  ],
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { publicDb: db, config } = context;
  const { slug = '', number = '' } = params;
  const today = copenhagenDay(context.now());
  const isNumber = /^[1-9]\d{0,5}$/.test(number);
  const view = isNumber ? await loadPublication(db, slug, { number: Number(number), today }) : undefined;
  if (view) return { ...view, movedTo: await findRedirect(db, 'product', slug), publicUrl: config.publicUrl };
  const tombstone = await loadTombstone(db, slug);
  const isThere = tombstone?.history.some((each) => String(each.number) === number);
  if (!isThere) notFound();
  throw json({ tombstone }, { status: 410 });
}

export default function Publication() {
  const { product, outcome, supportGroups, sections, names, publication, movedTo, expired } =
    useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const shown = useTexts(publishedTexts);
  const isGone = publication.number === expired?.number;
  const text = useText();
  return (
    <>
      <PageHeading
        caption={product.supplierName}
        lead={product.description}
        aside={isGone ? <Tag tone="warning">{t('expiredTag')}</Tag> : <OutcomeTag outcome={outcome} />}
      >
        {t('oneTitle', { product: product.name, number: String(publication.number) })}
      </PageHeading>
      <MovedAlert to={movedTo} />
      <ExpiredAlert expired={expired} />
      <Standing />
      <section aria-labelledby="support">
        <h2 id="support">{shown('supportHeading')}</h2>
        {supportGroups.length > 0 ? (
          <SupportTable groups={supportGroups} names={names} today={publication.publishedOn} />
        ) : (
          <EmptyState heading={shown('noSupport')} level={3} />
        )}
      </section>
      {sections.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{shown('generalAnswers')}</h2>
          <Accordion
            level={3}
            items={sections.map(({ id, title, answers }) => ({
              id: `section-${id}`,
              heading: text(title),
              content: <AnswerList answers={answers} names={names} today={publication.publishedOn} />,
            }))}
          />
        </section>
      )}
      <Citation />
    </>
  );
}

/** Whether it is in force, and where the one is that is. */
function Standing() {
  const { product, publication, isCurrent, expired } = useLoaderData<typeof loader>();
  const t = useTexts(publicationTexts);
  const format = useFormat();
  const to = usePaths();
  const from = format.date(publication.publishedOn);
  if (isCurrent && expired) return null;
  if (isCurrent) return <p>{t('inForce', { from })}</p>;
  return (
    <Alert kind="info">
      {t('earlier', { from, to: publication.endedOn ? format.date(publication.endedOn) : '' })}{' '}
      <a href={to.product(product.slug)}>{t(expired ? 'toExpired' : 'toCurrent')}</a>
      {' · '}
      <a href={to.publicationChanges(product.slug, { from: publication.number })}>{t('compare')}</a>
    </Alert>
  );
}

function Citation() {
  const { product, publication, outcome, decidedBy, publicUrl } = useLoaderData<typeof loader>();
  const t = useTexts(publishedTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{t('cite')}</h2>
      <p className="sd-citation">
        {t('citation', {
          supplier: product.supplierName,
          product: product.name,
          number: String(publication.number),
          outcome: outcome === 'approved' ? t('citedApproved') : t('citedPartly'),
          municipality: decidedBy,
          date: format.date(publication.publishedOn),
          address: `${publicUrl}${to.publication(product.slug, publication.number)}`,
        })}
      </p>
    </section>
  );
}

export function ErrorBoundary() {
  return <ProductErrorPage />;
}
