import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MunicipalityPage } from '~/app/admin/municipality-page';
import { notFound, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { municipalityOverviewTexts } from '~/app/i18n/municipality-overview';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { findMunicipalityPage } from '~/db/municipality-overview';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ data: { view } }) => view.name,
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(municipalityOverviewTexts, language)('title'), href: to.admin.municipalities() },
  ],
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'coordinator', 'auditor');
  const view = await findMunicipalityPage(context.db, copenhagenDay(context.now()), params.municipality ?? '');
  if (!view) throw notFound();
  return { view };
}

export default function Municipality() {
  return <MunicipalityPage view={useLoaderData<typeof loader>().view} />;
}
