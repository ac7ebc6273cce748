import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { forecastShape } from '~/app/api/forecast-shape.server';
import { ApiProblem } from '~/app/api/problem';
import { productShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { apiPaths } from '~/app/paths';
import { movedTo } from '~/app/published/moved.server';
import { findEndedProduct, findPublishedProduct } from '~/db/published/products';
import { findRedirect } from '~/db/published/redirects';
import { copenhagenDay } from '~/workflows/day';
import { countReady } from '~/workflows/published-rows';

export const loader = apiLoader(
  async ({ request, params, context }) => {
    const id = params.id ?? '';
    const product = await findPublishedProduct(context.publicDb, id, copenhagenDay(context.now()));
    const survivor = product ? undefined : await findRedirect(context.publicDb, 'product', id);
    if (survivor !== undefined) throw movedTo({ request, context }, apiPaths.product(survivor), id);
    if (!product) throw (await findEndedProduct(context.publicDb, id)) ? ApiProblem.gone() : ApiProblem.notFound();
    const forecast = await forecastShape(context, { slug: product.slug }, countReady(product.support));
    return { data: productShape(product, await loadShaping(context)), ...forecast };
  },
  tableOf('product', 'support'),
);

export const action = refuseToChange;
