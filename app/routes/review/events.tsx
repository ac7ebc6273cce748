import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { page } from '~/app/page';
import { CasePage } from '~/app/review/case-page';
import { loadCaseView } from '~/app/review/case-view.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { sendEventOfForm } from '~/app/review/send-event.server';

export const handle = page<typeof loader>({
  title: ({ data }) => data.reviewed.product.name,
  breadcrumbs: (args) => reviewCrumbs(args),
});

/** Whoever comes to the address of the form sees the case. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadCaseView(request, context, params.case);
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return sendEventOfForm(request, context, params.case);
}

export default function Events() {
  return <CasePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
