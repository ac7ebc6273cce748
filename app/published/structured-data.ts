import type { Language } from '~/workflows/words';

/** What a page is about, as schema.org says it (JSON-LD). Nested values are of its own vocabulary. */
export interface StructuredData {
  '@type': string;
  [property: string]: unknown;
}

/** @param url whole addresses here and below */
export function supplierData(supplier: { name: string; cvr: string; website?: string | null }, url: string) {
  return {
    '@type': 'Organization',
    '@id': url,
    name: supplier.name,
    url: supplier.website ?? url,
    identifier: { '@type': 'PropertyValue', propertyID: 'CVR', value: supplier.cvr },
  } satisfies StructuredData;
}

interface ProductFacts {
  name: string;
  description: string;
  kitosUuid: string | null;
  publishedOn: string;
  supplier: { name: string; cvr: string };
}

export function productData(product: ProductFacts, url: string, supplierUrl: string) {
  return {
    '@type': 'SoftwareApplication',
    '@id': url,
    name: product.name,
    description: product.description,
    url,
    applicationCategory: 'BusinessApplication',
    dateModified: product.publishedOn,
    provider: supplierData(product.supplier, supplierUrl),
    ...(product.kitosUuid === null
      ? {}
      : { identifier: { '@type': 'PropertyValue', propertyID: 'KITOS', value: product.kitosUuid } }),
  } satisfies StructuredData;
}

/** A group of interfaces with the names that are defined in it. */
export function interfaceGroupData(
  group: { name: string; interfaces: readonly { id: string; name: string; url: string }[] },
  url: string,
) {
  return {
    '@type': 'DefinedTermSet',
    '@id': url,
    name: group.name,
    url,
    hasDefinedTerm: group.interfaces.map((entry) => ({
      '@type': 'DefinedTerm',
      '@id': entry.url,
      termCode: entry.id,
      name: entry.name,
      url: entry.url,
    })),
  } satisfies StructuredData;
}

/** The whole of what is published, for search engines of data sets. */
export function datasetData(
  names: { name: string; description: string },
  urls: { page: string; catalogue: string; licence: string },
) {
  return {
    '@type': 'Dataset',
    ...names,
    url: urls.page,
    license: urls.licence,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Snitfladeklar', url: urls.page },
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: urls.catalogue }],
  } satisfies StructuredData;
}

/** The portal, with how to search it. */
export function portalData(names: { name: string; description: string }, url: string, searchUrl: string) {
  return {
    '@type': 'WebSite',
    ...names,
    url,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${searchUrl}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  } satisfies StructuredData;
}

/** As it stands in a page: no `<` in it can end the element. */
export function structuredText(data: StructuredData, language: Language): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data, inLanguage: language }).replaceAll('<', '\\u003c');
}
