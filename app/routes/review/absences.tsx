import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import { absencesTexts } from '~/app/i18n/absences';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { AbsencesPage } from '~/app/review/absences-page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { textsOf } from '~/app/review/refused.server';
import { addAbsence, endAbsence, listAbsences, listColleaguesWhoReview } from '~/db/absences';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(absencesTexts, language)('title'),
  breadcrumbs: (args) => reviewCrumbs(args),
});

/** The reader's own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  return {
    absences: await listAbsences(context.db, copenhagenDay(context.now()), [actor.personId]),
    colleagues: await listColleaguesWhoReview(context.db, { actor }),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

/** Registers (`act=add`) an absence, or takes it back (`act=end`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const { act, id = '', startsOn = '', endsOn = '', substituteId = '' } = typed;
  if (act === 'end') {
    if (!(await endAbsence(context.db, acting, { id })).ok) throw notFound();
  } else {
    const input = { startsOn, endsOn, substituteId: substituteId || null };
    const added = await addAbsence(context.db, acting, input);
    if (!added.ok) return data({ refusal: added.refusal, typed }, 400);
  }
  return redirect(paths(languageOf(request)).review.absences({ done: true }), 303);
}

export default function Absences() {
  return <AbsencesPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
