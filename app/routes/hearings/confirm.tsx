import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, Button, InsetText, PageHeading } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { hearingTexts } from '~/app/i18n/hearings';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { hashMailToken } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, usePaths, withQuery } from '~/app/paths';
import { confirmComment, findUnconfirmedComment } from '~/db/hearings';

export const handle = page({ title: ({ language }) => translator(hearingTexts, language)('confirmTitle') });

/** Looks and changes nothing: programs that check mails open links too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  if (new URL(request.url).searchParams.has('done')) return { token, found: null, isDone: true };
  const found = await findUnconfirmedComment(context.db, context.now(), hashMailToken(token));
  if (!found) return data({ token, found: null, isDone: false }, 404);
  return { token, found, isDone: false };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const result = await confirmComment(context.db, context.now(), hashMailToken(token));
  return redirect(withQuery(paths(languageOf(request)).confirmHearing(token), { done: result.ok }), 303);
}

export default function ConfirmComment() {
  const { token, found, isDone } = useLoaderData<typeof loader>();
  const t = useTexts(hearingTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading>{t('confirmTitle')}</PageHeading>
      {isDone && (
        <Alert kind="success" heading={t('receivedHeading')} role="status">
          {t('receivedText')}
        </Alert>
      )}
      {!isDone && !found && (
        <Alert kind="error" heading={t('invalidHeading')} role="status">
          {t('invalidText')}
        </Alert>
      )}
      {found && (
        <form method="post" action={to.confirmHearing(token)}>
          <p>{t('confirmText', { version: found.version })}</p>
          <InsetText>
            <Lines text={found.body} />
          </InsetText>
          <Button>{t('confirmButton')}</Button>
        </form>
      )}
    </>
  );
}
