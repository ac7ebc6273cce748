import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { demoSignIn } from '~/app/auth/demo.server';
import { safeReturnPath, startPage } from '~/app/auth/return-path';
import { signIn } from '~/app/auth/session.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { problemResponse } from '~/app/server/problem-page';

/** `POST /sign-in/demo` with the field `person` and, to come back to a page, `return`. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!demoSignIn.isOffered(context.config)) throw notFound();
  const to = paths(languageOf(request));
  const wanted = (await readForm(request.clone())).get('return');
  const identified = await demoSignIn.identify(request, context);
  const signedIn = identified.ok ? await signIn(request, context, identified.value) : identified;
  if (!signedIn.ok) return redirect(`${to.signIn()}?${new URLSearchParams({ refused: signedIn.refusal.code })}`);
  const { actor, cookie } = signedIn.value;
  const target = safeReturnPath(typeof wanted === 'string' ? wanted : null) ?? startPage(actor, languageOf(request));
  return redirect(target, { headers: { 'Set-Cookie': cookie } });
}

export function loader({ request, context }: LoaderFunctionArgs) {
  if (!demoSignIn.isOffered(context.config)) throw notFound();
  return problemResponse('method', new URL(request.url).pathname, context.requestId, { headers: { Allow: 'POST' } });
}
