import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireReviewReader } from '~/app/auth/actor.server';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { InboxPage } from '~/app/review/inbox-page';
import { readInboxQuery, usualView, viewsFor } from '~/app/review/inbox-query';
import { listInbox } from '~/db/cases/read-inbox';
import { copenhagenDay } from '~/workflows/working-days';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('inboxTitle'),
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireReviewReader(request, context);
  const query = readInboxQuery(new URL(request.url), usualView(actor));
  const inbox = await listInbox(context.db, actor, query);
  return { inbox, query, views: viewsFor(actor), today: copenhagenDay(context.now()) };
}

export default function Inbox() {
  return <InboxPage view={useLoaderData<typeof loader>()} />;
}
