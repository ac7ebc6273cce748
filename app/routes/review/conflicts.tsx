import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireReviewReader, requireRole } from '~/app/auth/actor.server';
import type { FieldProblem } from '~/app/components/error-summary';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { ConflictsPage } from '~/app/review/conflicts-page';
import { reviewCrumbs } from '~/app/review/crumbs';
import { statusOf, textsOf } from '~/app/review/refused.server';
import { declareConflict, endConflict, listConflicts } from '~/db/conflicts';
import { listSuppliers } from '~/db/suppliers';
import { hasRole } from '~/workflows/actor';
import type { Language } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reviewTexts, language)('conflictsTitle'),
  breadcrumbs: (args) => reviewCrumbs(args),
});

/** One's own declarations of conflicts of interest. `?supplier=` chooses a supplier in the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireReviewReader(request, context);
  const suppliers = (await listSuppliers(context.db)).filter(({ endedAt }) => endedAt === null);
  return {
    conflicts: await listConflicts(context.db, actor.personId),
    suppliers: suppliers.map(({ id, name, cvr }) => ({ id, name, cvr })),
    chosen: new URL(request.url).searchParams.get('supplier'),
    canDeclare: hasRole(actor, 'reviewer', 'lead-reviewer', 'coordinator'),
  };
}

/** Declares (`act=declare`) or ends (`act=end`) a conflict of the signed-in person's own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, context, 'reviewer', 'lead-reviewer', 'coordinator');
  const language = languageOf(request);
  const typed = textsOf(await readForm(request));
  const isEnd = typed.act === 'end';
  const errors = isEnd ? [] : missingFields(typed, language);
  if (errors.length > 0) return data({ refusal: null, errors, typed }, 400);
  const acting = { actor, now: context.now() };
  const result = await change(context, acting, typed);
  if (!result.ok) return data({ refusal: result.refusal, errors: [], typed }, statusOf(result.refusal));
  const done = isEnd ? 'conflict-ended' : 'conflict';
  return redirect(withQuery(paths(language).review.conflicts(), { done }));
}

function change(
  { db }: PortalContext,
  acting: Parameters<typeof declareConflict>[1],
  { act, conflictId = '', supplierId = '', reason = '' }: Record<string, string>,
) {
  return act === 'end' ? endConflict(db, acting, { conflictId }) : declareConflict(db, acting, { supplierId, reason });
}

function missingFields({ supplierId, reason }: Record<string, string>, language: Language): FieldProblem[] {
  const t = translator(reviewTexts, language);
  return [
    ...(supplierId ? [] : [{ field: 'supplierId', message: t('conflictSupplierMissing') }]),
    ...(reason?.trim() ? [] : [{ field: 'reason', message: t('conflictReasonMissing') }]),
  ];
}

export default function Conflicts() {
  return <ConflictsPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
