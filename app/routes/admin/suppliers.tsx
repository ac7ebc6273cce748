import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerRequest, loadRequests } from '~/app/access/access-view.server';
import { OrphansPage } from '~/app/access/orphans-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { accessWorkTexts } from '~/app/i18n/access';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { listOrphanedProducts, listOrphanedSuppliers } from '~/db/stewards';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(accessWorkTexts, language)('adminTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return {
    requests: await loadRequests(context.db),
    suppliers: await listOrphanedSuppliers(context.db),
    products: await listOrphanedProducts(context.db),
    mayAnswer: hasRole(actor, 'coordinator'),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  return answerRequest(context, actor, typed, paths(languageOf(request)).admin.suppliers({ done: true }));
}

export default function OrphanedSuppliers() {
  return <OrphansPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
