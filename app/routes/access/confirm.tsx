import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, Button, PageHeading } from '~/app/components';
import { accessTexts } from '~/app/i18n/access';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { hashMailToken } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, usePaths, withQuery } from '~/app/paths';
import { confirmAccessRequest, findUnconfirmedRequest } from '~/db/access-requests';

export const handle = page({ title: ({ language }) => translator(accessTexts, language)('confirmTitle') });

/** Looks and changes nothing: programs that check mails open links too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  if (new URL(request.url).searchParams.has('done')) return { token, found: null, isDone: true };
  const found = await findUnconfirmedRequest(context.db, context.now(), hashMailToken(token));
  if (!found) return data({ token, found: null, isDone: false }, 404);
  return { token, found, isDone: false };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const to = paths(languageOf(request));
  const result = await confirmAccessRequest(context.db, context.now(), hashMailToken(token));
  return redirect(withQuery(to.confirmAccess(token), { done: result.ok }), 303);
}

export default function ConfirmAccess() {
  const { token, found, isDone } = useLoaderData<typeof loader>();
  const t = useTexts(accessTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading>{t('confirmTitle')}</PageHeading>
      {isDone && (
        <Alert kind="success" heading={t('confirmedHeading')} role="status">
          {t('confirmedText')}
        </Alert>
      )}
      {!isDone && !found && (
        <Alert kind="error" heading={t('invalidHeading')} role="status">
          {t('invalidText')}
        </Alert>
      )}
      {found && (
        <form method="post" action={to.confirmAccess(token)}>
          <p>{t('confirmText', { cvr: found.cvr })}</p>
          <Button>{t('confirmButton')}</Button>
        </form>
      )}
    </>
  );
}
