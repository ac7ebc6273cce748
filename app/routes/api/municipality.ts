import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { municipalityShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { findMunicipalityView, listUseIn } from '~/db/published/municipalities';
import { listProductsById, listProductsDecidedBy } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';

export const loader = apiLoader(
  async ({ params, context }) => {
    const { publicDb: db, now } = context;
    const today = copenhagenDay(now());
    const municipality = await findMunicipalityView(db, params.id ?? '', today);
    if (!municipality) throw ApiProblem.notFound();
    const [uses, decided] = await Promise.all([
      listUseIn(db, municipality.code, today),
      listProductsDecidedBy(db, municipality.code, today),
    ]);
    const productIds = [...new Set(uses.map(({ productId }) => productId))];
    const used = await listProductsById(db, productIds, today);
    return { data: municipalityShape(municipality, { uses, used, decided }, await loadShaping(context)) };
  },
  tableOf('municipality', 'inProduction'),
);

export const action = refuseToChange;
