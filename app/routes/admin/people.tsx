import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { choicesFor, readChosenRole, refusedPerson, requirePeopleReader } from '~/app/admin/people.server';
import { PeoplePage } from '~/app/admin/people-page';
import { requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { addPersonAs, listPeopleFor } from '~/db/people-administration';
import { languages } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(peopleAdministrationTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePeopleReader(request, context);
  const asked = new URL(request.url).searchParams;
  const page = Number(asked.get('page') ?? 1);
  const query = {
    search: (asked.get('q') ?? '').trim().slice(0, 200),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
  return { query, ...(await listPeopleFor(context.db, actor, query)), ...(await choicesFor(actor, context)) };
}

/** Adds somebody with a first role. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'municipal-admin');
  const typed = textsOf(await readForm(request));
  const language = languageOf(request);
  const chosen = readChosenRole(typed);
  if (!chosen) return refusedPerson({ code: 'membership-unknown' }, typed, language);
  const result = await addPersonAs(
    context.db,
    { actor, now: context.now() },
    {
      name: typed.name ?? '',
      email: typed.email ?? '',
      language: languages.find((each) => each === typed.language) ?? 'da',
      chosen,
    },
  );
  if (!result.ok) return refusedPerson(result.refusal, typed, language);
  return redirect(withQuery(paths(language).admin.person(result.value.id), { done: 'added' }), 303);
}

export default function People() {
  return <PeoplePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
