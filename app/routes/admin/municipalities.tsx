import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MunicipalitiesPage } from '~/app/admin/municipalities-page';
import { readMunicipalityQuery } from '~/app/admin/municipalities-query';
import { requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { municipalityOverviewTexts } from '~/app/i18n/municipality-overview';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { listMunicipalityRows } from '~/db/municipality-overview';
import { copenhagenDay } from '~/workflows/day';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(municipalityOverviewTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'coordinator', 'auditor');
  const query = readMunicipalityQuery(new URL(request.url));
  return { query, page: await listMunicipalityRows(context.db, copenhagenDay(context.now()), query) };
}

export default function Municipalities() {
  return <MunicipalitiesPage {...useLoaderData<typeof loader>()} />;
}
