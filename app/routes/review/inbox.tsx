import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { InboxPage } from '~/app/review/inbox-page';
import { loadInboxView } from '~/app/review/inbox-view.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('inboxTitle'),
  wide: true,
  // Its keys.
  scripts: true,
});

export function loader({ request, context }: LoaderFunctionArgs) {
  return loadInboxView(request, context);
}

export default function Inbox() {
  return <InboxPage view={useLoaderData<typeof loader>()} />;
}
