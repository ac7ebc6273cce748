import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { fieldOfRefusal } from '~/app/supplier/library-text-fields';
import { LibraryTextPage } from '~/app/supplier/library-text-page';
import { libraryTextView } from '~/app/supplier/text-library-view.server';
import { changeLibraryText, retireLibraryText } from '~/db/library-changes';
import { findLibraryText } from '~/db/text-library';

export const handle = page<typeof loader>({
  title: ({ data: { view } }) => view.title,
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: translator(textLibraryTexts, language)('title'), href: to.supplier.library() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const text = await findLibraryText(context.db, actor, params.text ?? '');
  if (!text) throw notFound();
  const offered = new URL(request.url).searchParams.get('offered');
  return {
    view: await libraryTextView(context.db, actor, text),
    offered: offered === null ? null : Math.max(0, Math.min(9_999, Number.parseInt(offered, 10) || 0)),
  };
}

/** `act` says what: `save`, which offers the change to the answers, or `retire`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const to = paths(languageOf(request)).supplier;
  const target = { id: params.text ?? '', expectedVersion: versionOf(typed) };
  if (typed.act === 'retire') {
    const retired = await retireLibraryText(context.db, acting, target);
    if (retired.ok) return redirect(to.library({ done: 'retired' }), 303);
    return refusedWith(retired.refusal, typed);
  }
  const { title = '', body = '', about = '' } = typed;
  const changed = await changeLibraryText(context.db, acting, { ...target, title, body, about });
  if (changed.ok) return redirect(to.libraryText(target.id, { offered: changed.value.proposed }), 303);
  return refusedWith(changed.refusal, typed);
}

function refusedWith(
  refusal: { code: string; params?: Record<string, string | number> },
  typed: Record<string, string>,
) {
  throwIfNotFound(refusal);
  return data({ refusal, field: fieldOfRefusal(refusal), typed }, statusOfRefusal(refusal));
}

export default function LibraryTextRoute() {
  return <LibraryTextPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
