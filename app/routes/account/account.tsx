import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { accountView, changeOwn } from '~/app/account/account.server';
import { AccountPage, type RefusedAccount } from '~/app/account/account-page';
import { requireActor } from '~/app/auth/actor.server';
import { accountTexts } from '~/app/i18n/account';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(accountTexts, language)('title'),
  scripts: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = new URL(request.url).searchParams.get('done');
  const done = (['saved', 'chosen', 'ended'] as const).find((each) => each === asked) ?? null;
  return { view: await accountView(request, context, actor), done };
}

/** `act` says what: details, organisation, end-sessions. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await readForm(request.clone());
  const language = languageOf(request);
  const result = await changeOwn(request, context, actor, form);
  if (result.ok) return redirect(paths(language).account({ done: result.value }), 303);
  const { code } = result.refusal;
  const field = code === 'name-not-valid' ? 'name' : code === 'not-found' ? 'organisation' : null;
  const refused: RefusedAccount = {
    errors: [{ field, message: refusalSentence(result.refusal, language) }],
    name: field === 'name' ? String(form.get('name') ?? '') : null,
  };
  return data(refused, 400);
}

export default function Account() {
  const { view, done } = useLoaderData<typeof loader>();
  return <AccountPage view={view} done={done} refused={useActionData<typeof action>()} />;
}
