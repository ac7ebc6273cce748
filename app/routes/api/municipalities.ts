import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { pageOf } from '~/app/api/pages';
import { municipalitySummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { listMunicipalityViews } from '~/db/published/municipalities';
import { copenhagenDay } from '~/workflows/day';

export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const { items, next } = pageOf(
    await listMunicipalityViews(context.publicDb, copenhagenDay(context.now())),
    search,
    ({ code }) => code,
  );
  const shaping = await loadShaping(context);
  return { data: items.map((municipality) => municipalitySummaryShape(municipality, shaping)), next };
}, tableOf('municipalities'));

export const action = refuseToChange;
