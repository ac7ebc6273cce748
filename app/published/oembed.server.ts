import { escapeHtml } from '~/app/escape-html';
import { badgeTexts } from '~/app/i18n/badges';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { findInterface } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { findEndedProduct, findPublishedProduct } from '~/db/published/products';
import { findRedirect } from '~/db/published/redirects';
import type { Language } from '~/workflows/words';
import { badgeMarkup, findInterfaceBadge, findProductBadge } from './badge.server';
import { interfaceLabel } from './interface-label';
import { readPageAddress } from './page-address';

/** Of what a page shows, what another site shows of it. */
interface Shown {
  title: string;
  author?: { name: string; url?: string };
  language: Language;
  /** Paths of this portal. */
  page: string;
  image: string;
  svg: string;
}

interface Asked {
  url: string;
  publicUrl: string;
  /** yyyy-mm-dd in Copenhagen. */
  today: string;
  /** In pixels, as much as the other site has room for. */
  maxWidth: number;
  maxHeight: number;
}

/** What oembed.com says of a page, as a rich element. @returns undefined where the address is of no page that can be shown */
export async function findEmbed(db: Db, asked: Asked): Promise<Readonly<Record<string, string | number>> | undefined> {
  const shown = (await findProduct(db, asked)) ?? (await findShownInterface(db, asked));
  if (!shown) return undefined;
  const { publicUrl } = asked;
  const { width, height } = sizeIn(shown.svg, asked);
  const alt = escapeHtml(translator(badgeTexts, shown.language)('alt', { product: shown.title }));
  const image = `<img src="${publicUrl}${shown.image}" alt="${alt}" width="${width}" height="${height}">`;
  return {
    version: '1.0',
    type: 'rich',
    title: shown.title,
    ...(shown.author && { author_name: shown.author.name }),
    ...(shown.author?.url && { author_url: shown.author.url }),
    provider_name: 'Snitfladeklar',
    provider_url: publicUrl,
    cache_age: 0,
    width,
    height,
    html: `<a href="${publicUrl}${shown.page}">${image}</a>`,
  };
}

/** Also one that is not public any more: its badge says what became of it. */
async function findProduct(db: Db, { url, publicUrl, today }: Asked): Promise<Shown | undefined> {
  const page = readPageAddress(url, publicUrl, 'product');
  if (!page) return undefined;
  const slug = (await findRedirect(db, 'product', page.id)) ?? page.id;
  const published = await findPublishedProduct(db, slug, today);
  const product = published ?? (await findEndedProduct(db, slug));
  if (!product) return undefined;
  const { language } = page;
  const to = paths(language);
  const supplier = published && `${publicUrl}${to.publicSupplier(published.supplierSlug)}`;
  return {
    title: product.name,
    author: { name: product.supplierName, url: supplier },
    language,
    page: to.product(published?.slug ?? slug),
    image: to.productBadge(published?.slug ?? slug, 'product.svg'),
    svg: await badgeMarkup(await findProductBadge(db, slug, { language, today })),
  };
}

async function findShownInterface(db: Db, { url, publicUrl }: Asked): Promise<Shown | undefined> {
  const page = readPageAddress(url, publicUrl, 'interface');
  const found = page && (await findInterface(db, page.id));
  if (!page || !found) return undefined;
  const { language } = page;
  const to = paths(language);
  return {
    title: interfaceLabel(found)[language],
    language,
    page: to.interface(found.id),
    image: to.interfaceBadge(found.id, 'interface.svg'),
    svg: await badgeMarkup(await findInterfaceBadge(db, found.id, language)),
  };
}

/** As large as it is drawn, or as there is room for. */
function sizeIn(svg: string, { maxWidth, maxHeight }: Asked): { width: number; height: number } {
  const [, width = 0, height = 0] = (/width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).map(Number);
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
}
