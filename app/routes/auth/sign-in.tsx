import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findActor } from '~/app/auth/actor.server';
import { demoIdentityOf, demoPeople, demoSignIn } from '~/app/auth/demo.server';
import { providerName, signedOutThere } from '~/app/auth/oidc.server';
import { safeReturnPath, startPage } from '~/app/auth/return-path';
import { signInRefusals } from '~/app/auth/sign-in-method';
import { type DemoPersonCard, SignIn, type SignInNotice } from '~/app/components/sign-in';
import { authTexts } from '~/app/i18n/auth';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { type ListedPerson, listPeople } from '~/db/people';

export const handle = page({ title: ({ language }) => translator(authTexts, language)('title') });

/** The ways of signing in. Who is signed in already is shown where their work is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const returnPath = safeReturnPath(searchParams.get('return'));
  const actor = await findActor(request, context);
  if (actor) throw redirect(returnPath ?? startPage(actor, languageOf(request)));
  const isDemo = demoSignIn.isOffered(context.config);
  return {
    demoPeople: isDemo ? cardsOf(await listPeople(context.db, { provider: demoSignIn.id })) : null,
    provider: context.config.oidc && providerName(context.config.oidc),
    returnPath,
    refused: signInRefusals.find((code) => code === searchParams.get('refused')) ?? null,
    notice: noticeOf(searchParams),
  };
}

function noticeOf(search: URLSearchParams): SignInNotice | null {
  if (search.has('accepted')) return 'accepted';
  if (search.has('signed-out')) return 'signedOut';
  if (search.get('state') === signedOutThere) return 'signedOutThere';
  return search.has('return') ? 'signInFirst' : null;
}

/** In the order of the list that scripts know; then those who came by an invitation. */
function cardsOf(people: readonly ListedPerson[]): DemoPersonCard[] {
  const subjectsOf = ({ id, identities }: ListedPerson) => identities.map(({ subject }) => ({ id, subject }));
  const others = people
    .flatMap(subjectsOf)
    .filter(({ id, subject }) => subject === demoIdentityOf(id).subject)
    .map(({ subject }) => subject);
  return [...demoPeople, ...others].flatMap((person) => {
    const found = people.find(({ identities }) => identities.some(({ subject }) => subject === person));
    const [membership] = found?.memberships ?? [];
    return found && membership ? [{ person, name: found.name, ...membership }] : [];
  });
}

export default function SignInPage() {
  return <SignIn {...useLoaderData<typeof loader>()} />;
}
