import type { Term, Thing } from './rdf';

/** The catalogue of data sets after DCAT-AP 2.1.1, of which DCAT-AP-DK is the Danish profile. */
export const cataloguePrefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

/** The European Union's lists of words, which DCAT-AP asks for. */
const authority = 'http://publications.europa.eu/resource/authority';
const iana = 'https://www.iana.org/assignments/media-types';

export interface CatalogueTexts {
  title: Readonly<Record<'da' | 'en', string>>;
  description: Readonly<Record<'da' | 'en', string>>;
  keywords: Readonly<Record<'da' | 'en', readonly string[]>>;
}

export interface CatalogueFacts {
  publicUrl: string;
  licenceUrl: string;
  texts: CatalogueTexts;
  /** Whole addresses. */
  pages: { catalogue: string; home: string; about: string; products: string };
  api: { root: string; description: string };
  /** The last dump; null while none has been made. */
  dump: { madeAt: string; files: readonly DumpedFile[] } | null;
}

export interface DumpedFile {
  name: string;
  /** Whole. */
  url: string;
  description: string;
}

const iri = (value: string): Term => ({ iri: value });
const inBoth = (property: string, texts: CatalogueTexts['title']): [string, Term][] => [
  [property, { text: texts.da, language: 'da' }],
  [property, { text: texts.en, language: 'en' }],
];

/** Catalogue, data set, its distributions and the API, who publishes them, and where to ask. */
export function dataCatalogueOf(facts: CatalogueFacts): Thing[] {
  const { publicUrl, pages, dump } = facts;
  const ids = {
    catalogue: pages.catalogue,
    dataset: `${pages.catalogue}#declarations`,
    service: `${pages.catalogue}#api`,
    publisher: `${publicUrl}/#publisher`,
    contact: `${publicUrl}/#contact`,
  };
  return [
    catalogueThing(facts, ids),
    datasetThing(facts, ids),
    ...(dump?.files ?? []).flatMap((file) => distributionThings(file, dump?.madeAt ?? '', facts)),
    serviceThing(facts, ids),
    { id: ids.publisher, types: ['foaf:Agent'], properties: [['foaf:name', { text: 'Snitfladeklar' }]] },
    {
      id: ids.contact,
      types: ['vcard:Kind', 'vcard:Organization'],
      properties: [
        ['vcard:fn', { text: 'Snitfladeklar' }],
        ['vcard:hasURL', iri(pages.about)],
      ],
    },
    ...namedThings(facts),
  ];
}

/** What the catalogue points to and others describe: its class, which the strict shapes of DCAT-AP-DK want to find here. */
function namedThings({ pages, licenceUrl, dump }: CatalogueFacts): Thing[] {
  const named = (type: string, ...ids: string[]): Thing[] => ids.map((id) => ({ id, types: [type], properties: [] }));
  return [
    ...named('foaf:Document', pages.home, pages.products),
    ...named('dct:LicenseDocument', licenceUrl),
    ...named('dct:LinguisticSystem', `${authority}/language/DAN`, `${authority}/language/ENG`),
    ...named('dct:Location', `${authority}/country/DNK`),
    ...named('dct:Frequency', `${authority}/frequency/DAILY`),
    ...named('dct:RightsStatement', `${authority}/access-right/PUBLIC`),
    {
      id: `${authority}/data-theme`,
      types: ['skos:ConceptScheme'],
      properties: inBoth('dct:title', { da: 'Datatemaer', en: 'Data themes' }),
    },
    {
      id: `${authority}/data-theme/GOVE`,
      types: ['skos:Concept'],
      properties: inBoth('skos:prefLabel', {
        da: 'Regeringen og den offentlige sektor',
        en: 'Government and public sector',
      }),
    },
    ...(dump === null
      ? []
      : [
          ...named('dct:MediaTypeOrExtent', `${authority}/file-type/CSV`, `${authority}/file-type/JSON`),
          ...named('dct:MediaType', `${iana}/text/csv`, `${iana}/application/json`, `${iana}/application/gzip`),
        ]),
  ];
}

type Ids = Readonly<Record<'catalogue' | 'dataset' | 'service' | 'publisher' | 'contact', string>>;

