import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QuestionnairesPage } from '~/app/admin/questionnaires-page';
import { questionnairesView } from '~/app/admin/questionnaires-view.server';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { publishDraft } from '~/db/questionnaire-drafts';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(questionnaireVersionTexts, language)('adminTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const published = new URL(request.url).searchParams.get('published');
  return {
    view: await questionnairesView(context.db, actor),
    published: published && /^\d+\.\d+$/.test(published) ? published : null,
  };
}

/** Publishes the draft `slug` `version` that was seen with this `hash`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { slug = '', version = '', hash = '' } = textsOf(await readForm(request));
  const done = await publishDraft(context.db, { actor, now: context.now() }, { slug, version, hash });
  if (!done.ok) return data({ refusal: done.refusal }, { status: 409 });
  return redirect(paths(languageOf(request)).admin.questionnaires({ published: version }), 303);
}

export default function Questionnaires() {
  return (
    <QuestionnairesPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal ?? null} />
  );
}
