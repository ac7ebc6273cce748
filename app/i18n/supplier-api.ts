import type { ApiScope, TokenState } from '~/workflows/api-token';
import type { PullOutcome } from '~/workflows/well-known';
import { defineTexts, type TextsOf } from './texts';

/** Keys by which a supplier's own systems use the API. */
export const apiTokenTexts = defineTexts({
  title: { da: 'Nøgler til API’et', en: 'API tokens' },
  lead: {
    da: 'Med en nøgle kan jeres egne systemer læse erklæringerne og sende forslag til svar. Intet svar bliver ændret, før en af jer har godkendt forslaget.',
    en: 'With a token your own systems can read the declarations and send proposed answers. No answer changes until one of you has accepted the proposal.',
  },
  documentation: { da: 'Beskrivelse af API’et (OpenAPI)', en: 'Description of the API (OpenAPI)' },
  homeLink: { da: 'Nøgler til API’et', en: 'API tokens' },
  madeHeading: { da: 'Nøglen »{name}« er klar', en: 'The token “{name}” is ready' },
  madeText: {
    da: 'Kopiér nøglen nu, og gem den et sikkert sted. Den vises kun denne ene gang.',
    en: 'Copy the token now and keep it in a safe place. It is shown only this once.',
  },
  revoked: { da: 'Nøglen er spærret.', en: 'The token has been revoked.' },
  listHeading: { da: 'Jeres nøgler', en: 'Your tokens' },
  none: { da: 'I har ingen nøgler endnu.', en: 'You have no tokens yet.' },
  columnName: { da: 'Navn', en: 'Name' },
  columnScopes: { da: 'Giver adgang til', en: 'Gives access to' },
  columnState: { da: 'Status', en: 'State' },
  columnUsed: { da: 'Sidst brugt', en: 'Last used' },
  columnEnd: { da: 'Skift eller spær', en: 'Replace or revoke' },
  madeBy: { da: 'Lavet {date} af {person}', en: 'Made on {date} by {person}' },
  allProducts: { da: 'Alle it-systemer', en: 'All products' },
  neverUsed: { da: 'Aldrig', en: 'Never' },
  goodUntil: { da: 'gælder til {date}', en: 'good until {date}' },
  rotate: { da: 'Skift', en: 'Replace' },
  rotateOf: { da: 'Skift nøglen »{name}« ud med en ny', en: 'Replace the token “{name}” by a new one' },
  revoke: { da: 'Spær', en: 'Revoke' },
  revokeOf: { da: 'Spær nøglen »{name}«', en: 'Revoke the token “{name}”' },
  endHint: {
    da: 'Når du skifter en nøgle, får du en ny med de samme rettigheder, og den gamle virker ikke længere. En nøgle holder også op med at virke, når den kollega, der lavede den, ikke længere er hos jer.',
    en: 'When you replace a token you get a new one with the same rights, and the old one no longer works. A token also stops working when the colleague who made it is no longer with you.',
  },
  newHeading: { da: 'Lav en ny nøgle', en: 'Make a new token' },
  fieldName: { da: 'Navn', en: 'Name' },
  fieldNameHint: {
    da: 'For eksempel navnet på det system, der skal bruge nøglen. Navnet står ved de forslag, systemet sender.',
    en: 'For example the name of the system that will use the token. The name is shown at the proposals that the system sends.',
  },
  fieldScopes: { da: 'Hvad skal nøglen give adgang til?', en: 'What is the token to give access to?' },
  fieldProduct: { da: 'Hvilke it-systemer?', en: 'Which products?' },
  fieldLifetime: { da: 'Hvor længe skal nøglen gælde?', en: 'How long is the token to be good for?' },
  days: { da: '{count} dage', en: '{count} days' },
  make: { da: 'Lav nøglen', en: 'Make the token' },
});

export const apiScopeTexts = defineTexts({
  'declarations:read': { da: 'Læse erklæringer', en: 'Read declarations' },
  'proposals:write': { da: 'Sende forslag til svar', en: 'Send proposed answers' },
} satisfies TextsOf<ApiScope>);

export const tokenStateTexts = defineTexts({
  good: { da: 'I brug', en: 'In use' },
  revoked: { da: 'Spærret', en: 'Revoked' },
  expired: { da: 'Udløbet', en: 'Expired' },
  orphaned: { da: 'Kollegaen er stoppet', en: 'The colleague has left' },
} satisfies TextsOf<TokenState>);

