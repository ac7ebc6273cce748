import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mergeFieldsOf } from '~/app/admin/merges.server';
import { MergesPage } from '~/app/admin/merges-page';
import { requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { mergeTexts } from '~/app/i18n/merges';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { listChanges } from '~/db/registry/changes';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(mergeTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return {
    changes: await listChanges(context.db),
    fields: mergeFieldsOf(new URL(request.url).searchParams),
    mayChange: hasRole(actor, 'coordinator'),
  };
}

export default function Merges() {
  return <MergesPage view={useLoaderData<typeof loader>()} />;
}
