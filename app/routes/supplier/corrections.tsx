import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldProblem } from '~/app/components';
import { correctionTexts } from '~/app/i18n/corrections';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { CorrectionsPage } from '~/app/supplier/corrections-page';
import { correctionsView } from '~/app/supplier/corrections-view.server';
import {
  refusedResponse,
  requireDeclaration,
  statusOfRefusal,
  throwIfNotFound,
} from '~/app/supplier/declaration.server';
import { submitDeclaration } from '~/db/cases/submit';
import { reopenDeclaration } from '~/db/declarations';
import type { Refusal } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(correctionTexts, language)('title')} – ${data.view.productName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.productName, href: to.supplier.declaration(data.view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const asked = new URL(request.url).searchParams.get('question');
  return { view: await correctionsView(context.db, actor, loaded, asked) };
}

/** `correct=<question>` begins a case where none is open and goes to the question; `act=send` sends what `only` names. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const form = await readForm(request);
  const acting = { actor, now: context.now() };
  const declarationId = loaded.declaration.id;
  const language = languageOf(request);
  const to = paths(language).supplier;
  const correct = form.get('correct');
  if (typeof correct === 'string') {
    const place = loaded.instances.find(({ key }) => key === correct);
    if (!place) return redirect(to.corrections(declarationId));
    const begun = await reopenDeclaration(context.db, acting, { declarationId });
    if (!begun.ok && begun.refusal.code !== 'case-already-open') throw refusedResponse(begun.refusal);
    return redirect(`${to.section(declarationId, place.sectionId, { correct })}#q-${correct}`);
  }
  const only = form.getAll('only').filter((key) => typeof key === 'string');
  const errors: FieldProblem[] = [];
  if (only.length === 0) errors.push({ field: 'only', message: translator(correctionTexts, language)('chooseError') });
  if (!form.has('confirm')) {
    errors.push({ field: 'confirm', message: translator(submissionTexts, language)('confirmError') });
  }
  if (errors.length > 0) return refused({ only, errors }, 400);
  const expectedCaseVersion = Number(form.get('version'));
  const sent = await submitDeclaration(context.db, acting, { declarationId, expectedCaseVersion, only });
  if (sent.ok) return redirect(to.receipt(declarationId, sent.value.submissionNumber));
  throwIfNotFound(sent.refusal);
  return refused({ only, refusal: sent.refusal }, statusOfRefusal(sent.refusal));
}

function refused(sent: { only: string[]; errors?: FieldProblem[]; refusal?: Refusal }, status: number) {
  const { only, errors = [], refusal = null } = sent;
  // Beside the notice too, where the document's title looks for them.
  return data({ notice: { refusal, errors, chosen: only }, errors, refusal }, { status });
}

export default function CorrectionsRoute() {
  const { view } = useLoaderData<typeof loader>();
  const notice = useActionData<typeof action>()?.notice ?? { refusal: null, errors: [], chosen: null };
  return <CorrectionsPage view={view} notice={notice} />;
}
