import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { textLibraryTexts } from '~/app/i18n/text-library';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { statusOfRefusal } from '~/app/supplier/declaration.server';
import { fieldOfRefusal } from '~/app/supplier/library-text-fields';
import { TextLibraryPage } from '~/app/supplier/text-library-page';
import { textLibraryView } from '~/app/supplier/text-library-view.server';
import { addLibraryText } from '~/db/library-changes';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(textLibraryTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

const dones = ['added', 'retired'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const asked = new URL(request.url).searchParams;
  const [declarationId, key] = [asked.get('declaration'), asked.get('question')];
  const view = await textLibraryView(context.db, actor, declarationId && key ? { declarationId, key } : null);
  return { view, done: dones.find((each) => each === asked.get('done')) ?? null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const typed = textsOf(await readForm(request));
  const { title = '', body = '', about = '', declaration = '', question = '' } = typed;
  const from = declaration && question ? { from: { declarationId: declaration, key: question } } : {};
  const input = { title, body, about, ...from };
  const added = await addLibraryText(context.db, { actor, now: context.now() }, input);
  if (added.ok) return redirect(paths(languageOf(request)).supplier.library({ done: 'added' }), 303);
  const { refusal } = added;
  return data({ refusal, field: fieldOfRefusal(refusal), typed }, statusOfRefusal(refusal));
}

export default function TextLibrary() {
  return <TextLibraryPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
