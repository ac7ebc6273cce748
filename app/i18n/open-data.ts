import { defineTexts } from './texts';

/** The page that tells what can be taken out as data, for people who choose among it. */
export const openDataTexts = defineTexts({
  lead: {
    da: 'Alt, hvad de offentlige sider viser, kan hentes som data, uden nøgle og uden at spørge. På hvilke vilkår data må bruges, står nederst på siden og i hvert svar.',
    en: 'Everything that the public pages show can be taken out as data, without a key and without asking. The terms are at the bottom of the page and in every answer.',
  },
  datasetName: {
    da: 'Erklæringer om it-systemers understøttelse af fælleskommunale snitflader',
    en: 'Declarations of products’ support for the common municipal interfaces',
  },
  datasetDescription: {
    da: 'Hvordan leverandørers it-systemer understøtter snitfladerne i den fælleskommunale infrastruktur: kun svar, som en kommune har godkendt, med dato, dokumentation og hvem der har godkendt dem.',
    en: 'How suppliers’ products support the interfaces of the common municipal infrastructure in Denmark: only answers that a municipality has approved, with dates, evidence and who approved them.',
  },
  table: { da: 'Hvad du kan hente', en: 'What you can take' },
  what: { da: 'Hvad', en: 'What' },
  where: { da: 'Hent', en: 'Get' },
  products: { da: 'It-systemer', en: 'Products' },
  interfaces: { da: 'Snitflader', en: 'Interfaces' },
  interfaceGroups: { da: 'Snitfladegrupper', en: 'Interface groups' },
  suppliers: { da: 'Leverandører', en: 'Suppliers' },
  municipalities: { da: 'Kommuner', en: 'Municipalities' },
  matrix: { da: 'It-systemer og snitflader som matrix', en: 'Products and interfaces as a matrix' },
  answers: { da: 'Alle godkendte svar lige nu', en: 'Every approved answer right now' },
  dump: { da: 'Det hele, dannet hver nat: liste over filerne', en: 'All of it, made every night: the list of files' },
  feed: { da: 'Nye og ændrede erklæringer', en: 'New and changed declarations' },
  catalogue: { da: 'Datakatalog (DCAT-AP)', en: 'Data catalogue (DCAT-AP)' },
  ledger: { da: 'Register over underskrevne erklæringer', en: 'Ledger of signed declarations' },
  ledgerHeads: { da: 'Alle underskrevne stande', en: 'Every signed state' },
  apiHeading: { da: 'For programmer', en: 'For programs' },
  api: {
    da: 'API’et er beskrevet i OpenAPI 3.1: {link}. Lister har de samme filtre som siderne: byg en søgning på siden, og hent den som data nederst.',
    en: 'The API is described in OpenAPI 3.1: {link}. Lists have the same filters as the pages: build a search on the page, and take it as data at the bottom.',
  },
  siteHeading: { da: 'På jeres egen side', en: 'On your own site' },
  site: {
    da: 'Hvert it-system har et mærke, der altid viser det nyeste. Koden står nederst på it-systemets side. I et CMS, der kender oEmbed, er sidens adresse nok.',
    en: 'Each product has a badge that always shows the latest. Its code is at the bottom of the product’s page. In a CMS that knows oEmbed, the page’s address is enough.',
  },
});
