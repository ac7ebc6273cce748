import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MergePreviewPage } from '~/app/admin/merge-preview-page';
import { listUnknownRefs, mergeFieldsOf, mergeRequestOf } from '~/app/admin/merges.server';
import { notFound, requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { mergeTexts } from '~/app/i18n/merges';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { makeChange, previewChange } from '~/db/registry/changes';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(mergeTexts, language)('preview'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(mergeTexts, language)('title'), href: to.admin.merges() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const fields = mergeFieldsOf(new URL(request.url).searchParams);
  const asked = mergeRequestOf(fields);
  if (!asked) throw notFound();
  const found = await previewChange(context.db, { actor, now: context.now() }, asked);
  const mayChange = hasRole(actor, 'coordinator');
  if (!found.ok) {
    const unknown = found.refusal.code === 'not-found' ? await listUnknownRefs(context.db, asked) : [];
    return { fields, plan: null, problem: found.refusal, unknown, mayChange };
  }
  const { steps: _, ...plan } = found.value;
  return { fields, plan, problem: null, unknown: [], mayChange };
}

/** Does what was previewed: with the preview's fingerprint, a reason, and a tick that it was read. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = mergeRequestOf(mergeFieldsOf(new URL(request.url).searchParams));
  if (!asked) throw notFound();
  const typed = textsOf(await readForm(request));
  const { fingerprint = '', reason = '', confirmed } = typed;
  const input = { request: asked, fingerprint, reason, confirmed: confirmed === '1' };
  const done = await makeChange(context.db, { actor, now: context.now() }, input);
  if (done.ok) return redirect(paths(languageOf(request)).admin.merge(done.value.changeId, { done: 'done' }), 303);
  return data({ refusal: done.refusal, typed }, done.refusal.code === 'registry-has-moved' ? 409 : 400);
}

export default function MergePreview() {
  return <MergePreviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
