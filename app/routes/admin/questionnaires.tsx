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
import { openHearing } from '~/db/hearings';
import { publishDraft } from '~/db/questionnaire-drafts';
import { copenhagenDay } from '~/workflows/day';
import { listHearingGaps } from '~/workflows/hearing';

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
    view: await questionnairesView(context.db, actor, context.now()),
    published: published && /^\d+\.\d+$/.test(published) ? published : null,
  };
}

/** Publishes the draft `slug` `version` that was seen with this `hash`, or sends it to a hearing (`act=hear`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const { act, slug = '', version = '', hash = '', closesOn = '', introduction = '' } = typed;
  const acting = { actor, now: context.now() };
  if (act === 'hear') {
    const gaps = listHearingGaps({ closesOn, introduction }, copenhagenDay(acting.now));
    if (gaps.length > 0) return data({ refusal: null, gaps, typed }, { status: 400 });
    const opened = await openHearing(context.db, acting, { slug, version, hash, closesOn, introduction });
    if (!opened.ok) return data({ refusal: opened.refusal, gaps: [], typed }, { status: 400 });
    return redirect(paths(languageOf(request)).admin.hearing(opened.value.hearingId, { done: 'opened' }), 303);
  }
  const done = await publishDraft(context.db, acting, { slug, version, hash });
  if (!done.ok) return data({ refusal: done.refusal, gaps: [], typed }, { status: 409 });
  return redirect(paths(languageOf(request)).admin.questionnaires({ published: version }), 303);
}

export default function Questionnaires() {
  return <QuestionnairesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
