import { LRUCache } from 'lru-cache';
import type { PublicCatalogue } from '~/app/published/filters.server';
import { interfaceLabel, shortInterfaceLabel } from '~/app/published/interface-label';
import { type SupportItem, supportItem } from '~/app/published/product-item';
import { sameContent } from '~/app/published/same-content.server';
import type { MarketProduct } from '~/workflows/market';
import { declaredInterfaces, differingInterfaces } from '~/workflows/matrix';
import { type ProductFilters, type ProductQuery, partsOf, type QueryProblem } from '~/workflows/product-query';
import type { Text } from '~/workflows/words';

/** Products on one page of the matrix: more would pass what a public page may weigh. */
const matrixSize = 20;
/** Somebody who chose products wants to see all of them. */
export const mostChosen = 50;

/** The parameters of the matrix beside the filters. */
export const matrixParameters = ['different', 'product'] as const;

export interface MatrixChoice {
  onlyDifferences: boolean;
  /** Slugs of chosen products; empty: all. What is not public any more, or never was, is passed over: a kept link goes on working. */
  chosen: string[];
}

/** Reads what the matrix has beside the filters. @returns what is wrong with the address, where something is */
export function readMatrixChoice(search: URLSearchParams): MatrixChoice | QueryProblem {
  const different = search.get('different') ?? '';
  if (different !== '' && different !== '1') {
    return { parameter: 'different', value: different.slice(0, 100), because: 'unknown-value' };
  }
  const chosen = [...new Set(search.getAll('product').filter((slug) => slug !== ''))];
  const tooMany = chosen[mostChosen];
  if (tooMany !== undefined) return { parameter: 'product', value: tooMany.slice(0, 100), because: 'too-many' };
  return { onlyDifferences: different === '1', chosen };
}

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
  const { catalogue, onlyDifferences, size = matrixSize } = options;
  const products = found.slice((page - 1) * size, page * size);
  const asked = onlyDifferences ? differingColumns(found, filters, catalogue) : askedInterfaces(catalogue, filters);
  const declared = keepInterfaces(asked, (ids) => declaredInterfaces(ids, products));
  return {
    columns: sameColumns(catalogue, declared),
    products: products.map(matrixProduct),
    total: found.length,
    pages: Math.ceil(found.length / size),
  };
}

/** The interfaces on which these products differ: all that were found, not those of one page. */
export function differingColumns(
  found: readonly MarketProduct[],
  filters: ProductFilters,
  catalogue: PublicCatalogue,
): PublicCatalogue['interfaces'] {
  return keepInterfaces(askedInterfaces(catalogue, filters), (ids) => differingInterfaces(ids, found));
}

function keepInterfaces(
  entries: PublicCatalogue['interfaces'],
  keep: (ids: readonly string[]) => readonly string[],
): PublicCatalogue['interfaces'] {
  const kept = new Set(keep(entries.map(({ id }) => id)));
  return entries.filter(({ id }) => kept.has(id));
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
