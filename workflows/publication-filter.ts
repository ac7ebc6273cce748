import { type ProductFilters, partsOf, supportingLevels } from './product-query';
import type { PublicationDocument } from './publication';
import { type PublishedCatalogue, type PublishedSupport, publishedRowsOf } from './published-rows';
import { readSearch } from './search-words';

interface Circumstances {
  catalogue: PublishedCatalogue;
  /** yyyy-mm-dd in Copenhagen. */
  publishedOn: string;
}

/**
 * Whether a publication that is not in force any more met the filters while it was. Search is by the words as they are
 * written; how long ago something was published and the steps of the readiness ladder, which are about today, do not count.
 */
export function meetsFilters(
  document: PublicationDocument,
  filters: ProductFilters,
  { catalogue, publishedOn }: Circumstances,
): boolean {
  const { product, support } = publishedRowsOf(document, catalogue);
  const { kle, type, supplierSlug } = product;
  return (
    readSearch(filters.q).every(
      ({ terms, negated }) => terms.some((term) => product.searchText.includes(term)) !== negated,
    ) &&
    isOneOf(filters.supplier, (slug) => slug === supplierSlug) &&
    isOneOf(filters.type, (each) => each === type) &&
    isOneOf(filters.kle, (mainGroup) => kle.some((number) => number.startsWith(mainGroup))) &&
    (filters.since === '' || publishedOn >= filters.since) &&
    isSupported(support, filters)
  );
}

/** Any of what is asked for, and nothing of what is to be left out. */
function isOneOf(values: readonly string[], has: (value: string) => boolean): boolean {
  const { wanted, unwanted } = partsOf(values);
  return (wanted.length === 0 || wanted.some(has)) && !unwanted.some(has);
}

function isSupported(support: readonly PublishedSupport[], filters: ProductFilters): boolean {
  const levels = filters.level.length > 0 ? filters.level : supportingLevels;
  const named = partsOf(filters.municipality);
  const counted = support.filter(
    (each) =>
      levels.includes(each.level) &&
      (filters.version.length === 0 || (each.version !== null && filters.version.includes(each.version))) &&
      (named.wanted.length === 0 || named.wanted.some((code) => names(each, code))),
  );
  const interfaces = partsOf(filters.interface);
  const groups = partsOf(filters.group);
  const has = (id: string) => counted.some(({ interfaceId }) => interfaceId === id);
  const isIn = (id: string) => counted.some(({ groupId }) => groupId === id);
  const isWanted = filters.match === 'any' ? interfaces.wanted.some(has) : interfaces.wanted.every(has);
  const isQualified = filters.level.length + filters.version.length + named.wanted.length > 0;
  return (
    (interfaces.wanted.length === 0 || isWanted) &&
    (groups.wanted.length === 0 || groups.wanted.some(isIn)) &&
    (!isQualified || counted.length > 0) &&
    !interfaces.unwanted.some(has) &&
    !groups.unwanted.some(isIn) &&
    !named.unwanted.some((code) => counted.some((each) => names(each, code)))
  );
}

function names({ answers }: PublishedSupport, municipality: string): boolean {
  return answers.some(
    ({ type, value }) =>
      type === 'municipality_list' && Array.isArray(value) && value.some((code) => code === municipality),
  );
}
