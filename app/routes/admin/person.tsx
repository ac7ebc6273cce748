import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { choicesFor, readChosenRole, refusedPerson, requirePeopleReader } from '~/app/admin/people.server';
import { PersonPage } from '~/app/admin/person-page';
import { notFound, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { peopleAdministrationTexts } from '~/app/i18n/people-administration';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import type { Db } from '~/db/client';
import { listCompetencesFor, listKnowableSections, setCompetence } from '~/db/competences';
import {
  type AdministrationRefusal,
  endPersonAs,
  endRoleAs,
  findPersonFor,
  giveRoleAs,
} from '~/db/people-administration';
import type { Acting } from '~/workflows/actor';
import { type Result, refuse } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ data }) => data?.person.name ?? '',
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(peopleAdministrationTexts, language)('title'), href: to.admin.people() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePeopleReader(request, context);
  const person = await findPersonFor(context.db, actor, params.person ?? '');
  if (!person) throw notFound();
  const done = (['added', 'done'] as const).find((each) => each === new URL(request.url).searchParams.get('done'));
  const competences = await listCompetencesFor(context.db, actor, person.id);
  const sections = competences.length === 0 ? [] : await listKnowableSections(context.db);
  return { person, competences, sections, done: done ?? null, ...(await choicesFor(actor, context)) };
}

/**
 * Gives a role (`act=give-role`), ends one (`act=end-role`), says what the person knows in a `municipality`
 * (`act=competence`, `section` for each), or closes the door (`act=end`).
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'municipal-admin');
  const personId = params.person ?? '';
  if (!(await findPersonFor(context.db, actor, personId))) throw notFound();
  const form = await readForm(request);
  const typed = textsOf(form);
  const chosen = form.getAll('section').filter((each) => typeof each === 'string');
  const language = languageOf(request);
  const result = await perform(context.db, { actor, now: context.now() }, personId, { typed, chosen });
  if (!result.ok) return refusedPerson(result.refusal, typed, language, chosen);
  return redirect(withQuery(paths(language).admin.person(personId), { done: 'done' }), 303);
}

async function perform(
  db: Db,
  acting: Acting,
  personId: string,
  { typed, chosen: sectionIds }: { typed: Readonly<Record<string, string>>; chosen: readonly string[] },
): Promise<Result<null, AdministrationRefusal>> {
  if (typed.act === 'end') return endPersonAs(db, acting, { personId });
  if (typed.act === 'end-role') return endRoleAs(db, acting, { personId, membershipId: typed.membership ?? '' });
  if (typed.act === 'competence') {
    return setCompetence(db, acting, { personId, municipalityCode: typed.municipality ?? '', sectionIds });
  }
  const chosen = readChosenRole(typed);
  return chosen ? giveRoleAs(db, acting, { personId, chosen }) : refuse('membership-unknown');
}

export default function PersonRoute() {
  return <PersonPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
