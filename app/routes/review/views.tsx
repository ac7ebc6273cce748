import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewReader } from '~/app/auth/actor.server';
import { inboxToolsTexts } from '~/app/i18n/inbox-tools';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { InboxPage, type SentForm } from '~/app/review/inbox-page';
import { inboxAddress, readInboxQuery, usualView } from '~/app/review/inbox-query';
import { loadInboxView } from '~/app/review/inbox-view.server';
import { textsOf } from '~/app/review/refused.server';
import { addInboxBookmark, endInboxBookmark } from '~/db/inbox-bookmarks';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(inboxToolsTexts, language)('bookmarks'),
  breadcrumbs: (args) => reviewCrumbs(args),
  wide: true,
  // Its keys.
  scripts: true,
});

/** The inbox as the address says; the saved views are in it. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return loadInboxView(request, context);
}

/** Saves the view that the address shows under a `name` (`act=add`), or takes one's own away (`act=end`, `id`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireReviewReader(request, context);
  const acting = { actor, now: context.now() };
  const { act, id = '', name = '', isShared } = textsOf(await readForm(request));
  const address = inboxAddress({ ...readInboxQuery(new URL(request.url), usualView(actor)), from: null });
  if (act === 'end') {
    const ended = await endInboxBookmark(context.db, acting, { id });
    if (!ended.ok) throw notFound();
  } else {
    const search = withQuery('', address).slice(1);
    const added = await addInboxBookmark(context.db, acting, { name, search, isShared: isShared === '1' });
    if (!added.ok) {
      const typed = { name, isShared: isShared === '1' };
      return data<SentForm>({ refused: [{ field: 'name', refusal: added.refusal }], result: null, typed }, 400);
    }
  }
  const done = act === 'end' ? 'view-removed' : 'view-saved';
  return redirect(withQuery(paths(languageOf(request)).review.inbox(), { ...address, done }), 303);
}

export default function Views() {
  return <InboxPage view={useLoaderData<typeof loader>()} routed={useActionData<typeof action>()} />;
}
