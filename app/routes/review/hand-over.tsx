import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireReviewer } from '~/app/auth/actor.server';
import type { FieldProblem } from '~/app/components';
import type { PortalContext } from '~/app/context.server';
import { absencesTexts } from '~/app/i18n/absences';
import { languageOf } from '~/app/i18n/language';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { HandOverPage } from '~/app/review/hand-over-page';
import { type Refused, refusedBy, statusOf, textsOf, versionOf } from '~/app/review/refused.server';
import { requireReading } from '~/app/review/reviewed-case.server';
import { listColleaguesWhoReview } from '~/db/absences';
import { handOverSection, takeOverSection } from '~/db/cases/take-over';
import type { Acting } from '~/workflows/actor';
import type { Language } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(absencesTexts, language)('handOver'),
  breadcrumbs: (args) => reviewCrumbs(args, args.data.reviewed),
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, reviewed } = await requireReading(request, context, params.case);
  const section = reviewed.sections.find(({ id }) => id === params.section);
  if (!section) throw notFound();
  return { reviewed, section, colleagues: await listColleaguesWhoReview(context.db, { actor }) };
}

/** Gives one's own section to a colleague (`act=hand-over`), or takes another's (`act=take-over`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireReviewer(request, context, 'reviewer', 'lead-reviewer');
  const { reviewed } = await requireReading(request, context, params.case);
  const sectionId = params.section ?? '';
  const typed = textsOf(await readForm(request));
  const acting = { actor, now: context.now() };
  const seenVersion = versionOf(typed);
  const errors = typed.act === 'take-over' ? [] : missingIn(typed, languageOf(request));
  if (errors.length > 0) return data<Refused>({ refusal: null, errors, typed, missed: [] }, 400);
  const result = await passOn(context, acting, { caseId: reviewed.id, sectionId, expectedVersion: seenVersion }, typed);
  if (!result.ok) {
    const refused = await refusedBy(context, result.refusal, { caseId: reviewed.id, seenVersion, typed });
    return data(refused, statusOf(result.refusal));
  }
  const to = paths(languageOf(request)).review;
  const isTaken = typed.act === 'take-over';
  return redirect(
    isTaken
      ? withQuery(to.section(reviewed.id, sectionId), { done: 'taken-over' })
      : withQuery(to.case(reviewed.id), { done: 'handed-over' }),
    303,
  );
}

/** All that the form lacks, at once. */
function missingIn({ toId = '', note = '' }: Record<string, string>, language: Language): FieldProblem[] {
  const t = translator(absencesTexts, language);
  return [
    ...(toId === '' ? [{ field: 'toId', message: t('handOverToMissing') }] : []),
    ...(note.trim() === '' ? [{ field: 'note', message: t('handOverNoteMissing') }] : []),
  ];
}

function passOn(
  { db }: PortalContext,
  acting: Acting,
  section: { caseId: string; sectionId: string; expectedVersion: number },
  { act, toId = '', note = '' }: Record<string, string>,
) {
  return act === 'take-over'
    ? takeOverSection(db, acting, section)
    : handOverSection(db, acting, { ...section, toId, note });
}

export default function HandOver() {
  return <HandOverPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
