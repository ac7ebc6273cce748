import { addDays } from '~/workflows/working-days';
import type { Given } from '../profile';
import type { Book } from '.';
import { chosen, said, supports, type Writing } from './writing';

const yes: Given = { value: 'yes' };

const hasPersonalData = ({ product }: Writing): boolean => product.kle.some((number) => !/^(05|06|19)/.test(number));

/** Answers to the sections that are asked of every product: the product, its data, architecture and certificates. */
export const generalAnswers: Book = {
  'gen-former-name': () => null,
  'gen-delivery-model': ({ product }) => ({ value: product.delivery ?? 'saas' }),
  'gen-version': ({ product, writtenOn, loadedOn }) => ({
    // A product that was declared long ago was declared in an older version.
    value: addDays(writtenOn, 200) < loadedOn ? earlierVersion(product.version) : product.version,
  }),
  'gen-lifecycle': () => ({ value: 'active' }),
  'gen-eol-date': ({ loadedOn }) => ({ value: `${Number(loadedOn.slice(0, 4)) + 2}-12-31` }),
  'gen-municipalities': ({ product }) =>
    product.municipalities.length > 0 ? { value: [...product.municipalities] } : null,
  'gen-open-source': (writing) => ({ value: chosen(writing, 'open source', ['no', 'no', 'no', 'no', 'open']) }),
  'gen-repo-url': ({ supplier, product }) => ({
    value: `https://kode.${supplier.domain}.example/${product.name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
  }),
  'gen-ski-areas': ({ product: { areas = [] } }) => ({ value: areas.length > 0 ? [...areas] : ['none'] }),
  'gen-ski-deviation': (writing) => ({
    value: said(writing, 'ski', [
      'Ingen',
      'Alle relevante krav er opfyldt, bortset fra dem, der vedrører snitflader, vi i denne erklæring har svaret »planlagt« til. De følger af udviklingsplanen.',
      'Kravet om aflevering til Ydelsesindekset er ikke opfyldt, fordi produktet ikke bevilger eller udbetaler ydelser. De øvrige krav for ydelsesområdet er opfyldt.',
      'Ingen. Kravene er gennemgået af vores arkitekter sammen med to kunder ved genforhandlingen af aftalen.',
    ]),
  }),
  'gen-contact-integration': ({ supplier }) => ({ value: `integration@${supplier.domain}.example` }),
  'gen-personal-data': (writing) => ({
    value: hasPersonalData(writing) ? personalDataOf(writing) : ['ordinary'],
  }),
  'gen-dpa': () => yes,
  'gen-audit-report': (writing) => ({
    value: chosen(writing, 'audit', ['high', 'limited', 'limited', 'high', 'other', 'no']),
  }),
  'gen-security-cert': (writing) => ({
    value: [chosen(writing, 'iso', ['iso27001_cert', 'iso27001_follow', 'iso27001_follow'])],
  }),
  'gen-nis2': () => yes,
  'gen-hosting-country': (writing) => ({ value: chosen(writing, 'hosting', ['dk', 'dk', 'eu', 'eu', 'dk']) }),
  'gen-third-country': () => ({
    value:
      'Supporten uden for normal arbejdstid varetages fra Norge og Storbritannien. I Storbritannien kan medarbejdere se sagsnumre og navne på kommunens medarbejdere. Overførslen sker på grundlag af EU-Kommissionens afgørelse om tilstrækkeligt beskyttelsesniveau og kan fravælges.',
  }),
  'gen-subprocessors': ({ supplier }) => ({ value: `https://${supplier.domain}.example/databehandling` }),
  'gen-accessibility': (writing) => ({ value: chosen(writing, 'accessibility', ['yes', 'partly', 'partly', 'yes']) }),
  'gen-archive': (writing) => ({ value: chosen(writing, 'archive', ['yes', 'yes', 'yes', 'no']) }),
  'gen-exit': (writing) => ({ value: chosen(writing, 'exit', ['self_service', 'on_request', 'on_request', 'paid']) }),
  'gen-api-docs': ({ supplier }) => ({ value: `https://dokumentation.${supplier.domain}.example/api` }),
  'gen-ar21': (writing) => ({
    value: 'yes',
    justification: said(writing, 'ar21', [
      'Login, rettigheder, klassifikation og post følger den fællesoffentlige rammearkitektur og bruger de fælles byggeblokke. Adresser slås op i Danmarks Adresser.',
      'Vi har gennemgået produktet mod regelsættet ved den seneste større udgave og lagt en oversigt over regel, status og begrundelse i dokumentationen.',
      'Rammearkitekturen følges, hvor den har en byggeblok. Et ældre rapportmodul har sit eget datalag; det afløses i den kommende hovedudgave.',
      'Datamodellen bygger på de fælles grunddatamodeller, og vi bruger egne begreber alene, hvor lovgivningen på området har sine egne.',
    ]),
  }),
  'gen-ar22': (writing) => ({ value: standardsOf(writing) }),
  'gen-ar23': (writing) => ({
    value: said(writing, 'ar23', [
      'Kommunen ejer alle data og kan selv trække dem ud som CSV og XML. API’erne er offentligt dokumenteret, og vi offentliggør ændringer mindst tre måneder før. Ved ophør leverer vi et fuldt udtræk med dokumentation inden for 30 dage.',
      'Integrationerne bygger på de fælles snitflader, så kommunen kan udskifte produktet uden at ændre i de omgivende systemer. Udtræk sker i åbne formater, og exitplanen er bilag til standardkontrakten.',
      'Der er ingen binding på rapporter, skabeloner eller arbejdsgange: De kan eksporteres og genbruges. Kommunen kan lade en anden leverandør arbejde direkte på vores dokumenterede API.',
      'Data leveres løbende til kommunens eget datavarehus gennem et åbent format. Kontrakten kan opsiges med seks måneders varsel uden særskilt betaling for udtræk.',
    ]),
  }),
  'gen-ar24': (writing) => ({
    value: said(writing, 'ar24', [
      'Hver integration ligger i sit eget modul med automatiske test mod det eksterne testmiljø. Nye versioner af fælles snitflader tages med i en ordinær udgave senest ni måneder efter, at de er udgivet, uden betaling.',
      'Vi følger KOMBITs udmeldinger og har fire udgaver om året. Versionsskift planlægges sammen med kundernes brugergruppe og kører i en periode side om side med den gamle version.',
      'Produktet er delt i mindre tjenester, som kan udgives hver for sig. Et skift i en snitflade berører derfor kun den tjeneste, der kalder den, og kan rulles ud til én kommune ad gangen.',
      'Ændringer i lovgivning og fælles snitflader er en del af vedligeholdelsen. Vi afsætter fast en tredjedel af hver udgave til dem.',
    ]),
  }),
  'gen-ar72': (writing) => ({
    value: chosen(writing, 'ar72', ['yes', 'yes', 'yes', 'no']),
    justification: chosen(writing, 'ar72', [
      'Produktet har ikke egne registre over medarbejdere, organisation, klassifikation eller post, men bruger de fælleskommunale.',
      'Adgangsstyring, Organisation og Klassifikation bruges som de er. Produktet har kun sin egen brugerliste til nødadgang.',
      'Alle de byggeblokke, der er relevante, bruges. Notifikationer til medarbejdere sendes dog som almindelig e-mail.',
      'Kun delvist. Produktet har sit eget register over eksterne samarbejdspartnere, fordi de ikke findes i kommunens organisation. Alle medarbejdere kommer fra Organisation.',
    ]),
  }),
  'cert-type': (writing) => ({
    value: chosen(writing, 'cert', [['oces3_sys'], ['oces3_sys'], ['oces3_org', 'oces3_sys']]),
  }),
  'cert-owner': (writing) => ({
    value: chosen(writing, 'cert owner', ['supplier', 'supplier', 'supplier', 'operator']),
  }),
  'cert-separate': () => yes,
  'cert-expiry': (writing) => ({
    value: addDays(writing.writtenOn, chosen(writing, 'cert expiry', [420, 530, 640, 760])),
  }),
  'cert-renewal': ({ writtenOn }) => ({
    value: 'yes',
    justification: `Systemcertifikatet er fornyet inden for det seneste år, mens det gamle stadig var gyldigt. Proceduren er beskrevet i vores driftshåndbog og senest gennemgået i ${writtenOn.slice(0, 4)}.`,
  }),
  'gen-incident-notice': (writing) => ({ value: chosen(writing, 'incident', ['h24', 'h24', 'h24', 'h72']) }),
  'gen-ai': (writing) => ({ value: chosen(writing, 'ai', ['none', 'none', 'assist']) }),
  'gen-ai-purpose': () => ({
    value:
      'Produktet foreslår emne og stikord ud fra overskriften, og medarbejderen godkender eller retter forslaget. Modellen kører i vores eget driftsmiljø i Danmark, trænes ikke på kommunens data og kan slås fra af kommunens administrator.',
  }),
  'gen-exit-access': (writing) => ({ value: chosen(writing, 'exit', ['self_service', 'on_request', 'on_request']) }),
  'gen-exit-price': (writing) => ({ value: chosen(writing, 'exit price', ['included', 'included', 'fixed']) }),
  'gen-ar-change': (writing) => ({
    value: said(writing, 'ar change', [
      'Kommunen ejer alle data og kan selv trække dem ud som CSV og XML. Hver integration ligger i sit eget modul, og nye versioner af fælles snitflader er med i en ordinær udgave senest ni måneder efter, at de er udgivet, uden betaling.',
      'Integrationerne bygger på de fælles snitflader, så produktet kan udskiftes uden at ændre i de omgivende systemer. Versionsskift planlægges med kundernes brugergruppe og kører en tid side om side med den gamle version.',
    ]),
  }),
};

/** `8.3` as `8.1`, `2026.2` as `2025.2`. */
function earlierVersion(version: string): string {
  const [major = 1, minor = 0] = version.split('.').map(Number);
  if (major > 1_900) return `${major - 1}.${minor}`;
  return minor >= 2 ? `${major}.${minor - 2}` : `${major - 1}.${minor + 6}`;
}

function personalDataOf({ product: { kle, type } }: Writing): string[] {
  const isAbout = (...groups: string[]): boolean => kle.some((number) => groups.includes(number.slice(0, 2)));
  if (isAbout('27', '29', '28', '17')) return ['ordinary', 'cpr', 'confidential', 'sensitive'];
  if (isAbout('15', '32', '25', '81', '23')) return ['ordinary', 'cpr', 'confidential'];
  if (type === 'esdh') return ['ordinary', 'cpr', 'confidential', 'sensitive', 'criminal'];
  return isAbout('02', '03', '85', '00', '21') ? ['ordinary', 'cpr'] : ['ordinary'];
}

function standardsOf(writing: Writing): string[] {
  const standards = [
    supports(writing, 'SF1511') ? 'oiosaml' : null,
    supports(writing, 'SF1514') ? 'oioidws' : null,
    supports(writing, 'SF1470') ? 'oio_sagdok' : null,
    supports(writing, 'SF1500') ? 'oio_org' : null,
    writing.product.type === 'brugerstyring' ? 'oidc' : null,
    'openapi',
  ];
  return standards.filter((standard) => standard !== null);
}
