import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCursor, writeCursor } from '~/app/api/cursor';
import { supplierSummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { listPublishedSuppliersAfter } from '~/db/published/suppliers';

export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const { suppliers, hasMore } = await listPublishedSuppliersAfter(context.publicDb, readCursor(search));
  const shaping = await loadShaping(context);
  const last = suppliers.at(-1);
  return {
    data: suppliers.map((supplier) => supplierSummaryShape(supplier, shaping)),
    next: hasMore && last ? writeCursor(last.slug) : null,
  };
}, tableOf('suppliers'));

export const action = refuseToChange;
