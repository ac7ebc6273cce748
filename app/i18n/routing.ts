import type { RoutingWay } from '~/workflows/review/routing';
import { defineTexts, type TextsOf } from './texts';

/** Which municipality gets which case: the coordinator's rules, and what a routed case says of them. */
export const routingTexts = defineTexts({
  title: { da: 'Fordeling af sager', en: 'Routing of cases' },
  lead: {
    da: 'Reglerne afgør, hvilken kommune der foreslås til en ny sag. Du ser altid forslaget, før en sag bliver sendt af sted.',
    en: 'The rules decide which municipality is suggested for a new case. You always see the suggestion before a case is sent.',
  },
  linkFromHome: { da: 'Fordel sager, og ret reglerne', en: 'Route cases and edit the rules' },
  doneRule: { da: 'Reglerne er opdateret.', en: 'The rules are updated.' },
  planHeading: { da: 'Sager, der venter på fordeling', en: 'Cases waiting to be routed' },
  planLead: {
    da: 'Sådan ville reglerne fordele sagerne lige nu. Intet er sendt endnu.',
    en: 'This is how the rules would route the cases right now. Nothing has been sent yet.',
  },
  planEmpty: { da: 'Ingen sager venter på fordeling', en: 'No cases are waiting to be routed' },
  planEmptyText: {
    da: 'Nye sager vises her med et forslag, når leverandørerne har indsendt dem.',
    en: 'New cases appear here with a suggestion when suppliers have submitted them.',
  },
  columnChoose: { da: 'Vælg', en: 'Choose' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnMunicipality: { da: 'Forslag', en: 'Suggestion' },
  columnWhy: { da: 'Hvorfor', en: 'Why' },
  chooseCase: { da: 'Fordel sag {number}', en: 'Route case {number}' },
  noRule: { da: 'Ingen regel passer', en: 'No rule fits' },
  noRuleText: { da: 'Åbn sagen, og vælg selv en kommune.', en: 'Open the case and choose a municipality yourself.' },
  routeChosen: { da: 'Fordel de valgte sager', en: 'Route the chosen cases' },
  byRule: { da: 'Reglen »{name}«', en: 'The rule “{name}”' },
  whyRuns: { da: 'kommunen bruger it-systemet', en: 'the municipality uses the product' },
  whySections: { da: 'sagen har svar om {sections}', en: 'the case has answers about {sections}' },
  whyLoad: {
    da: {
      one: 'færrest åbne sager ({count}) blandt {candidates} mulige',
      other: 'færrest åbne sager ({count}) blandt {candidates} mulige',
    },
    en: {
      one: 'fewest open cases ({count}) among {candidates} possible',
      other: 'fewest open cases ({count}) among {candidates} possible',
    },
  },
  resultRouted: {
    da: { one: '{count} sag er fordelt', other: '{count} sager er fordelt' },
    en: { one: '{count} case is routed', other: '{count} cases are routed' },
  },
  resultRefused: {
    da: { one: '{count} sag er ikke fordelt', other: '{count} sager er ikke fordelt' },
    en: { one: '{count} case is not routed', other: '{count} cases are not routed' },
  },
  rulesHeading: { da: 'Regler', en: 'Rules' },
  rulesLead: {
    da: 'Reglerne prøves fra oven. Den første, der finder en kommune, bestemmer. En kommune, der selv er leverandøren, eller hvor ingen habil ledende bedømmer er på arbejde, foreslås aldrig.',
    en: 'The rules are tried from the top. The first that finds a municipality decides. A municipality that is itself the supplier, or has no impartial lead reviewer at work, is never suggested.',
  },
  rulesEmpty: {
    da: 'Der er ingen regler endnu, så alle sager fordeles i hånden.',
    en: 'There are no rules yet, so every case is routed by hand.',
  },
  addHeading: { da: 'Tilføj en regel', en: 'Add a rule' },
  fieldName: { da: 'Navn', en: 'Name' },
  fieldNameHint: { da: 'Vises på de sager, reglen fordeler.', en: 'Shown on the cases that the rule routes.' },
  fieldPosition: { da: 'Rækkefølge', en: 'Order' },
  fieldPositionHint: { da: 'Et helt tal. Det laveste prøves først.', en: 'A whole number. The lowest is tried first.' },
  fieldWay: { da: 'Hvem kan få sagen?', en: 'Who can get the case?' },
  fieldSections: { da: 'Gælder kun sager med svar om', en: 'Only for cases with answers about' },
  fieldSectionsHint: {
    da: 'Vælg ingen, hvis reglen gælder alle sager.',
    en: 'Choose none if the rule holds for every case.',
  },
  fieldMunicipalities: { da: 'Kun disse kommuner', en: 'Only these municipalities' },
  fieldMunicipalitiesHint: {
    da: 'Vælg ingen, hvis alle kommuner med en ledende bedømmer kan få sagen.',
    en: 'Choose none if every municipality with a lead reviewer can get the case.',
  },
  fieldMost: { da: 'Højst åbne sager', en: 'Most open cases' },
  fieldMostHint: {
    da: 'En kommune med så mange åbne sager får ikke flere efter reglen. Lad feltet stå tomt, hvis der ikke er en grænse.',
    en: 'A municipality with so many open cases gets no more by the rule. Leave the field empty for no limit.',
  },
  add: { da: 'Tilføj reglen', en: 'Add the rule' },
  save: { da: 'Gem ændringen', en: 'Save the change' },
  end: { da: 'Fjern reglen', en: 'Remove the rule' },
  factRule: { da: 'Fordelt efter', en: 'Routed by' },
});

export const routingWayTexts = defineTexts({
  'least-loaded': { da: 'Kommunen med færrest åbne sager', en: 'The municipality with the fewest open cases' },
  'runs-product': {
    da: 'Kun kommuner, der bruger it-systemet',
    en: 'Only municipalities that use the product',
  },
} satisfies TextsOf<RoutingWay>);
