import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import { calibrationTexts } from '~/app/i18n/calibration';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { CalibrationPage } from '~/app/review/calibration-page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { statusOf, textsOf } from '~/app/review/refused.server';
import { loadNames } from '~/app/review/section-view.server';
import { findBlindSection, finishCalibration } from '~/db/calibration';
import { copenhagenDay } from '~/workflows/day';
import { verdictKinds } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ data: { section }, language }) =>
    translator(calibrationTexts, language)('about', {
      section: section.title[language],
      product: section.productName,
    }),
  breadcrumbs: (args) => [
    ...reviewCrumbs(args),
    { label: translator(calibrationTexts, args.language)('title'), href: args.paths.review.calibrations() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  const section = await findBlindSection(context.db, actor, params.calibration ?? '');
  if (!section) throw notFound();
  return { section, today: copenhagenDay(context.now()), ...(await loadNames(context)) };
}

/** Ends the blind review with a verdict on each answer (`kind:<question>`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  const typed = textsOf(await readForm(request));
  const kinds = new Map(
    Object.entries(typed).flatMap(([name, value]) => {
      const kind = verdictKinds.find((each) => each === value);
      return name.startsWith('kind:') && kind ? [[name.slice('kind:'.length), kind] as const] : [];
    }),
  );
  const input = { id: params.calibration ?? '', kinds };
  const done = await finishCalibration(context.db, { actor, now: context.now() }, input);
  if (done.ok) return redirect(paths(languageOf(request)).review.calibrations({ done: true }), 303);
  if (done.refusal.code === 'not-found') throw notFound();
  return data({ refusal: done.refusal, typed }, statusOf(done.refusal));
}

export default function Calibration() {
  return <CalibrationPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
