import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Alert, Button, ButtonGroup, PageHeading } from '~/app/components';
import { languageOf } from '~/app/i18n/language';
import { subscriptionTexts } from '~/app/i18n/subscriptions';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { hashMailToken } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { confirmSubscription, endSubscription, findSubscription } from '~/db/search-subscriptions';

export const handle = page({ title: ({ language }) => translator(subscriptionTexts, language)('ownTitle') });

/** Looks and changes nothing: programs that check mails open links too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const found = await findSubscription(context.db, context.now(), hashMailToken(token));
  if (found) return { token, state: found.state, query: found.query };
  // One that was never confirmed leaves nothing when it ends.
  if (new URL(request.url).searchParams.has('ended')) return { token, state: 'ended' as const, query: '' };
  return data({ token, state: 'unknown' as const, query: '' }, 404);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const to = paths(languageOf(request));
  const act = (await readForm(request)).get('act');
  if (act === 'confirm') await confirmSubscription(context.db, context.now(), hashMailToken(token));
  const ended = act === 'end' && (await endSubscription(context.db, context.now(), hashMailToken(token))).ok;
  return redirect(to.subscription(token, { ended }), 303);
}

export default function OwnSubscription() {
  const { token, state, query } = useLoaderData<typeof loader>();
  const t = useTexts(subscriptionTexts);
  const to = usePaths();
  const search = `${to.products()}${query === '' ? '' : `?${query}`}`;
  return (
    <>
      <PageHeading>{t('ownTitle')}</PageHeading>
      {state === 'confirmed' && (
        <Alert kind="success" heading={t('confirmedHeading')} role="status">
          {t('confirmedText')}
        </Alert>
      )}
      {state === 'ended' && (
        <Alert kind="success" heading={t('endedHeading')} role="status">
          {t('endedText')}
        </Alert>
      )}
      {state === 'unknown' && (
        <Alert kind="error" heading={t('invalidHeading')} role="status">
          {t('invalidText')}
        </Alert>
      )}
      {state === 'unconfirmed' && <p>{t('confirmText')}</p>}
      <p>
        <a href={search}>{t('openSearch')}</a>
      </p>
      {(state === 'unconfirmed' || state === 'confirmed') && (
        <form method="post" action={to.subscription(token)}>
          <ButtonGroup>
            {state === 'unconfirmed' && (
              <Button name="act" value="confirm">
                {t('confirmButton')}
              </Button>
            )}
            <Button name="act" value="end" kind="secondary">
              {t(state === 'unconfirmed' ? 'refuseButton' : 'endButton')}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}
