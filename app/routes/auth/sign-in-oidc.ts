import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { beginOidc, oidcSignIn } from '~/app/auth/oidc.server';
import { safeReturnPath } from '~/app/auth/return-path';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';

/** `GET /sign-in/oidc?return=…`: to the OpenID provider. Not a form: its answer would be a redirect to another site. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!oidcSignIn.isOffered(context.config)) throw notFound();
  const language = languageOf(request);
  const returnPath = safeReturnPath(new URL(request.url).searchParams.get('return'));
  const begun = await beginOidc(context, { language, returnPath });
  if (!begun.ok) return redirect(`${paths(language).signIn()}?${new URLSearchParams({ refused: begun.refusal.code })}`);
  return redirect(begun.value.location, { headers: { 'Set-Cookie': begun.value.cookie } });
}
