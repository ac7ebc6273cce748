import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { readCursor, writeCursor } from '~/app/api/cursor';
import { ApiProblem } from '~/app/api/problem';
import { matrixTable } from '~/app/api/tables/matrix-table';
import type { PortalContext } from '~/app/context.server';
import {
  askedInterfaces,
  differingColumns,
  matrixParameters,
  readMatrixChoice,
} from '~/app/published/compare-page.server';
import { loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { interfaceLabel } from '~/app/published/interface-label';
import { openMarket, searchMarket } from '~/app/published/market.server';
import { listPublishedProductsAfter } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import type { ProductFilters } from '~/workflows/product-query';

/** The view of /compare: products by id against the interfaces asked for, all of them where none is. */
export const loader = apiLoader(async ({ request, context }) => {
  const { publicDb: db, now } = context;
  const catalogue = await loadPublicCatalogue(db);
  const search = new URL(request.url).searchParams;
  const read = readQueryOf(request, catalogue, ['cursor', ...matrixParameters]);
  if (!read.ok) throw ApiProblem.badQuery(read.problem);
  const choice = readMatrixChoice(search);
  if ('parameter' in choice) throw ApiProblem.badQuery(choice);
  const after = readCursor(search);
  const { filters } = read.query;
  const { products, hasMore } = await listPublishedProductsAfter(db, filters, {
    after,
    today: copenhagenDay(now()),
    among: choice.chosen,
  });
  const interfaces = choice.onlyDifferences
    ? await listDiffering(context, filters, choice.chosen)
    : askedInterfaces(catalogue, filters);
  const shown = new Set(interfaces.map(({ id }) => id));
  const last = products.at(-1);
  return {
    interfaces: interfaces.map((entry) => ({ id: entry.id, name: interfaceLabel(entry) })),
    data: products.map(({ slug, name, supplierSlug, supplierName, supplierCvr, support }) => ({
      product: { id: slug, name },
      supplier: { id: supplierSlug, name: supplierName, cvr: supplierCvr },
      cells: Object.fromEntries(
        support
          .filter(({ interfaceId }) => shown.has(interfaceId))
          .map(({ interfaceId, level, rung, plannedOn, isDisputed }) => [
            interfaceId,
            { level, rung, plannedOn, disputed: isDisputed },
          ]),
      ),
    })),
    next: hasMore && last ? writeCursor(last.slug) : null,
  };
}, matrixTable);

async function listDiffering(context: PortalContext, filters: ProductFilters, among: readonly string[]) {
  const opened = await openMarket(context);
  const { products } = await searchMarket(context, opened, { filters, among });
  return differingColumns(products, filters, opened.catalogue);
}

export const action = refuseToChange;
