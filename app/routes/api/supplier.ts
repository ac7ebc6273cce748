import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { forecastShape } from '~/app/api/forecast-shape.server';
import { ApiProblem } from '~/app/api/problem';
import { supplierShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { apiPaths } from '~/app/paths';
import { movedTo } from '~/app/published/moved.server';
import { listProductsOfSupplier } from '~/db/published/products';
import { findRedirect } from '~/db/published/redirects';
import { findPublishedSupplier } from '~/db/published/suppliers';
import { copenhagenDay } from '~/workflows/day';
import { countReady } from '~/workflows/published-rows';

export const loader = apiLoader(
  async ({ request, params, context }) => {
    const { publicDb: db, now } = context;
    const id = params.id ?? '';
    const supplier = await findPublishedSupplier(db, id);
    const survivor = supplier ? undefined : await findRedirect(db, 'supplier', id);
    if (survivor !== undefined) throw movedTo({ request, context }, apiPaths.supplier(survivor), id);
    if (!supplier) throw ApiProblem.notFound();
    const products = await listProductsOfSupplier(db, supplier.slug, copenhagenDay(now()));
    const support = products.flatMap((product) => product.support);
    const forecast = await forecastShape(context, { supplierSlug: supplier.slug }, countReady(support));
    return { data: supplierShape(supplier, products, await loadShaping(context)), ...forecast };
  },
  tableOf('supplier', 'products'),
);

export const action = refuseToChange;
