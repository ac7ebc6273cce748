import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCursor, writeCursor } from '~/app/api/cursor';
import { ApiProblem } from '~/app/api/problem';
import { productSummaryShape } from '~/app/api/shapes.server';
import { loadShaping } from '~/app/api/shaping.server';
import { tableOf } from '~/app/api/tables/answer-table.server';
import { loadPublicCatalogue, readQueryOf } from '~/app/published/filters.server';
import { readPageAddress } from '~/app/published/page-address';
import type { Db } from '~/db/client';
import { listPublishedProductsAfter } from '~/db/published/products';
import { findRedirect } from '~/db/published/redirects';
import { copenhagenDay } from '~/workflows/day';
import { noFilters } from '~/workflows/product-query';

export const loader = apiLoader(
  async ({ request, context }) => {
    const { publicDb: db, now, config } = context;
    const search = new URL(request.url).searchParams;
    requireKnownParameters(search, [...Object.keys(noFilters), 'cursor', 'url']);
    const slug = await readSlug(db, search, config.publicUrl);
    const after = readCursor(search);
    const read = readQueryOf(request, await loadPublicCatalogue(db), ['cursor', 'url']);
    if (!read.ok) throw ApiProblem.badQuery(read.problem);
    const { products, hasMore } = await listPublishedProductsAfter(db, read.query.filters, {
      after,
      today: copenhagenDay(now()),
      ...(slug === undefined ? {} : { among: [slug] }),
    });
    const shaping = await loadShaping(context);
    const last = products.at(-1);
    return {
      data: products.map((product) => productSummaryShape(product, shaping)),
      next: hasMore && last ? writeCursor(last.slug) : null,
    };
  },
  tableOf('products', 'support'),
);

/** The product at the address that `url` gives, or the one that it went up in. @returns undefined where none is given */
async function readSlug(db: Db, search: URLSearchParams, publicUrl: string): Promise<string | undefined> {
  const given = search.getAll('url').filter((url) => url !== '');
  if (given.length === 0) return undefined;
  const page = given.length === 1 ? readPageAddress(given[0] ?? '', publicUrl, 'product') : undefined;
  if (page === undefined) throw ApiProblem.noProductAddress('url');
  return (await findRedirect(db, 'product', page.id)) ?? page.id;
}

export const action = refuseToChange;
