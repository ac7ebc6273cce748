import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { reviewCrumbs } from '~/app/review/crumbs';
import { requireReading } from '~/app/review/reviewed-case.server';
import { saveVerdictsOfForm } from '~/app/review/save-verdicts.server';
import { SectionPage } from '~/app/review/section-page';
import { loadSectionView } from '~/app/review/section-view.server';

/** `?section=` says which section's form it is, so that the form can come back with what was typed. */
const sectionOf = (request: Request): string | null => new URL(request.url).searchParams.get('section');

export const handle = page<typeof loader>({
  title: ({ data, language }) => data.page.section.title[language],
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
  scripts: true,
  wide: true,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const sectionId = sectionOf(request);
  if (sectionId === null) {
    const { reviewed } = await requireReading(request, context, params.case);
    throw redirect(paths(languageOf(request)).review.case(reviewed.id));
  }
  return loadSectionView(request, context, { caseId: params.case, sectionId });
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return saveVerdictsOfForm(request, context, { caseId: params.case, sectionId: sectionOf(request) });
}

export default function Verdicts() {
  return <SectionPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
