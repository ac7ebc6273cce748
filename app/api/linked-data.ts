import { paths } from '~/app/paths';

/** What the entries of each resource of the API are, as JSON-LD says it. Those of the matrix and of a profile are products. */
const types: Readonly<Record<string, readonly string[]>> = {
  product: ['schema:SoftwareApplication', 'itsystem:ITSystem'],
  supplier: ['schema:Organization'],
  interface: ['schema:WebAPI'],
  'interface-group': ['schema:DefinedTermSet'],
  municipality: ['schema:GovernmentOrganization'],
  matrix: ['schema:SoftwareApplication'],
  profile: ['schema:SoftwareApplication'],
};
const single: Readonly<Record<string, string>> = { municipalities: 'municipality' };

function typeOf(resource: string): readonly string[] {
  const type = types[resource] ?? types[single[resource] ?? resource.replace(/s$/, '')];
  if (!type) throw new Error(`It has to be said what ${resource} are in JSON-LD.`);
  return type;
}

const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });
const address = (id: string) => ({ '@id': id, '@type': '@id' });
const day = (id: string) => ({ '@id': id, '@type': 'xsd:date' });
const moment = (id: string) => ({ '@id': id, '@type': 'xsd:dateTime' });
/** Free values, whose inner names are no properties. */
const asItIs = { '@type': '@json' };

/**
 * What the API's names mean (JSON-LD 1.1): schema.org, Dublin Core and the Danish vocabulary of it-systems where these have a word
 * for it, else a word of the API's own description.
 */
function contextOf(publicUrl: string) {
  return {
    '@version': 1.1,
    '@vocab': `${publicUrl}/api/v1/openapi.json#`,
    schema: 'https://schema.org/',
    dct: 'http://purl.org/dc/terms/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    itsystem: 'https://data.gov.dk/model/core/itsystem#',
    id: 'dct:identifier',
    code: 'dct:identifier',
    name: inLanguages('schema:name'),
    description: inLanguages('schema:description'),
    summary: inLanguages('schema:abstract'),
    text: inLanguages('schema:text'),
    note: inLanguages('schema:comment'),
    cvr: 'schema:taxID',
    website: address('schema:url'),
    html: address('schema:mainEntityOfPage'),
    self: address('schema:contentUrl'),
    supplier: 'schema:provider',
    kle: 'itsystem:hasApplicationPurposeKLE',
    publishedAt: moment('dct:issued'),
    approvedOn: day('dct:dateAccepted'),
    sinceOn: day('schema:validFrom'),
    value: asItIs,
    cells: asItIs,
    requirements: asItIs,
    optionTexts: asItIs,
    columnTexts: asItIs,
    license: address('dct:license'),
  };
}

interface Answer {
  data: object | readonly object[];
  next?: string | null;
  licence: { url: string };
}

/**
 * The same answer as JSON-LD; an entry is known by the address of its page.
 * @param resource the name of the answer's table
 */
export function linkedDataOf(answer: Answer, resource: string, publicUrl: string): object {
  const type = typeOf(resource);
  const entries: readonly object[] = Array.isArray(answer.data) ? answer.data : [answer.data];
  return {
    '@context': contextOf(publicUrl),
    '@graph': entries.map((entry) => ({
      '@id': pageOf(entry, publicUrl),
      '@type': type,
      ...entry,
      license: answer.licence.url,
    })),
    ...(answer.next === undefined ? {} : { next: answer.next }),
  };
}

function pageOf(entry: { links?: { html?: string }; product?: { id: string } }, publicUrl: string): string | undefined {
  return entry.product ? publicUrl + paths('da').product(entry.product.id) : entry.links?.html;
}
