import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textsView } from '~/app/admin/texts.server';
import { TextsPage } from '~/app/admin/texts-page';
import { requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { portalTextsTexts } from '~/app/i18n/portal-texts';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(portalTextsTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(request, context, 'coordinator', 'auditor');
  return { groups: await textsView(context, languageOf(request)) };
}

export default function Texts() {
  return <TextsPage groups={useLoaderData<typeof loader>().groups} />;
}
