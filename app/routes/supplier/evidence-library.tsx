import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { supplierTexts } from '~/app/i18n/supplier';
import { libraryTexts } from '~/app/i18n/supplier-overview';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { EvidenceLibraryPage } from '~/app/supplier/evidence-library-page';
import { pickRows, readLibraryQuery } from '~/app/supplier/evidence-library-query';
import { libraryView } from '~/app/supplier/evidence-library-view.server';
import { listMunicipalities } from '~/db/catalogue';
import { getSupplier } from '~/db/suppliers';

export const handle = page({
  title: ({ language }) => translator(libraryTexts, language)('title'),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
  ],
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const { name } = await getSupplier(context.db, actor.supplierId);
  const municipalities = await listMunicipalities(context.db);
  const all = await libraryView(context.db, actor, actor.supplierId, context.now());
  const query = readLibraryQuery(new URL(request.url).searchParams);
  const products = new Map(all.map(({ productId, productName }) => [productId, productName]));
  return {
    query,
    hasAny: all.length > 0,
    ...pickRows(all, query),
    products: [...products].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'da')),
    supplierName: name,
    municipalityNames: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
  };
}

export default function EvidenceLibrary() {
  return <EvidenceLibraryPage {...useLoaderData<typeof loader>()} />;
}
