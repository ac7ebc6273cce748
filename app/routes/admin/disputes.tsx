import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { loadDisputes, readDone, takeDisputeStep } from '~/app/disputes/dispute-view.server';
import { DisputesPage } from '~/app/disputes/disputes-page';
import { adminTexts } from '~/app/i18n/admin';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(disputeWorkTexts, language)('adminTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return { ...(await loadDisputes(context, actor, 'portal')), done: readDone(request) };
}

/** Takes a step: see takeDisputeStep. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const doneAt = (done: string) => paths(languageOf(request)).admin.disputes({ done });
  return takeDisputeStep(context, actor, typed, doneAt);
}

export default function Disputes() {
  return <DisputesPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
