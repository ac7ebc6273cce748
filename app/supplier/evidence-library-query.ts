import type { EvidenceAge } from '~/workflows/evidence-age';

/** Which of a supplier's evidence is shown; as it stands in the address. */
export interface LibraryQuery {
  /** A product's id; empty: all. */
  product: string;
  /** Only what has expired or soon does. */
  needsCare: boolean;
  /** From 1. */
  page: number;
}

/** Rows on one page: few enough for a phone. */
export const libraryPageSize = 10;

export function readLibraryQuery(search: URLSearchParams): LibraryQuery {
  const page = search.get('page') ?? '';
  return {
    product: search.get('product') ?? '',
    needsCare: search.get('age') === 'care',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** The query as the end of an address; empty when nothing was chosen. */
export function writeLibraryQuery({ product, needsCare, page }: LibraryQuery): string {
  const search = new URLSearchParams();
  if (product) search.set('product', product);
  if (needsCare) search.set('age', 'care');
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text && `?${text}`;
}

interface Row {
  productId: string;
  age: EvidenceAge;
  isReplaced: boolean;
}

/** The rows of one page; a page that does not exist any more is the last one. */
export function pickRows<Of extends Row>(rows: readonly Of[], query: LibraryQuery) {
  const found = rows.filter(
    (row) =>
      (query.product === '' || row.productId === query.product) &&
      (!query.needsCare || (!row.isReplaced && (row.age === 'expired' || row.age === 'expiring'))),
  );
  const pages = Math.max(1, Math.ceil(found.length / libraryPageSize));
  const page = Math.min(query.page, pages);
  return { found: found.length, page, pages, rows: found.slice((page - 1) * libraryPageSize, page * libraryPageSize) };
}
