import { apiLoader, licence, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCursor, writeCursor } from '~/app/api/cursor';
import { ApiProblem } from '~/app/api/problem';
import { productSummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { listPublishedProductsAfter } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import { noFilters } from '~/workflows/product-query';

export const loader = apiLoader(
  async ({ request, context }) => {
    const { publicDb: db, now } = context;
    const search = new URL(request.url).searchParams;
    requireKnownParameters(search, [...Object.keys(noFilters), 'cursor']);
    const position = readCursor(search);
    const read = readQueryOf(request, await loadPublicCatalogue(db), ['cursor']);
    if (!read.ok) throw ApiProblem.badQuery(read.problem);
    const { products, hasMore } = await listPublishedProductsAfter(db, read.query.filters, {
      after: position && { name: position.name, slug: position.id },
      today: copenhagenDay(now()),
    });
    const shaping = await loadShaping(context);
    const last = products.at(-1);
    return {
      data: products.map((product) => productSummaryShape(product, shaping)),
      next: hasMore && last ? writeCursor({ name: last.name, id: last.slug }) : null,
      licence,
    };
  },
  tableOf('products', 'support'),
);

export const action = refuseToChange;
