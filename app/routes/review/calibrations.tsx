import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import { calibrationTexts } from '~/app/i18n/calibration';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { CalibrationsPage } from '~/app/review/calibrations-page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { statusOf, textsOf } from '~/app/review/refused.server';
import { listDrawnSections, listOwnCalibrations, takeCalibration } from '~/db/calibration';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(calibrationTexts, language)('title'),
  breadcrumbs: (args) => reviewCrumbs(args),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  return {
    drawn: await listDrawnSections(context.db, actor),
    own: await listOwnCalibrations(context.db, actor),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

/** Takes a drawn section (`submission`, `section`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  const { submission: submissionId = '', section: sectionId = '' } = textsOf(await readForm(request));
  const taken = await takeCalibration(context.db, { actor, now: context.now() }, { submissionId, sectionId });
  if (taken.ok) return redirect(paths(languageOf(request)).review.calibration(taken.value.id), 303);
  if (taken.refusal.code === 'not-found') throw notFound();
  return data({ refusal: taken.refusal }, statusOf(taken.refusal));
}

export default function Calibrations() {
  return <CalibrationsPage view={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
