import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '~/app/components';
import { AnswerStages } from '~/app/components/public/answer-stages';
import { OneDispute } from '~/app/components/public/disputes';
import { ExpiredAlert } from '~/app/components/public/expired';
import { ProductErrorPage } from '~/app/components/public/product-error-page';
import { answerHistoryTexts } from '~/app/i18n/answer-history';
import { commonTexts } from '~/app/i18n/common';
import { disputeTexts } from '~/app/i18n/disputes';
import { useText } from '~/app/i18n/language';
import { publicationTexts } from '~/app/i18n/publications';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { loadAnswerHistory } from '~/app/published/answer-history.server';
import { loadTombstone } from '~/app/published/product-page.server';
import { loadPublicationList } from '~/app/published/publications-page.server';
import { inTime, notFound } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ data, language }) =>
    translator(answerHistoryTexts, language)('title', { product: data.product.name, question: data.text[language] }),
  description: ({ data, language }) =>
    translator(answerHistoryTexts, language)('description', {
      product: data.product.name,
      question: data.text[language],
    }),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(commonTexts, language)('products'), href: paths.products() },
    { label: data.product.name, href: paths.product(data.product.slug) },
    { label: translator(publicationTexts, language)('crumb'), href: paths.publications(data.product.slug) },
  ],
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { publicDb: db } = context;
  const { slug = '', key = '' } = params;
  const today = copenhagenDay(context.now());
  const view = await inTime(loadAnswerHistory(db, slug, { key, today }));
  if (view) return view;
  // Either nothing of the product can be read, and its tombstone tells so, or it never had such an answer.
  const tombstone = (await loadPublicationList(db, slug, today)) ? undefined : await loadTombstone(db, slug);
  if (!tombstone) notFound();
  throw json({ tombstone }, { status: 410 });
}

export default function AnswerHistory() {
  const view = useLoaderData<typeof loader>();
  const { product, about, text: question, isPresent, expired } = view;
  const t = useTexts(answerHistoryTexts);
  const publications = useTexts(publicationTexts);
  const text = useText();
  return (
    <>
      <PageHeading
        caption={`${product.name} · ${about ? text(about) : publications('general')}`}
        lead={t('lead', { product: product.name })}
      >
        {text(question)}
      </PageHeading>
      <ExpiredAlert expired={expired} />
      <AnswerStages stages={view.stages} slug={product.slug} names={view.names} />
      {isPresent && !expired && <StandingDisputes />}
    </>
  );
}

function StandingDisputes() {
  const { product, interfaceId, disputes, key } = useLoaderData<typeof loader>();
  const t = useTexts(answerHistoryTexts);
  const words = useTexts(disputeTexts);
  const to = usePaths();
  return (
    <>
      {disputes.length > 0 && (
        <section aria-labelledby="disputes">
          <h2 id="disputes">{t('disputes')}</h2>
          {disputes.map((dispute) => (
            <OneDispute key={dispute.openedAt.toISOString()} dispute={dispute} />
          ))}
        </section>
      )}
      <ul className="sd-ways-on sd-no-print">
        <li>
          <a href={`${to.product(product.slug)}${interfaceId === null ? '' : `#${interfaceId}`}`}>{t('toProduct')}</a>
        </li>
        <li>
          <a href={to.dispute(product.slug, { question: key })} rel="nofollow">
            {words('reportOne')}
          </a>
        </li>
      </ul>
    </>
  );
}

export function ErrorBoundary() {
  return <ProductErrorPage />;
}
