import type { LoaderFunctionArgs } from '@remix-run/node';
import { openToAll } from '~/app/api/open-to-all';
import { escapeHtml } from '~/app/escape-html';
import { badgeTexts } from '~/app/i18n/badges';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { readProductAddress } from '~/app/published/product-address';
import { findPublishedProduct } from '~/db/published/products';
import { findRedirect } from '~/db/published/redirects';
import { copenhagenDay } from '~/workflows/day';

/**
 * oEmbed (oembed.com) of a product’s page: its badge with a link. `url` is the page’s address; only JSON is spoken.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicUrl } = context.config;
  const search = new URL(request.url).searchParams;
  if ((search.get('format') ?? 'json') !== 'json') return refuse(501, 'Only format=json is spoken here.');
  const page = readProductAddress(search.get('url') ?? '', publicUrl);
  if (page === undefined) return refuse(404, 'Give the address of a product’s page as url.');
  const db = context.publicDb;
  const slug = (await findRedirect(db, 'product', page.slug)) ?? page.slug;
  const product = await findPublishedProduct(db, slug, copenhagenDay(context.now()));
  if (!product) return refuse(404, 'No published product has this address.');
  const to = paths(page.language);
  const address = `${publicUrl}${to.product(product.slug)}`;
  const alt = escapeHtml(translator(badgeTexts, page.language)('alt', { product: product.name }));
  return answer(200, {
    version: '1.0',
    type: 'rich',
    title: product.name,
    author_name: product.supplierName,
    author_url: `${publicUrl}${to.publicSupplier(product.supplierSlug)}`,
    provider_name: 'Snitfladeklar',
    provider_url: publicUrl,
    cache_age: 0,
    width: 240,
    height: 20,
    html: `<a href="${address}"><img src="${publicUrl}${to.productBadge(product.slug, 'product.svg')}" alt="${alt}" height="20"></a>`,
  });
}

function refuse(status: number, detail: string): Response {
  const title = status === 404 ? 'Not Found' : 'Not Implemented';
  return answer(status, { type: 'about:blank', title, status, detail }, 'application/problem+json');
}

function answer(status: number, body: object, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...openToAll,
      'Content-Type': `${type}; charset=utf-8`,
    },
  });
}