/** A declaration that is pulled from the supplier's own site. */
export const wellKnownTexts = defineTexts({
  title: { da: 'Hent svar fra jeres websted', en: 'Fetch answers from your site' },
  lead: {
    da: 'Læg erklæringen som en fil på jeres eget websted, og hold den opdateret dér. Portalen henter filen og gør det, der er anderledes, til forslag, som I tager stilling til.',
    en: 'Keep the declaration as a file on your own site and update it there. The portal fetches the file and turns what is different into proposals for you to decide on.',
  },
  fileText: {
    da: 'Filen skal ligge på adressen {path} og have samme form som den JSON-fil, du kan hente fra erklæringen. Har I flere it-systemer, kan filen være en liste med én erklæring for hvert.',
    en: 'The file must be at the address {path} and have the same form as the JSON file that you can download from the declaration. If you have several products, the file can be a list with one declaration for each.',
  },
  schemaLink: { da: 'Filens form (JSON Schema)', en: 'The form of the file (JSON Schema)' },
  exampleLink: { da: 'Hent erklæringen som JSON-fil', en: 'Download the declaration as a JSON file' },
  noDeclaration: {
    da: 'It-systemet har ingen erklæring endnu, så der er ikke noget at hente svar til.',
    en: 'The product has no declaration yet, so there is nothing to fetch answers for.',
  },
  chooseHeading: { da: 'Vælg adressen', en: 'Choose the address' },
  changeHeading: { da: 'Ret adressen', en: 'Change the address' },
  fieldAddress: { da: 'Jeres websted', en: 'Your site' },
  fieldAddressHint: { da: 'For eksempel https://www.firma.dk', en: 'For example https://www.company.com' },
  fieldScheduled: { da: 'Hent filen én gang i døgnet', en: 'Fetch the file once a day' },
  fieldScheduledHint: {
    da: 'Ellers bliver filen kun hentet, når en af jer beder om det her på siden.',
    en: 'Otherwise the file is fetched only when one of you asks for it on this page.',
  },
  save: { da: 'Gem', en: 'Save' },
  saved: { da: 'Adressen er gemt.', en: 'The address is saved.' },
  removed: {
    da: 'Adressen er fjernet. Der bliver ikke hentet mere.',
    en: 'The address is removed. Nothing more is fetched.',
  },
  stateHeading: { da: 'Filen nu', en: 'The file now' },
  address: { da: 'Adresse', en: 'Address' },
  lastPulled: { da: 'Sidst hentet', en: 'Last fetched' },
  never: { da: 'Endnu ikke', en: 'Not yet' },
  outcome: { da: 'Resultat', en: 'Result' },
  schedule: { da: 'Hentes af sig selv', en: 'Fetched by itself' },
  daily: { da: 'Én gang i døgnet', en: 'Once a day' },
  onRequest: { da: 'Nej', en: 'No' },
  pull: { da: 'Hent filen nu', en: 'Fetch the file now' },
  remove: { da: 'Fjern adressen', en: 'Remove the address' },
  proposalsLink: { da: 'Se forslagene', en: 'See the proposals' },
  productLink: { da: 'Hent svar fra jeres websted', en: 'Fetch answers from your site' },
});

/** What came of fetching the file. */
export const pullOutcomeTexts = defineTexts({
  proposed: { da: 'Der er nye forslag til svar.', en: 'There are new proposed answers.' },
  'nothing-new': { da: 'Der var ikke noget nyt.', en: 'There was nothing new.' },
  'not-https': {
    da: 'Adressen, eller en adresse den førte videre til, bruger ikke https.',
    en: 'The address, or one that it led on to, does not use https.',
  },
  'address-not-public': {
    da: 'Adressen fører til et lukket netværk. Webstedet skal kunne nås fra internettet.',
    en: 'The address leads to a closed network. The site must be reachable from the internet.',
  },
  'port-not-allowed': { da: 'Adressen må ikke have et portnummer.', en: 'The address must not have a port number.' },
  'host-unknown': {
    da: 'Webstedet findes ikke. Kontrollér adressen.',
    en: 'There is no such site. Check the address.',
  },
  unreachable: {
    da: 'Webstedet svarede ikke, eller forbindelsen blev afbrudt.',
    en: 'The site did not answer, or the connection broke off.',
  },
  'too-slow': { da: 'Webstedet var for længe om at svare.', en: 'The site took too long to answer.' },
  'too-large': { da: 'Filen fylder mere end 10 MB.', en: 'The file is larger than 10 MB.' },
  'too-many-redirects': {
    da: 'Webstedet sendte videre for mange gange.',
    en: 'The site redirected too many times.',
  },
  'not-found': { da: 'Der er ingen fil på adressen.', en: 'There is no file at the address.' },
  'wrong-status': { da: 'Webstedet svarede med en fejl.', en: 'The site answered with an error.' },
  'wrong-content-type': {
    da: 'Svaret var ikke JSON. Webstedet skal sende filen som application/json.',
    en: 'The answer was not JSON. The site must send the file as application/json.',
  },
  'not-a-declaration': {
    da: 'Filen har ikke den rigtige form. Sammenlign den med JSON-filen fra erklæringen.',
    en: 'The file does not have the right form. Compare it with the JSON file from the declaration.',
  },
  'unknown-version': {
    da: 'Filen er i en version af formatet, som portalen ikke kender. Sammenlign den med JSON-filen fra erklæringen.',
    en: 'The file is in a version of the format that the portal does not know. Compare it with the JSON file from the declaration.',
  },
  'other-product': {
    da: 'Filen handler ikke om dette it-system. Brug det id, der står i JSON-filen fra erklæringen.',
    en: 'The file is not about this product. Use the id in the JSON file from the declaration.',
  },
  'other-questionnaire': {
    da: 'Filen svarer på en anden version af spørgeskemaet. Hent en ny JSON-fil fra erklæringen, og ret svarene ind i den.',
    en: 'The file answers another version of the questionnaire. Download a new JSON file from the declaration and put your answers in it.',
  },
  'answers-wrong': {
    da: 'Mindst ét svar i filen kan ikke bruges, så intet er hentet. Sammenlign svarene med spørgeskemaet.',
    en: 'At least one answer in the file cannot be used, so nothing was fetched. Compare the answers with the questionnaire.',
  },
  'role-required': {
    da: 'Den kollega, der valgte adressen, kan ikke længere svare for it-systemet. Gem adressen igen.',
    en: 'The colleague who chose the address can no longer answer for the product. Save the address again.',
  },
  'no-declaration': {
    da: 'It-systemet har ingen erklæring endnu.',
    en: 'The product has no declaration yet.',
  },
} satisfies TextsOf<PullOutcome>);
