import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { threadTexts } from '~/app/i18n/threads';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { sendThreadForm } from '~/app/threads/thread-form.server';
import { ThreadPage } from '~/app/threads/thread-page';
import { loadThreadView } from '~/app/threads/thread-view.server';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(threadTexts, language)('title'),
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.productName, href: to.supplier.declaration(data.declarationId) },
  ],
});

/** The threads of the declaration's newest case. */
async function findPlace({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  if (!loaded.case) throw notFound();
  return { actor, loaded, caseId: loaded.case.id, questionKey: params.question ?? '' };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, loaded, ...place } = await findPlace(args);
  const declarationId = loaded.declaration.id;
  const { view } = await loadThreadView(args.request, args.context, actor, { ...place, declarationId });
  return { view, declarationId, productName: loaded.product.name };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, loaded, ...place } = await findPlace(args);
  const address = paths(languageOf(args.request)).supplier.thread(loaded.declaration.id, place.questionKey);
  const acting = { actor, now: args.context.now() };
  return sendThreadForm(args.request, args.context, acting, { ...place, address });
}

export default function Thread() {
  return <ThreadPage view={useLoaderData<typeof loader>().view} refused={useActionData<typeof action>()} />;
}
