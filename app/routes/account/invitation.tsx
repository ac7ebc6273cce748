import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { invitationTexts } from '~/app/i18n/invitation';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { acceptByLink, invitationView } from '~/app/people/invitation.server';
import { InvitationPage, type RefusedInvitation } from '~/app/people/invitation-page';
import { readForm } from '~/app/read-form.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(invitationTexts, language)('title'),
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = params.token ?? '';
  const view = await invitationView(request, context, token);
  return data({ view, token }, view.kind === 'ended' ? 404 : 200);
}

/** Says yes to the invitation. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const name = String((await readForm(request.clone())).get('name') ?? '');
  const language = languageOf(request);
  const accepted = await acceptByLink(request, context, { token, name });
  if (!accepted.ok) {
    const message = refusalSentence(accepted.refusal, language);
    const refused: RefusedInvitation = { error: { field: 'name', message }, name };
    return data(refused, accepted.refusal.code === 'name-not-valid' ? 400 : 409);
  }
  const to = paths(language);
  const { isSignedIn, cookie } = accepted.value;
  if (!isSignedIn) return redirect(withQuery(to.signIn(), { accepted: true, return: to.supplier.home() }), 303);
  return redirect(to.supplier.home(), { status: 303, headers: cookie === null ? {} : { 'Set-Cookie': cookie } });
}

export default function Invitation() {
  const { view, token } = useLoaderData<typeof loader>();
  return <InvitationPage view={view} token={token} refused={useActionData<typeof action>()} />;
}
