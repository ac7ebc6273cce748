import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { supplierTexts } from '~/app/i18n/supplier';
import { declarationTexts } from '~/app/i18n/supplier-declaration';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { DeclarationPage } from '~/app/supplier/declaration-page';
import { declarationView } from '~/app/supplier/declaration-view.server';
import { readSupplierCaseOf } from '~/db/cases/read';

export const handle = page<typeof loader>({
  title: ({ data, language }) => translator(declarationTexts, language)('title', { product: data.view.productName }),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const now = context.now();
  const about = await readSupplierCaseOf(context.db, { actor, now }, loaded.declaration.id);
  return { view: await declarationView(context.db, actor, loaded, about), now: now.toISOString() };
}

export default function DeclarationRoute() {
  return <DeclarationPage {...useLoaderData<typeof loader>()} />;
}
