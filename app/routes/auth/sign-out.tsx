import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/app/auth/session.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { problemResponse } from '~/app/server/problem-page';

export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await signOut(request, context);
  return redirect(`${paths(languageOf(request)).signIn()}?signed-out=1`, { headers: { 'Set-Cookie': cookie } });
}

/** A link that something opens by itself must not sign anybody out. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return problemResponse('method', new URL(request.url).pathname, context.requestId, { headers: { Allow: 'POST' } });
}
