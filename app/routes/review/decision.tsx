import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { DecisionPage } from '~/app/review/decision-page';
import { loadDecisionView } from '~/app/review/decision-view.server';
import { sendEventOfForm } from '~/app/review/send-event.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('decisionTitle'),
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadDecisionView(request, context, params.case);
}

/** `propose`, `confirm` and `return`; any other event of the case works here too, since the machine judges it. */
export function action({ request, context, params }: ActionFunctionArgs) {
  return sendEventOfForm(request, context, params.case);
}

export default function Decision() {
  return <DecisionPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
