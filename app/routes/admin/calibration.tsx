import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CalibrationAdminPage } from '~/app/admin/calibration-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { calibrationTexts } from '~/app/i18n/calibration';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { changeCalibrationSettings, getCalibrationSettings, listAgreement } from '~/db/calibration';
import { listCalibrationTasks } from '~/db/calibration-tasks';
import { hasRole } from '~/workflows/actor';
import { leastPairs } from '~/workflows/calibration-task';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(calibrationTexts, language)('adminTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return {
    settings: await getCalibrationSettings(context.db),
    questions: await listAgreement(context.db),
    tasks: await listCalibrationTasks(context.db),
    least: leastPairs,
    mayChange: hasRole(actor, 'coordinator'),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

/** Sets how much is reviewed twice and which agreement is low (`share`, `threshold`, `version`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const input = {
    sharePercent: Number(typed.share || Number.NaN),
    thresholdPercent: Number(typed.threshold || Number.NaN),
    expectedVersion: versionOf(typed),
  };
  const done = await changeCalibrationSettings(context.db, { actor, now: context.now() }, input);
  if (done.ok) return redirect(paths(languageOf(request)).admin.calibration({ done: true }), 303);
  return data({ refusal: done.refusal, typed }, done.refusal.code === 'settings-have-moved' ? 409 : 400);
}

export default function Calibration() {
  return <CalibrationAdminPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
