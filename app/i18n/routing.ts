import type { RoutingWay } from '~/workflows/review/routing';
import { defineTexts, type TextsOf } from './texts';

/** Which municipality gets which case: the coordinator's rules, and what a routed case says of them. */
export const routingTexts = defineTexts({
  title: { da: 'Fordeling af sager', en: 'Routing of cases' },
  lead: {
    da: 'Reglerne afgør, hvilken kommune og eventuelt hvilken sagsbehandler der får en ny sag. De sager, ingen regel passer på, venter her.',
    en: 'The rules decide which municipality, and perhaps which case handler, gets a new case. Cases that no rule fits wait here.',
  },
  linkFromHome: { da: 'Fordel sager, og ret reglerne', en: 'Route cases and edit the rules' },
  doneAdded: { da: 'Reglen er tilføjet.', en: 'The rule is added.' },
  doneEnded: { da: 'Reglen er fjernet.', en: 'The rule is removed.' },
  doneOn: { da: 'Automatisk fordeling er slået til.', en: 'Automatic routing is switched on.' },
  doneOff: { da: 'Automatisk fordeling er slået fra.', en: 'Automatic routing is switched off.' },
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
  byRuleAutomatic: { da: 'Automatisk efter reglen »{name}«', en: 'Automatically by the rule “{name}”' },
  toPerson: { da: 'til {name}', en: 'to {name}' },
  whyPerson: {
    da: '{name} havde færrest sager ({count}) af {candidates} bedømmere, der var på arbejde og habile',
    en: '{name} had the fewest cases ({count}) of {candidates} reviewers who were at work and impartial',
  },
  whyPersonKnows: {
    da: '{name} havde færrest sager ({count}) af {candidates} bedømmere, der var på arbejde, habile og kender området',
    en: '{name} had the fewest cases ({count}) of {candidates} reviewers who were at work, impartial and know the area',
  },
  automaticHeading: { da: 'Automatisk fordeling', en: 'Automatic routing' },
  automaticOn: {
    da: 'Slået til: en sag, som en regel passer på, fordeles i det øjeblik, den indsendes. Koordinatoren kan fordele den om, indtil nogen har taget et afsnit.',
    en: 'On: a case that a rule fits is routed the moment it is submitted. The coordinator can route it again until somebody has claimed a section.',
  },
  automaticOff: {
    da: 'Slået fra: reglerne foreslår kun, og du sender sagerne af sted nedenfor.',
    en: 'Off: the rules only suggest, and you send the cases on below.',
  },
  turnOn: { da: 'Slå automatisk fordeling til', en: 'Turn automatic routing on' },
  turnOff: { da: 'Slå automatisk fordeling fra', en: 'Turn automatic routing off' },
  fieldToPerson: { da: 'Udpeg også en sagsbehandler', en: 'Also name a case handler' },
  fieldToPersonHint: {
    da: 'Den bedømmer i kommunen, der har færrest sager, er på arbejde og er habil; helst en, der kender området. Andre kan stadig tage afsnit i sagen.',
    en: 'The reviewer of the municipality who has the fewest cases, is at work and is impartial; one who knows the area if there is any. Others can still claim sections.',
  },
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
  resultAssigned: {
    da: { one: '{count} sag er tildelt', other: '{count} sager er tildelt' },
    en: { one: '{count} case is assigned', other: '{count} cases are assigned' },
  },
  resultNotAssigned: {
    da: { one: '{count} sag er ikke tildelt', other: '{count} sager er ikke tildelt' },
    en: { one: '{count} case is not assigned', other: '{count} cases are not assigned' },
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
