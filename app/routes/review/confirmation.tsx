import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { DecisionPage } from '~/app/review/decision-page';
import { loadDecisionView } from '~/app/review/decision-view.server';
import { refusedBy, statusOf, textsOf } from '~/app/review/refused.server';
import { requireReading } from '~/app/review/reviewed-case.server';
import { undoConfirmation } from '~/db/confirmations';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('decisionTitle'),
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadDecisionView(request, context, params.case);
}

/** Takes back a confirmation that has not left (`act=undo`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, reviewed } = await requireReading(request, context, params.case);
  const typed = textsOf(await readForm(request));
  const form = { caseId: reviewed.id, seenVersion: reviewed.version, typed };
  if (typed.act !== 'undo') return data(await refusedBy(context, { code: 'request-not-understood' }, form), 400);
  const undone = await undoConfirmation(context.db, { actor, now: context.now() }, { caseId: reviewed.id });
  if (!undone.ok) return data(await refusedBy(context, undone.refusal, form), statusOf(undone.refusal));
  return redirect(withQuery(paths(languageOf(request)).review.decision(reviewed.id), { done: 'undone' }), 303);
}

export default function Confirmation() {
  return <DecisionPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
