import { LRUCache } from 'lru-cache';
import type { PublicCatalogue } from '~/app/published/filters.server';
import { interfaceLabel, shortInterfaceLabel } from '~/app/published/interface-label';
import { type SupportItem, supportItem } from '~/app/published/product-item';
import { sameContent } from '~/app/published/same-content.server';
import type { MarketProduct } from '~/workflows/market';
import { declaredInterfaces, differingInterfaces } from '~/workflows/matrix';
import { type ProductFilters, type ProductQuery, partsOf } from '~/workflows/product-query';
import type { Text } from '~/workflows/words';

/** Products on one page of the matrix: more would pass what a public page may weigh. */
const matrixSize = 20;
/** Somebody who chose products wants to see all of them. */
export const mostChosen = 50;

export interface MatrixColumn {
  id: string;
  short: Text;
  name: Text;
  group: Text;
}

export interface MatrixProduct {
  slug: string;
  name: string;
  isDemo: boolean;
  supplier: { slug: string; name: string };
  /** By interface id; an interface that is not in it is not declared. */
  support: Record<string, SupportItem>;
}

export interface Matrix {
  columns: MatrixColumn[];
  products: MatrixProduct[];
  total: number;
  pages: number;
}

/**
 * Products against the interfaces that the filters ask for.
 * @param found all that meet the filters, or were chosen
 */
export function makeMatrix(
  found: readonly MarketProduct[],
  { filters, page }: ProductQuery,
  options: { catalogue: PublicCatalogue; onlyDifferences: boolean; size?: number },
): Matrix {
  const { size = matrixSize } = options;
  const products = found.slice((page - 1) * size, page * size);
  return {
    columns: columnsOf(products, filters, options),
    products: products.map(matrixProduct),
    total: found.length,
    pages: Math.ceil(found.length / size),
  };
}

function columnsOf(
  products: readonly MarketProduct[],
  filters: ProductFilters,
  { catalogue, onlyDifferences }: { catalogue: PublicCatalogue; onlyDifferences: boolean },
): MatrixColumn[] {
  const entries = askedInterfaces(catalogue, filters);
  const rows = products.map(({ support }) => ({
    levels: new Map(support.map(({ interfaceId, level }) => [interfaceId, level])),
  }));
  const declared = declaredInterfaces(
    entries.map(({ id }) => id),
    rows,
  );
  const kept = new Set(onlyDifferences ? differingInterfaces(declared, rows) : declared);
  const shown = entries.filter(({ id }) => kept.has(id));
  return sameColumns(catalogue, shown);
}

const columnsMade = new WeakMap<PublicCatalogue, LRUCache<string, MatrixColumn[]>>();

/** The same list for the same interfaces, so that rows that are kept by it are found again. */
function sameColumns(catalogue: PublicCatalogue, entries: PublicCatalogue['interfaces']): MatrixColumn[] {
  const made = columnsMade.get(catalogue) ?? new LRUCache({ max: 100 });
  columnsMade.set(catalogue, made);
  const key = entries.map(({ id }) => id).join(' ');
  const known = made.get(key);
  if (known) return known;
  const columns = sameContent(
    entries.map((entry) => ({
      id: entry.id,
      short: shortInterfaceLabel(entry),
      name: interfaceLabel(entry),
      group: catalogue.groups.find(({ id }) => id === entry.groupId)?.name ?? entry.name,
    })),
  );
  made.set(key, columns);
  return columns;
}

/** The interfaces that filters ask for, all where they ask for none; those that are to be left out are not among them. */
export function askedInterfaces(
  { interfaces }: PublicCatalogue,
  { interface: asked, group }: ProductFilters,
): PublicCatalogue['interfaces'] {
  const isUnasked = partsOf(asked).wanted.length === 0 && partsOf(group).wanted.length === 0;
  return interfaces.filter(
    ({ id, groupId }) => !asked.includes(`-${id}`) && (isUnasked || asked.includes(id) || group.includes(groupId)),
  );
}

const shownProducts = new WeakMap<MarketProduct, MatrixProduct>();

function matrixProduct(product: MarketProduct): MatrixProduct {
  const known = shownProducts.get(product);
  if (known) return known;
  const { slug, name, isDemo, supplierSlug, supplierName, support } = product;
  const shown = sameContent({
    slug,
    name,
    isDemo,
    supplier: { slug: supplierSlug, name: supplierName },
    support: Object.fromEntries(support.map((each) => [each.interfaceId, supportItem(each)])),
  });
  shownProducts.set(product, shown);
  return shown;
}
