import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldProblem } from '~/app/components/error-summary';
import { languageOf } from '~/app/i18n/language';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { CasePage } from '~/app/review/case-page';
import { loadCaseView } from '~/app/review/case-view.server';
import { reviewCrumbs } from '~/app/review/crumbs';
import { refusedBy, statusOf, textsOf, versionOf } from '~/app/review/refused.server';
import { requireReading } from '~/app/review/reviewed-case.server';
import { demandScope, dropScopeDemand } from '~/db/cases/scope-demands';
import type { Language } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ data: { reviewed } }) => reviewed.product.name,
  breadcrumbs: (args) => reviewCrumbs(args),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadCaseView(request, context, params.case);
}

/** Demands an interface (`act=demand`), or takes a demand back that has not taken effect (`act=drop`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, reviewed } = await requireReading(request, context, params.case);
  const language = languageOf(request);
  const typed = textsOf(await readForm(request));
  const { interfaceId = '', reason = '' } = typed;
  const isDrop = typed.act === 'drop';
  const errors = isDrop ? [] : missingFields(typed, language);
  if (errors.length > 0) return data({ refusal: null, errors, typed, missed: [] }, 400);
  const acting = { actor, now: context.now() };
  const place = { caseId: reviewed.id, interfaceId };
  const result = isDrop
    ? await dropScopeDemand(context.db, acting, place)
    : await demandScope(context.db, acting, { ...place, reason });
  if (!result.ok) {
    const form = { caseId: reviewed.id, seenVersion: versionOf(typed), typed };
    return data(await refusedBy(context, result.refusal, form), statusOf(result.refusal));
  }
  const done = isDrop ? 'dropped' : 'demand';
  return redirect(withQuery(paths(language).review.case(reviewed.id), { done }));
}

function missingFields({ interfaceId, reason }: Record<string, string>, language: Language): FieldProblem[] {
  const t = translator(reviewTexts, language);
  return [
    ...(interfaceId ? [] : [{ field: 'interfaceId', message: t('demandInterfaceMissing') }]),
    ...(reason?.trim() ? [] : [{ field: 'reason', message: t('noteMissing') }]),
  ];
}

export default function ScopeDemands() {
  return <CasePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
