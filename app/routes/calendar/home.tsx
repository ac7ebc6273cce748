import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '~/app/auth/actor.server';
import { Alert, Button, ButtonGroup, PageHeading } from '~/app/components';
import { calendarTexts } from '~/app/i18n/calendar';
import { useFormat } from '~/app/i18n/format';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { calendarFile, paths, usePaths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { endCalendarFeed, findCalendarFeed, makeCalendarFeed } from '~/db/calendar-feeds';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(calendarTexts, language)('title'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const since = await findCalendarFeed(context.db, actor.personId);
  return { since: since?.toISOString() ?? null, isEnded: new URL(request.url).searchParams.has('ended') };
}

/** Makes a private address (`act=make`), which is shown this once, or ends it (`act=end`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const acting = { actor, now: context.now() };
  const act = (await readForm(request)).get('act');
  if (act === 'end') {
    await endCalendarFeed(context.db, acting);
    return redirect(withQuery(paths(languageOf(request)).calendar(), { ended: true }), 303);
  }
  if (act !== 'make') return data({ address: null }, 400);
  const token = await makeCalendarFeed(context.db, acting);
  return data({ address: `${context.config.publicUrl}${calendarFile(token)}` });
}

export default function Calendar() {
  const { since, isEnded } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const t = useTexts(calendarTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <>
      {isEnded && !made && <Alert kind="success" heading={t('ended')} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {made?.address ? (
        <Alert kind="success" heading={t('madeHeading')} role="status">
          <p>{t('madeText')}</p>
          <p>
            <code className="sd-break">{made.address}</code>
          </p>
        </Alert>
      ) : (
        <p>{since ? t('since', { date: format.date(since) }) : t('none')}</p>
      )}
      <p>{t('secret')}</p>
      <form method="post" action={to.calendar()}>
        <ButtonGroup>
          <Button name="act" value="make" kind={since ? 'secondary' : 'primary'}>
            {since ? t('makeNew') : t('make')}
          </Button>
          {since && (
            <Button name="act" value="end" kind="secondary">
              {t('end')}
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
