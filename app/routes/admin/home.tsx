import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdminHomePage } from '~/app/admin/home-page';
import { requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { listCalibrationTasks } from '~/db/calibration-tasks';
import { listInbox } from '~/db/cases/read-inbox';
import { verifyLog } from '~/db/log';
import { listPeopleByOrganisation, readPortalOverview } from '~/db/portal-overview';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(adminTexts, language)('homeTitle'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const query = { view: 'routing', sort: 'since', direction: 'ascending', search: '', page: 1 } as const;
  return {
    inbox: await listInbox(context.db, actor, query, context.now()),
    tasks: await listCalibrationTasks(context.db, 'open'),
    overview: await readPortalOverview(context.db),
    organisations: await listPeopleByOrganisation(context.db),
  };
}

/** Checks the log from its first row to its last; changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireRole(request, context, 'coordinator', 'auditor');
  return { log: await verifyLog(context.db) };
}

export default function AdminHome() {
  return <AdminHomePage view={useLoaderData<typeof loader>()} log={useActionData<typeof action>()?.log} />;
}
