import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { ImportPage } from '~/app/exchange/import-page';
import { findImportView } from '~/app/exchange/import-view.server';
import { exchangeTexts, importTexts } from '~/app/i18n/exchange';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { decideImport, importDecisions } from '~/db/imports';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(importTexts, language)('title')}: ${data.view.fileName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.productName, href: to.supplier.declaration(data.view.declarationId) },
    { label: translator(exchangeTexts, language)('title'), href: to.supplier.exchange(data.view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const view = await findImportView(context.db, actor, loaded, params.import ?? '');
  if (!view) throw notFound();
  return { view };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const form = await readForm(request);
  const decision = importDecisions.find((each) => each === form.get('decision'));
  const seen = form.get('seen');
  if (!decision || typeof seen !== 'string') throw new Response(null, { status: 400 });
  const declarationId = loaded.declaration.id;
  const importId = params.import ?? '';
  const decided = await decideImport(
    context.db,
    { actor, now: context.now() },
    { declarationId, importId, decision, seen },
  );
  if (!decided.ok) {
    throwIfNotFound(decided.refusal);
    return data({ refusal: decided.refusal }, { status: statusOfRefusal(decided.refusal) });
  }
  const to = paths(languageOf(request)).supplier;
  return redirect(decision === 'propose' ? to.proposals(declarationId) : to.import(declarationId, importId));
}

export default function ImportRoute() {
  return <ImportPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
