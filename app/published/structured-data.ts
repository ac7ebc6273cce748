import { openDataTexts } from '~/app/i18n/open-data';
import { translator } from '~/app/i18n/texts';
import type { PageArgs, Portal } from '~/app/page';
import { apiPaths } from '~/app/paths';
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

export function interfaceData(
  entry: { id: string; name: string; description: string; source: string | null },
  url: string,
  category: string,
) {
  return {
    '@type': 'WebAPI',
    '@id': url,
    name: entry.name,
    description: entry.description,
    url,
    identifier: entry.id,
    category,
    ...(entry.source === null ? {} : { documentation: entry.source }),
  } satisfies StructuredData;
}

/** The whole of what is published, for search engines of data sets. */
export function datasetData({
  language,
  paths,
  publicUrl,
  licenceUrl,
}: Pick<PageArgs<unknown>, 'language' | 'paths'> & Portal) {
  const t = translator(openDataTexts, language);
  const download = (encodingFormat: string, path: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: publicUrl + path,
    license: licenceUrl,
  });
  return {
    '@type': 'Dataset',
    '@id': `${publicUrl}${paths.openData()}#dataset`,
    name: t('datasetName'),
    description: t('datasetDescription'),
    url: publicUrl + paths.openData(),
    license: licenceUrl,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Snitfladeklar', url: publicUrl },
    distribution: [
      download('application/json', apiPaths.products()),
      download('text/csv', apiPaths.products({ format: 'csv' })),
      download('text/csv', apiPaths.answers()),
      download('application/json', apiPaths.dump('manifest.json')),
    ],
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
