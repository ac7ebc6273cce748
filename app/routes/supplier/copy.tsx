import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { proposalTexts } from '~/app/i18n/proposals';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { CopyPage } from '~/app/supplier/copy-page';
import { findCopyView } from '~/app/supplier/copy-view.server';
import { refusedResponse, requireDeclaration } from '~/app/supplier/declaration.server';
import { copyAnswers } from '~/db/copied-answers';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(proposalTexts, language)('copyTitle')} – ${data.view.productName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.productName, href: to.supplier.declaration(data.view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const search = new URL(request.url).searchParams;
  const view = await findCopyView(context.db, actor, loaded, search.get('from'));
  if (!view) throw notFound();
  return { view, isUnchosen: search.has('chosen') && !search.has('from') };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const from = (await readForm(request)).get('from');
  const to = paths(languageOf(request)).supplier;
  if (typeof from !== 'string' || from === '') return redirect(to.copyAnswers(loaded.declaration.id, { chosen: 1 }));
  const input = { declarationId: loaded.declaration.id, sourceId: from };
  const copied = await copyAnswers(context.db, { actor, now: context.now() }, input);
  if (!copied.ok) throw refusedResponse(copied.refusal);
  return redirect(to.proposals(loaded.declaration.id));
}

export default function CopyRoute() {
  return <CopyPage {...useLoaderData<typeof loader>()} />;
}
