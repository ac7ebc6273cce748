import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { supplierTexts } from '~/app/i18n/supplier';
import { submissionTexts } from '~/app/i18n/supplier-submission';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { CheckPage } from '~/app/supplier/check-page';
import { checkView } from '~/app/supplier/check-view.server';
import { requireDeclaration } from '~/app/supplier/declaration.server';
import { readSupplierCaseOf } from '~/db/cases/read';

export const handle = page<typeof loader>({
  title: ({ data, language }) =>
    translator(submissionTexts, language)(data.view.declaration.isEditable ? 'checkTitle' : 'checkReadTitle'),
  breadcrumbs: ({ data, language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
    {
      label: data.view.declaration.productName,
      href: paths.supplier.declaration(data.view.declaration.declarationId),
    },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const acting = { actor, now: context.now() };
  const about = await readSupplierCaseOf(context.db, acting, loaded.declaration.id);
  return { view: await checkView(context.db, actor, loaded, about) };
}

export default function CheckRoute() {
  return <CheckPage {...useLoaderData<typeof loader>()} />;
}
