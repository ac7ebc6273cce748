import type { ActionFunctionArgs } from '@remix-run/node';
import { hashMailToken } from '~/app/mail/token';
import { endSubscription } from '~/db/search-subscriptions';

/** Ends by POST only: programs that check mails open every link. */
export function loader(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

/**
 * Ends a subscription for a mail program (RFC 8058). It comes from the mail provider's site and without a cookie, so the
 * token alone tells that its sender has the mail.
 */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const ended = await endSubscription(context.db, context.now(), hashMailToken(params.token ?? ''));
  return new Response(null, { status: ended.ok ? 200 : 404 });
}
