import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { page } from '~/app/page';
import { CasePage } from '~/app/review/case-page';
import { loadCaseView } from '~/app/review/case-view.server';
import { reviewCrumbs } from '~/app/review/crumbs';

export const handle = page<typeof loader>({
  title: ({ data }) => data.reviewed.product.name,
  breadcrumbs: (args) => reviewCrumbs(args),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadCaseView(request, context, params.case);
}

export default function Case() {
  return <CasePage view={useLoaderData<typeof loader>()} />;
}
