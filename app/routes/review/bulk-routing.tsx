import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/app/auth/actor.server';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { readForm } from '~/app/read-form.server';
import { readChosenCases, tellRouted } from '~/app/review/bulk-routing.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { InboxPage, type SentForm } from '~/app/review/inbox-page';
import { loadInboxView } from '~/app/review/inbox-view.server';
import { routeCases } from '~/db/cases/routing';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('view_routing'),
  breadcrumbs: (args) => reviewCrumbs(args),
  wide: true,
  // Its keys.
  scripts: true,
});

/** Whoever comes to the address of the form sees what waits. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return loadInboxView(request, context, 'routing');
}

/** Routes the ticked cases (`case`) to one municipality, each for itself. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'lead-reviewer');
  const form = await readForm(request);
  const municipalityCode = String(form.get('municipalityCode') ?? '');
  const chosen = readChosenCases(form);
  const refused: SentForm['refused'] = [
    ...(chosen.length === 0 ? [{ field: 'cases' as const, refusal: { code: 'no-cases-chosen' } }] : []),
    ...(/^\d{4}$/.test(municipalityCode)
      ? []
      : [{ field: 'municipalityCode' as const, refusal: { code: 'municipality-needed' } }]),
  ];
  const typed = { municipalityCode, cases: form.getAll('case').map(String) };
  if (refused.length > 0) return data<SentForm>({ refused, result: null, typed }, 400);
  const acting = { actor, now: context.now() };
  const results = await routeCases(
    context.db,
    acting,
    chosen.map((each) => ({ ...each, municipalityCode })),
  );
  const result = await tellRouted(context, results);
  return data<SentForm>({ refused: [], result, typed: {} }, result.refused.length > 0 ? 409 : 200);
}

export default function BulkRouting() {
  return <InboxPage view={useLoaderData<typeof loader>()} routed={useActionData<typeof action>()} />;
}
