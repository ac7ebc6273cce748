import { apiLoader, licence, refuseToChange } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { productShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { findPublishedProduct } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';

export const loader = apiLoader(async ({ params, context }) => {
  const product = await findPublishedProduct(context.publicDb, params.id ?? '', copenhagenDay(context.now()));
  if (!product) throw ApiProblem.notFound();
  return { data: productShape(product, await loadShaping(context)), licence };
});

export const action = refuseToChange;
