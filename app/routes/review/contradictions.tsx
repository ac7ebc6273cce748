import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import { ContradictForm } from '~/app/disputes/contradict-form';
import { loadContradictable } from '~/app/disputes/contradictable.server';
import { loadDisputes, readDone, takeDisputeStep } from '~/app/disputes/dispute-view.server';
import { DisputesPage } from '~/app/disputes/disputes-page';
import { disputeWorkTexts } from '~/app/i18n/disputes';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { statusOf, textsOf } from '~/app/review/refused.server';
import { contradict } from '~/db/contradictions';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(disputeWorkTexts, language)('municipalityTitle'),
  breadcrumbs: (args) => reviewCrumbs(args),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireReviewer(request, context);
  const { searchParams } = new URL(request.url);
  const slug = searchParams.get('product') ?? '';
  return {
    ...(await loadDisputes(context, actor, 'municipality')),
    done: readDone(request),
    chosen: slug === '' ? undefined : await loadContradictable(context, slug),
  };
}

/** Begins a contradiction (`step=contradict`, `product`, `interface`, `text`), or takes a step in one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context);
  const typed = textsOf(await readForm(request));
  const doneAt = (done: string) => paths(languageOf(request)).review.contradictions({ done });
  if (typed.step !== 'contradict') return takeDisputeStep(context, actor, typed, doneAt);
  const { product: slug = '', interface: interfaceId = '', text = '' } = typed;
  const input = { slug, interfaceId, text: text.replaceAll('\r\n', '\n') };
  const begun = await contradict(context.db, { actor, now: context.now() }, input);
  if (begun.ok) return redirect(doneAt('contradict'), 303);
  if (begun.refusal.code === 'not-found') throw notFound();
  return data({ refusal: begun.refusal, typed }, statusOf(begun.refusal));
}

export default function Contradictions() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts(disputeWorkTexts);
  const to = usePaths();
  return (
    <>
      <DisputesPage view={view} refused={refused}>
        {view.chosen && <ContradictForm chosen={view.chosen} refused={refused} />}
      </DisputesPage>
      <p>
        <a href={to.review.attestations()}>{t('contradictFind')}</a>
      </p>
    </>
  );
}
