import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { page } from '~/app/page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { SectionPage } from '~/app/review/section-page';
import { loadSectionView } from '~/app/review/section-view.server';

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.page.section.title[language],
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
  scripts: true,
  wide: true,
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadSectionView(request, context, { caseId: params.case, sectionId: params.section });
}

export default function Section() {
  return <SectionPage view={useLoaderData<typeof loader>()} />;
}
