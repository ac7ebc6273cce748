import type { DecidingState } from '~/workflows/review/municipality-deciding';
import { defineTexts, type TextsOf } from './texts';

/** The coordinator's pages about the municipalities that review. */
export const municipalityOverviewTexts = defineTexts({
  title: { da: 'Kommuner', en: 'Municipalities' },
  lead: {
    da: 'Hvem der gennemgår i hver kommune, hvad de har liggende, og om de kan afgøre en sag i dag.',
    en: 'Who reviews in each municipality, what they have before them, and whether they can decide a case today.',
  },
  homeText: {
    da: 'De 98 kommuner: personer, åbne sager, regler, og om de kan afgøre en sag i dag.',
    en: 'The 98 municipalities: people, open cases, rules, and whether they can decide a case today.',
  },
  linkFromHome: { da: 'Se kommunerne', en: 'See the municipalities' },
  origin: {
    da: 'Kommunerne selv ændres ikke her. Navn, kode, region og CVR-nummer kommer fra kataloget: ret filen med kommuner, og indlæs den med {command}. Hvem der gør hvad i en kommune, styres under {people}, og hvilke sager den får, under {routing}.',
    en: 'The municipalities themselves are not changed here. Name, code, region and CVR number come from the catalogue: correct the file of municipalities and load it with {command}. Who does what in a municipality is set under {people}, and which cases it gets, under {routing}.',
  },
  search: {
    da: 'Søg på navn, kode, region eller ledende bedømmer',
    en: 'Search by name, code, region or lead reviewer',
  },
  count: {
    da: { one: '{count} kommune', other: '{count} kommuner' },
    en: { one: '{count} municipality', other: '{count} municipalities' },
  },
  clear: { da: 'Ryd søgningen', en: 'Clear the search' },
  empty: { da: 'Ingen kommuner passer', en: 'No municipality matches' },
  sortBy: { da: 'Sortér efter', en: 'Sort by' },
  columnName: { da: 'Kommune', en: 'Municipality' },
  columnCode: { da: 'Kode', en: 'Code' },
  columnRegion: { da: 'Region', en: 'Region' },
  columnPeople: { da: 'Personer', en: 'People' },
  columnLeads: { da: 'Ledende bedømmere', en: 'Lead reviewers' },
  columnCases: { da: 'Åbne sager', en: 'Open cases' },
  columnRules: { da: 'Regler', en: 'Rules' },
  columnDeciding: { da: 'Kan afgøre i dag', en: 'Can decide today' },
  ofRole: { da: '{role}: {count}', en: '{role}: {count}' },
  caption: { da: 'Kommune {code} · {region}', en: 'Municipality {code} · {region}' },
  cvr: { da: 'CVR-nummer', en: 'CVR number' },
  publicPage: { da: 'Kommunens offentlige side', en: 'The municipality’s public page' },
  people: { da: 'Personer', en: 'People' },
  noPeople: { da: 'Ingen har en rolle i kommunen', en: 'Nobody has a role in the municipality' },
  noPeopleText: {
    da: 'Giv nogen en rolle, før kommunen kan få sager.',
    en: 'Give somebody a role before the municipality can get cases.',
  },
  peopleLink: { da: 'Tilføj personer og roller', en: 'Add people and roles' },
  columnPerson: { da: 'Navn', en: 'Name' },
  columnEmail: { da: 'E-mail', en: 'E-mail' },
  columnRoles: { da: 'Roller', en: 'Roles' },
  columnThere: { da: 'På arbejde', en: 'At work' },
  there: { da: 'Ja', en: 'Yes' },
  away: { da: 'Fraværende til og med {date}', en: 'Away until the end of {date}' },
  cases: { da: 'Sager', en: 'Cases' },
  casesOf: { da: '{open} åbne af {all} i alt', en: '{open} open of {all} in all' },
  casesShown: { da: 'De {count} første vises.', en: 'The first {count} are shown.' },
  noCases: { da: 'Kommunen har ingen sager', en: 'The municipality has no cases' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnCase: { da: 'Sag', en: 'Case' },
  columnSupplier: { da: 'Leverandør', en: 'Supplier' },
  columnState: { da: 'Tilstand', en: 'State' },
  columnAssignee: { da: 'Sagsbehandler', en: 'Handled by' },
  columnSince: { da: 'Siden', en: 'Since' },
  rules: { da: 'Regler, der kan sende sager hertil', en: 'Rules that can send cases here' },
  noRules: { da: 'Ingen regel sender sager hertil', en: 'No rule sends cases here' },
  ruleNamed: { da: 'Reglen nævner kommunen', en: 'The rule names the municipality' },
  ruleAll: {
    da: 'Reglen gælder alle kommuner, der gennemgår',
    en: 'The rule holds for every municipality that reviews',
  },
  rulesLink: { da: 'Se og ret reglerne', en: 'See and change the rules' },
  attestations: { da: 'Driftsbekræftelser', en: 'Attestations' },
  noAttestations: { da: 'Kommunen har ingen driftsbekræftelser', en: 'The municipality has no attestations' },
  columnInterface: { da: 'Snitflade', en: 'Interface' },
  columnRunSince: { da: 'I drift siden', en: 'Run since' },
  columnValidTo: { da: 'Gælder til', en: 'Holds until' },
});

/** Whether a municipality can decide, in a word and why. */
export const decidingTexts = defineTexts({
  alone: { da: 'Ja', en: 'Yes' },
  'with-others': { da: 'Ja, sammen med en anden kommune', en: 'Yes, together with another municipality' },
  'leads-away': { da: 'Nej: alle ledende bedømmere er fraværende', en: 'No: every lead reviewer is away' },
  'no-lead': { da: 'Nej: ingen ledende bedømmer', en: 'No: no lead reviewer' },
  nobody: { da: 'Nej: ingen bedømmere', en: 'No: no reviewers' },
} satisfies TextsOf<DecidingState>);

export const decidingReasons = defineTexts({
  alone: {
    da: 'Mindst to ledende bedømmere er på arbejde: én foreslår afgørelsen, og en anden bekræfter den.',
    en: 'At least two lead reviewers are at work: one proposes the decision and another confirms it.',
  },
  'with-others': {
    da: 'Kun én ledende bedømmer er på arbejde, så en ledende bedømmer fra en anden kommune skal bekræfte afgørelsen.',
    en: 'Only one lead reviewer is at work, so a lead reviewer of another municipality has to confirm the decision.',
  },
  'leads-away': {
    da: 'Sager, der kommer nu, venter, til en ledende bedømmer er tilbage efter {date}. Reglerne sender ingen hertil imens.',
    en: 'Cases that come now wait until a lead reviewer is back after {date}. The rules send none here meanwhile.',
  },
  'no-lead': {
    da: 'Bedømmerne kan vurdere svar, men ingen kan foreslå en afgørelse. Giv nogen rollen som ledende bedømmer.',
    en: 'The reviewers can judge answers, but nobody can propose a decision. Give somebody the role of lead reviewer.',
  },
  nobody: {
    da: 'Ingen i kommunen kan gennemgå. Giv nogen en rolle, hvis kommunen skal have sager.',
    en: 'Nobody in the municipality can review. Give somebody a role if the municipality is to get cases.',
  },
});
