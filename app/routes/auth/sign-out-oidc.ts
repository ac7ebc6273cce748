import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { endOidc, oidcSignIn } from '~/app/auth/oidc.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';

/** `GET /sign-out/oidc`: to the OpenID provider, which asks whether to sign out there as well. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!oidcSignIn.isOffered(context.config)) throw notFound();
  const language = languageOf(request);
  const ended = await endOidc(context, language);
  if (ended.ok) return redirect(ended.value);
  return redirect(`${paths(language).signIn()}?${new URLSearchParams({ refused: ended.refusal.code })}`);
}
