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
import { assignCases } from '~/db/cases/assign';
import { routeCases } from '~/db/cases/routing';
import type { Actor } from '~/workflows/actor';

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

/**
 * Routes the ticked cases (`case`) to one municipality (`municipalityCode`), or gives them to somebody who reviews there
 * (`act=assign`, `assignee`), each for itself.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'lead-reviewer');
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const [municipalityCode, assignee, isAssigned] = [
    text('municipalityCode'),
    text('assignee'),
    text('act') === 'assign',
  ];
  const chosen = readChosenCases(form);
  const wrong = isAssigned ? assigneeGap(actor, assignee, municipalityCode) : municipalityGap(municipalityCode);
  const refused: SentForm['refused'] = [
    ...(chosen.length === 0 ? [{ field: 'cases' as const, refusal: { code: 'no-cases-chosen' } }] : []),
    ...wrong,
  ];
  const typed = { municipalityCode, assignee, cases: form.getAll('case').map(String) };
  if (refused.length > 0) return data<SentForm>({ refused, result: null, typed }, 400);
  const acting = { actor, now: context.now() };
  const [code = '', personId = ''] = assignee.split(':');
  const results = isAssigned
    ? await assignCases(
        context.db,
        acting,
        chosen.map((each) => ({ ...each, municipalityCode: code, personId })),
      )
    : await routeCases(
        context.db,
        acting,
        chosen.map((each) => ({ ...each, municipalityCode })),
      );
  const result = { ...(await tellRouted(context, results)), isAssigned };
  // What could not be done stays chosen, so that it can be given to somebody else at once.
  const left = typed.cases.filter((each) => result.refused.some(({ caseId }) => each.startsWith(`${caseId}:`)));
  const again = left.length > 0 ? { ...typed, cases: left } : {};
  return data<SentForm>({ refused: [], result, typed: again }, left.length > 0 ? 409 : 200);
}

function municipalityGap(code: string): SentForm['refused'] {
  return /^\d{4}$/.test(code) ? [] : [{ field: 'municipalityCode', refusal: { code: 'municipality-needed' } }];
}

/** A lead reviewer gives cases to their own municipality alone. */
function assigneeGap(actor: Actor, assignee: string, municipalityCode: string): SentForm['refused'] {
  const field = 'assignee' as const;
  const [, code] = /^(\d{4}):[0-9a-f-]{36}$/.exec(assignee) ?? [];
  if (code === undefined) return [{ field, refusal: { code: 'assignee-needed' } }];
  if (!actor.roles.includes('coordinator') && code !== actor.municipalityCode) {
    return [{ field, refusal: { code: 'route-to-own-municipality-only' } }];
  }
  const isOther = municipalityCode !== '' && municipalityCode !== code;
  return isOther ? [{ field, refusal: { code: 'assignee-other-municipality' } }] : [];
}

export default function BulkRouting() {
  return <InboxPage view={useLoaderData<typeof loader>()} routed={useActionData<typeof action>()} />;
}
