import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { familyTexts } from '~/app/i18n/families';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { FamiliesPage } from '~/app/supplier/families-page';
import { familiesView } from '~/app/supplier/families-view.server';
import { createFamily } from '~/db/families';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(familyTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  return { view: await familiesView(context.db, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const typed = textsOf(await readForm(request));
  const input = { name: typed.name ?? '', sourceDeclarationId: typed.source ?? '' };
  const made = await createFamily(context.db, { actor, now: context.now() }, input);
  if (made.ok) return redirect(paths(languageOf(request)).supplier.family(made.value.familyId), 303);
  const { refusal } = made;
  throwIfNotFound(refusal);
  const field = refusal.code.startsWith('family-name') ? 'name' : 'source';
  return data({ refusal, field, typed }, statusOfRefusal(refusal));
}

export default function Families() {
  return <FamiliesPage view={useLoaderData<typeof loader>().view} refused={useActionData<typeof action>()} />;
}