function catalogueThing({ texts, pages, licenceUrl }: CatalogueFacts, ids: Ids): Thing {
  return {
    id: ids.catalogue,
    types: ['dcat:Catalog'],
    properties: [
      ...inBoth('dct:title', { da: 'Snitfladeklar: åbne data', en: 'Snitfladeklar: open data' }),
      ...inBoth('dct:description', texts.description),
      ['dct:publisher', iri(ids.publisher)],
      ['foaf:homepage', iri(pages.home)],
      ['dct:license', iri(licenceUrl)],
      ['dct:language', iri(`${authority}/language/DAN`)],
      ['dct:language', iri(`${authority}/language/ENG`)],
      ['dct:spatial', iri(`${authority}/country/DNK`)],
      ['dcat:themeTaxonomy', iri(`${authority}/data-theme`)],
      ['dcat:dataset', iri(ids.dataset)],
      ['dcat:service', iri(ids.service)],
    ],
  };
}

function datasetThing({ texts, pages, dump }: CatalogueFacts, ids: Ids): Thing {
  return {
    id: ids.dataset,
    types: ['dcat:Dataset'],
    properties: [
      ...inBoth('dct:title', texts.title),
      ...inBoth('dct:description', texts.description),
      ['dct:identifier', { text: ids.dataset }],
      ['dct:publisher', iri(ids.publisher)],
      ['dcat:contactPoint', iri(ids.contact)],
      ['dcat:theme', iri(`${authority}/data-theme/GOVE`)],
      ['dct:accrualPeriodicity', iri(`${authority}/frequency/DAILY`)],
      ['dct:accessRights', iri(`${authority}/access-right/PUBLIC`)],
      ['dct:spatial', iri(`${authority}/country/DNK`)],
      ['dct:language', iri(`${authority}/language/DAN`)],
      ['dct:language', iri(`${authority}/language/ENG`)],
      ['dcat:landingPage', iri(pages.products)],
      ...texts.keywords.da.map((text): [string, Term] => ['dcat:keyword', { text, language: 'da' }]),
      ...texts.keywords.en.map((text): [string, Term] => ['dcat:keyword', { text, language: 'en' }]),
      ...(dump ? [['dct:modified', { value: dump.madeAt, type: 'dateTime' }] as [string, Term]] : []),
      ...(dump?.files ?? []).map(({ name }): [string, Term] => [
        'dcat:distribution',
        iri(distributionId(pages.catalogue, name)),
      ]),
    ],
  };
}

const distributionId = (catalogue: string, name: string): string => `${catalogue}#${name}`;

/** Without a checksum: DCAT-AP 2.1.1 allows SHA-1 alone. The manifest beside the files has their SHA-256. */
function distributionThings(file: DumpedFile, madeAt: string, { pages, licenceUrl }: CatalogueFacts): Thing[] {
  const isCsv = file.name.endsWith('.csv.gz');
  const id = distributionId(pages.catalogue, file.name);
  return [
    {
      id,
      types: ['dcat:Distribution'],
      properties: [
        ['dct:title', { text: file.name }],
        ['dct:description', { text: file.description, language: 'en' }],
        ['dcat:accessURL', iri(file.url)],
        ['dcat:downloadURL', iri(file.url)],
        ['dcat:mediaType', iri(`${iana}/${isCsv ? 'text/csv' : 'application/json'}`)],
        ['dct:format', iri(`${authority}/file-type/${isCsv ? 'CSV' : 'JSON'}`)],
        ['dcat:compressFormat', iri(`${iana}/application/gzip`)],
        ['dct:license', iri(licenceUrl)],
        ['dct:modified', { value: madeAt, type: 'dateTime' }],
      ],
    },
  ];
}

function serviceThing({ api, licenceUrl }: CatalogueFacts, ids: Ids): Thing {
  return {
    id: ids.service,
    types: ['dcat:DataService'],
    properties: [
      ...inBoth('dct:title', { da: 'Snitfladeklars API', en: 'The API of Snitfladeklar' }),
      ['dct:publisher', iri(ids.publisher)],
      ['dcat:endpointURL', iri(api.root)],
      ['dcat:endpointDescription', iri(api.description)],
      ['dcat:servesDataset', iri(ids.dataset)],
      ['dcat:contactPoint', iri(ids.contact)],
      ['dct:license', iri(licenceUrl)],
      ['dct:accessRights', iri(`${authority}/access-right/PUBLIC`)],
    ],
  };
}
