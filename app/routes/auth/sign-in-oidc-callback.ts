import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { oidcSignIn } from '~/app/auth/oidc.server';
import { forgetAttempt, readAttempt } from '~/app/auth/oidc-attempt';
import { startPage } from '~/app/auth/return-path';
import { signIn } from '~/app/auth/session.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';

/** Where the OpenID provider sends people back. The page that follows is in the language in which they began. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!oidcSignIn.isOffered(context.config)) throw notFound();
  const attempt = readAttempt(context.config, request.headers.get('Cookie'), context.clock().getTime());
  const language = attempt?.language ?? languageOf(request);
  const headers = new Headers({ 'Set-Cookie': forgetAttempt(context.config) });
  const proven = await oidcSignIn.identify(request, context);
  const signedIn = proven.ok ? await signIn(request, context, proven.value) : proven;
  if (!signedIn.ok) {
    // They are who they are; it is this portal that does not know them.
    const { code } = proven.ok ? { code: 'sign-in-no-access' as const } : signedIn.refusal;
    const query = new URLSearchParams({ refused: code });
    if (attempt?.returnPath) query.set('return', attempt.returnPath);
    return redirect(`${paths(language).signIn()}?${query}`, { headers });
  }
  const { actor, cookie } = signedIn.value;
  headers.append('Set-Cookie', cookie);
  return redirect(attempt?.returnPath ?? startPage(actor, language), { headers });
}
