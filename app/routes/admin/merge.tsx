import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MergePage } from '~/app/admin/merge-page';
import { notFound, requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { mergeTexts } from '~/app/i18n/merges';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { listChanges, undoChange } from '~/db/registry/changes';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ data: view, language }) => translator(mergeTexts, language)('mergedInto', view.change),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(mergeTexts, language)('title'), href: to.admin.merges() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const [change] = await listChanges(context.db, params.change ?? '');
  if (!change) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  return {
    change,
    mayChange: hasRole(actor, 'coordinator'),
    done: done === 'done' || done === 'undone' ? (done as 'done' | 'undone') : null,
  };
}

/** Undoes it, with a reason and a tick. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const changeId = params.change ?? '';
  const input = { changeId, reason: typed.reason ?? '', confirmed: typed.confirmed === '1' };
  const done = await undoChange(context.db, { actor, now: context.now() }, input);
  if (done.ok) return redirect(paths(languageOf(request)).admin.merge(changeId, { done: 'undone' }), 303);
  if (done.refusal.code === 'not-found') throw notFound();
  return data({ refusal: done.refusal, typed }, done.refusal.code.startsWith('registry-undo') ? 409 : 400);
}

export default function Merge() {
  return <MergePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
