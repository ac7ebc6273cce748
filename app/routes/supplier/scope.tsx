import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldProblem } from '~/app/components';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { scopeProblemTexts, scopeTexts } from '~/app/i18n/supplier-scope';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { isEditableFor, requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { ScopePage, ScopeSummary } from '~/app/supplier/scope-page';
import { readScopeForm, type ScopeView, scopeView } from '~/app/supplier/scope-view.server';
import { confirmScope } from '~/db/scope';
import type { ScopeProblem } from '~/workflows/questionnaire/scope-choice';
import { canEditAnswers } from '~/workflows/supplier-rights';
import type { Language } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(scopeTexts, language)('title'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    { label: data.view.productName, href: paths.supplier.declaration(data.view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const mayEdit = canEditAnswers(actor) && actor.supplierId === loaded.supplier.id;
  return {
    view: await scopeView(context.db, loaded),
    isEditable: isEditableFor(actor, loaded),
    because: mayEdit ? ('readOnlyState' as const) : ('readOnlyRole' as const),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const language = languageOf(request);
  const form = await readForm(request);
  const choices = readScopeForm(form);
  const result = await confirmScope(
    context.db,
    { actor, now: context.now() },
    { declarationId: loaded.declaration.id, expectedConfirmedAt: momentIn(form.get('confirmedAt')), choices },
  );
  if (result.ok) return redirect(paths(language).supplier.declaration(loaded.declaration.id));
  if ('problems' in result) {
    const errors = scopeErrors(result.problems, await scopeView(context.db, loaded), language);
    return data({ typed: choices, errors, refusal: null }, { status: 400 });
  }
  throwIfNotFound(result.refusal);
  return data({ typed: choices, errors: [], refusal: result.refusal }, { status: statusOfRefusal(result.refusal) });
}

function momentIn(value: FormDataEntryValue | null): Date | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}

function scopeErrors(problems: ReadonlyMap<string, ScopeProblem>, view: ScopeView, language: Language): FieldProblem[] {
  const t = translator(scopeTexts, language);
  const problem = translator(scopeProblemTexts, language);
  const names = new Map(
    view.groups.flatMap(({ interfaces }) => interfaces).map(({ id, name }) => [id, name[language]]),
  );
  return [...problems].map(([id, code]) => ({
    field: `scope-${id}`,
    message: t('problemAt', { name: names.get(id) ?? id, problem: problem(code) }),
  }));
}

export default function ScopeRoute() {
  const { view, isEditable, because } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTexts(supplierTexts);
  if (!isEditable && !sent) return <ScopeSummary view={view} because={t(because)} />;
  return (
    <ScopePage view={view} typed={sent?.typed ?? null} errors={sent?.errors ?? []} refusal={sent?.refusal ?? null} />
  );
}
