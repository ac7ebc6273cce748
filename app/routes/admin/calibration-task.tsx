import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CalibrationTaskPage } from '~/app/admin/calibration-task-page';
import { notFound, requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { calibrationTexts } from '~/app/i18n/calibration';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { statusOf, textsOf, versionOf } from '~/app/review/refused.server';
import { closeCalibrationTask, findCalibrationTask } from '~/db/calibration-tasks';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ data: { task }, language }) => task.text?.[language] ?? task.questionId,
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(calibrationTexts, language)('title'), href: to.admin.calibration() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const task = await findCalibrationTask(context.db, params.task ?? '');
  if (!task) throw notFound();
  return {
    task,
    mayClose: hasRole(actor, 'coordinator'),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

/** Closes the task (`outcome`, `note`, `version`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const taskId = params.task ?? '';
  const typed = textsOf(await readForm(request));
  const { outcome = '', note = '' } = typed;
  const input = { taskId, expectedVersion: versionOf(typed), outcome, note };
  const done = await closeCalibrationTask(context.db, { actor, now: context.now() }, input);
  if (done.ok) return redirect(paths(languageOf(request)).admin.calibrationTask(taskId, { done: true }), 303);
  if (done.refusal.code === 'not-found') throw notFound();
  return data({ refusal: done.refusal, typed }, statusOf(done.refusal));
}

export default function CalibrationTask() {
  return <CalibrationTaskPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
