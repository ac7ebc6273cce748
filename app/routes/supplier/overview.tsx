import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { supplierTexts } from '~/app/i18n/supplier';
import { overviewTexts } from '~/app/i18n/supplier-overview';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { OverviewPage } from '~/app/supplier/overview-page';
import { overviewOf, readChangesAsked } from '~/app/supplier/overview-view.server';
import { listWaitingRenewals } from '~/app/supplier/renewal-notice.server';
import { loadSunsetTasks } from '~/app/supplier/sunset-tasks.server';
import { listDeclaredProducts } from '~/db/supplier-products';
import { getSupplier } from '~/db/suppliers';

export const handle = page({
  title: ({ language }) => translator(overviewTexts, language)('title'),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
  ],
  wide: true,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const products = await listDeclaredProducts(context.db, actor.supplierId, { reader: actor, now: context.now() });
  const asked = await readChangesAsked(context.db, { actor, now: context.now() }, products);
  const declarations = products.flatMap(({ declaration }) => declaration ?? []);
  const overview = overviewOf(products, asked, await listWaitingRenewals(context.db, declarations));
  const { name } = await getSupplier(context.db, actor.supplierId);
  const { supplierId } = actor;
  const sunsets = await loadSunsetTasks(context.db, { supplierId, now: context.now() }, products);
  return { overview, sunsets, supplierName: name };
}

export default function SupplierOverview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
