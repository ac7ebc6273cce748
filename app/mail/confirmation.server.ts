import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { type Paths, paths, withQuery } from '~/app/paths';
import type { Database } from '~/db/client';
import { hashMailToken } from './token';

/**
 * What a link in a mail asks somebody to confirm. Looks and changes nothing: programs that check mails open links too.
 * @param find what waits for the token that has this hash; null when nothing does (any more)
 */
export async function loadConfirmation<Found>(
  { request, context, params }: LoaderFunctionArgs,
  find: (db: Database, now: Date, tokenHash: string) => Promise<Found | null | undefined>,
) {
  const token = params.token ?? '';
  if (new URL(request.url).searchParams.has('done')) return { token, found: null, isDone: true };
  const found = await find(context.db, context.now(), hashMailToken(token));
  if (!found) return data({ token, found: null, isDone: false }, 404);
  return { token, found, isDone: false };
}

/** Confirms it, and leads to the same address, which says how it went. */
export async function sendConfirmation(
  { request, context, params }: ActionFunctionArgs,
  confirm: (db: Database, now: Date, tokenHash: string) => Promise<{ ok: boolean }>,
  addressOf: (to: Paths, token: string) => string,
) {
  const token = params.token ?? '';
  const { ok } = await confirm(context.db, context.now(), hashMailToken(token));
  return redirect(withQuery(addressOf(paths(languageOf(request)), token), { done: ok }), 303);
}
