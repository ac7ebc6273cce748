import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { threadTexts } from '~/app/i18n/threads';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { reviewCrumbs } from '~/app/review/crumbs';
import { requireReading } from '~/app/review/reviewed-case.server';
import { sendThreadForm } from '~/app/threads/thread-form.server';
import { ThreadPage } from '~/app/threads/thread-page';
import { loadThreadView } from '~/app/threads/thread-view.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(threadTexts, language)('title'),
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
  wide: true,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, reviewed } = await requireReading(request, context, params.case);
  const about = { caseId: reviewed.id, questionKey: params.question ?? '' };
  return { reviewed, ...(await loadThreadView(request, context, actor, about)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, reviewed } = await requireReading(request, context, params.case);
  const questionKey = params.question ?? '';
  const address = paths(languageOf(request)).review.thread(reviewed.id, questionKey);
  const acting = { actor, now: context.now() };
  return sendThreadForm(request, context, acting, { caseId: reviewed.id, questionKey, address });
}

export default function Thread() {
  return <ThreadPage view={useLoaderData<typeof loader>().view} refused={useActionData<typeof action>()} />;
}
