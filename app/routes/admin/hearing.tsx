import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HearingPage } from '~/app/admin/hearing-page';
import { hearingView } from '~/app/admin/hearing-view.server';
import { notFound, requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { hearingWorkTexts } from '~/app/i18n/hearings';
import { languageOf } from '~/app/i18n/language';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { answerComment } from '~/db/hearing-comments';
import { endHearing } from '~/db/hearings';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ data: { view }, language }) =>
    translator(hearingWorkTexts, language)('title', { version: view.hearing.version }),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(questionnaireVersionTexts, language)('adminTitle'), href: to.admin.questionnaires() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const view = await hearingView(context.db, params.hearing ?? '', context.now());
  if (!view) throw notFound();
  return {
    view,
    mayAnswer: hasRole(actor, 'coordinator'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/** Answers (`act=answered`) or closes (`act=closed`) a comment, or ends the hearing (`act=end`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const hearingId = params.hearing ?? '';
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const { act, comment: commentId = '', answer = '' } = typed;
  const step = { commentId, expectedVersion: versionOf(typed), answer };
  const done =
    act === 'answered' || act === 'closed'
      ? await answerComment(context.db, acting, { ...step, as: act })
      : await endHearing(context.db, acting, { hearingId });
  if (done.ok) return redirect(paths(languageOf(request)).admin.hearing(hearingId, { done: act ?? 'end' }), 303);
  if (done.refusal.code === 'not-found') throw notFound();
  return data({ refusal: done.refusal, typed }, done.refusal.code === 'comment-answer' ? 400 : 409);
}

export default function Hearing() {
  return <HearingPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
