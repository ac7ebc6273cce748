import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attemptSubject } from '~/app/auth/attempt-subject';
import { Alert, Button, ChosenFilters, ErrorSummary, errorOf, PageHeading, TextInput } from '~/app/components';
import { useChosenFilters } from '~/app/components/public/product-filters';
import { QueryProblemPage } from '~/app/components/public/query-problem-page';
import { TrapField, trapField } from '~/app/components/trap-field';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { subscriptionTexts } from '~/app/i18n/subscriptions';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { mailTokenHash } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, usePaths, withQuery } from '~/app/paths';
import { loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { openMarket, searchMarket } from '~/app/published/market.server';
import { inTime, refuseQuery } from '~/app/published/query-problem.server';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { askForSubscription } from '~/db/search-subscriptions';
import { isEmailAddress } from '~/workflows/email-address';
import { writeProductQuery } from '~/workflows/product-query';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(subscriptionTexts, language)('title'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const opened = await inTime(openMarket(context));
  const read = readQueryOf(request, opened.catalogue, ['sent']);
  if (!read.ok) refuseQuery(read.problem);
  const { options } = await inTime(searchMarket(context, opened, read.query));
  return { query: read.query, options, isSent: new URL(request.url).searchParams.has('sent') };
}

/** Takes down the address; the answer tells nothing of whether it is known here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request);
  const read = readQueryOf(request, await loadPublicCatalogue(context.publicDb), ['sent']);
  if (!read.ok) refuseQuery(read.problem);
  const query = writeProductQuery({ filters: read.query.filters });
  const sent = () => redirect(paths(language).subscribe({ ...query, sent: true }), 303);
  const typed = textsOf(await readForm(request));
  if (typed[trapField]) return sent();
  const { email = '' } = typed;
  if (!isEmailAddress(email.trim())) {
    const message = translator(subscriptionTexts, language)('errorEmail');
    return data({ errors: [{ field: 'email', message }], email }, 400);
  }
  const { sessionSecret } = context.config;
  const result = await askForSubscription(
    context.db,
    context.now(),
    { email, language, query: withQuery('', query).slice(1), subject: attemptSubject(sessionSecret, email) },
    (secretOf) => mailTokenHash(sessionSecret, secretOf),
  );
  if (result.ok) return sent();
  const tooMany = result.refusal.code === 'too-many-attempts';
  return data(
    { errors: [{ field: null, message: refusalSentence(result.refusal, language) }], email },
    tooMany ? { status: 429, headers: { 'Retry-After': '3600' } } : 400,
  );
}

export default function Subscribe() {
  const { query, options, isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts(subscriptionTexts);
  const to = usePaths();
  const filters = writeProductQuery({ filters: query.filters });
  const chosen = useChosenFilters({ ...query, sort: 'name', page: 1 }, options, to.subscribe);
  const list = <a href={to.products(filters)}>{t('openSearch')}</a>;
  if (isSent && !refused) {
    return (
      <>
        <PageHeading>{t('title')}</PageHeading>
        <Alert kind="success" heading={t('sentHeading')} role="status">
          {t('sentText')}
        </Alert>
        <p>{list}</p>
      </>
    );
  }
  return (
    <>
      {refused && <ErrorSummary errors={refused.errors} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <p>{t('textOften')}</p>
      <h2 className="h4">{t('yourSearch')}</h2>
      {chosen.length === 0 ? <p>{t('textAll')}</p> : <ChosenFilters chosen={chosen} clearHref={to.subscribe()} />}
      <p>{list}</p>
      <form method="post" action={to.subscribe(filters)} className="sd-event-form" noValidate>
        <TextInput
          name="email"
          type="email"
          label={t('fieldEmail')}
          hint={t('fieldEmailHint')}
          error={errorOf(refused?.errors, 'email')}
          autoComplete="email"
          defaultValue={refused?.email}
        />
        <TrapField />
        <Button>{t('send')}</Button>
      </form>
    </>
  );
}

export function ErrorBoundary() {
  return <QueryProblemPage href={usePaths().subscribe()} />;
}
