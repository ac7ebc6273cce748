import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { Home } from '~/app/supplier/home-page';
import { findProducts, groupProducts, homeProductOf, listNextSteps } from '~/app/supplier/home-view.server';
import { listWaitingRenewals } from '~/app/supplier/renewal-notice.server';
import { loadSunsetTasks } from '~/app/supplier/sunset-tasks.server';
import { listHandoversTo } from '~/db/handovers';
import { listPublicProductIds } from '~/db/publication';
import { listDeclaredProducts } from '~/db/supplier-products';
import { getSupplier } from '~/db/suppliers';
import { canManagePeople } from '~/workflows/supplier-rights';

export const handle = page({ title: ({ language }) => translator(supplierTexts, language)('homeTitle') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const { supplierId } = actor;
  const declared = await listDeclaredProducts(context.db, supplierId, { reader: actor, now: context.now() });
  const published = await listPublicProductIds(
    context.db,
    declared.map(({ product }) => product.id),
  );
  const products = declared.map((each) => homeProductOf(each, published));
  const { name } = await getSupplier(context.db, supplierId);
  const received = (await listHandoversTo(context.db, actor)).map(({ since, ...handover }) => ({
    ...handover,
    since: since.toISOString(),
  }));
  return {
    products,
    next: listNextSteps(products),
    groups: groupProducts(products),
    search: findProducts(products, new URL(request.url).searchParams.get('q')),
    renewals: await listWaitingRenewals(
      context.db,
      declared.flatMap(({ declaration }) => declaration ?? []),
    ),
    received,
    sunsets: await loadSunsetTasks(context.db, { supplierId, now: context.now() }, declared),
    supplierName: name,
    canManage: canManagePeople(actor),
    now: context.now().toISOString(),
  };
}

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
