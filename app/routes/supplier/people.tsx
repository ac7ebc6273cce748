import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { changePeople } from '~/app/people/change-people.server';
import { PeoplePage, peopleDone } from '~/app/people/people-page';
import { peopleView } from '~/app/people/people-view.server';
import { readForm } from '~/app/read-form.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(supplierPeopleTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const asked = new URL(request.url).searchParams;
  const open = { person: asked.get('person'), product: asked.get('product') };
  const done = peopleDone.find((each) => each === asked.get('done')) ?? null;
  return { view: await peopleView(context.db, actor, context.now(), open), done };
}

/** `act` says what: invite, resend, withdraw, roles, end, stewards. Whoever leaves goes to the front page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const form = await readForm(request);
  const language = languageOf(request);
  const outcome = await changePeople(context, { actor, now: context.now() }, form, language);
  if ('refused' in outcome) return data(outcome.refused, outcome.code === 'role-required' ? 403 : 400);
  if (outcome.done === 'ended' && form.get('person') === actor.personId) return redirect(paths(language).home(), 303);
  return redirect(paths(language).supplier.people({ done: outcome.done }), 303);
}

export default function People() {
  const { view, done } = useLoaderData<typeof loader>();
  return <PeoplePage view={view} done={done} refused={useActionData<typeof action>()} />;
}
