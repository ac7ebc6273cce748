import type { Fit, Importance, RequiredLevel } from '~/workflows/profile';
import { defineTexts, type TextsOf } from './texts';

/** Requirement profiles: the page, the result and the annex for a tender. */
export const profileTexts = defineTexts({
  title: { da: 'Kravprofil', en: 'Requirement profile' },
  lead: {
    da: 'Vælg de snitflader, I stiller krav om, og se, hvilke it-systemer der opfylder kravene ifølge de godkendte svar. Adressen er hele kravprofilen: gem den, del den, eller læg den ved jeres udbud.',
    en: 'Choose the interfaces you require and see which products meet them according to the approved answers. The address is the whole profile: keep it, share it or attach it to your tender.',
  },
  requirements: { da: 'Krav', en: 'Requirements' },
  noRequirements: { da: 'Der er ingen krav endnu', en: 'There are no requirements yet' },
  noRequirementsText: {
    da: 'Vælg en snitflade herunder, og tilføj den som krav.',
    en: 'Choose an interface below and add it as a requirement.',
  },
  keepHint: { da: 'Fjern fluebenet ved det, der ikke længere er et krav.', en: 'Untick what is no longer required.' },
  numbered: { da: 'Krav {number}: {interface}', en: 'Requirement {number}: {interface}' },
  requirementLine: { da: '{numbered} – {level}, {importance}', en: '{numbered} – {level}, {importance}' },
  withRung: { da: 'mindst »{rung}«', en: 'at least “{rung}”' },
  more: { da: 'Navn, afgrænsning og dato', en: 'Name, selection and day' },
  profileName: { da: 'Kravprofilens navn', en: 'Name of the profile' },
  profileNameHint: {
    da: 'For eksempel udbuddets titel. Står i bilaget.',
    en: 'For example the title of the tender. Stands in the annex.',
  },
  types: { da: 'Type af it-system', en: 'Type of product' },
  anotherType: { da: 'Endnu en type', en: 'Another type' },
  anotherKle: { da: 'Endnu en hovedgruppe', en: 'Another main group' },
  anyType: { da: 'Alle typer', en: 'All types' },
  kle: { da: 'KLE-hovedgruppe', en: 'KLE main group' },
  anyKle: { da: 'Alle hovedgrupper', en: 'All main groups' },
  on: { da: 'Opgjort pr. dato', en: 'As of the day' },
  onHint: {
    da: 'Uden dato: som det er i dag. En dag i fremtiden giver også en prognose, for eksempel dagen for jeres idriftsættelse.',
    en: 'Without a day: as it is today. A day to come adds a forecast, for example the day you go live.',
  },
  addHeading: { da: 'Tilføj et krav', en: 'Add a requirement' },
  addInterface: { da: 'Snitflade', en: 'Interface' },
  addLevel: { da: 'Krævet niveau', en: 'Required level' },
  addImportance: { da: 'Vægt', en: 'Weight' },
  addRung: { da: 'Krav til dokumentation', en: 'Required proof' },
  anyRung: { da: 'Intet krav', en: 'None' },
  addLabel: { da: 'Jeres eget kravnummer', en: 'Your own number of the requirement' },
  update: { da: 'Opdater kravprofilen', en: 'Update the profile' },
  result: { da: 'Resultat', en: 'Result' },
  resultOn: { da: 'Opgjort {date}', en: 'As of {date}' },
  fitting: {
    da: {
      one: '{count} af {all} it-systemer opfylder alle absolutte krav.',
      other: '{count} af {all} it-systemer opfylder alle absolutte krav.',
    },
    en: {
      one: '{count} of {all} products meets every absolute requirement.',
      other: '{count} of {all} products meet every absolute requirement.',
    },
  },
  relaxHeading: { da: 'Hvad holder flest ude?', en: 'What keeps most out?' },
  relax: {
    da: {
      one: '{numbered}: udgår kravet, opfylder {count} it-system mere alle absolutte krav: {names}',
      other: '{numbered}: udgår kravet, opfylder {count} it-systemer mere alle absolutte krav: {names}',
    },
    en: {
      one: '{numbered}: without it {count} more product meets every absolute requirement: {names}',
      other: '{numbered}: without it {count} more products meet every absolute requirement: {names}',
    },
  },
  relaxLevel: {
    da: 'Er »{level}« nok, gælder det {count} af dem: {names}',
    en: 'If “{level}” is enough, that is {count} of them: {names}',
  },
  relaxRung: {
    da: 'Udgår kun kravet til dokumentation, gælder det {count} af dem: {names}',
    en: 'If only the required proof is dropped, that is {count} of them: {names}',
  },
  andMore: { da: '{names} og {count} til', en: '{names} and {count} more' },
  toResult: { da: 'Se resultatet', en: 'See the result' },
  tableCaption: { da: 'It-systemer og krav', en: 'Products and requirements' },
  product: { da: 'It-system', en: 'Product' },
  metCount: { da: '{met} af {all} krav opfyldt', en: '{met} of {all} requirements met' },
  fits: { da: 'Opfylder alle absolutte krav', en: 'Meets every absolute requirement' },
  questions: { da: 'Spørgsmål til leverandøren', en: 'Questions to the supplier' },
  questionCount: { da: '{count} spørgsmål', en: 'Questions: {count}' },
  noQuestions: { da: 'Ingen', en: 'None' },
  nothingFound: { da: 'Ingen it-systemer', en: 'No products' },
  nothingFoundText: {
    da: 'Der var ingen offentliggjorte it-systemer af den valgte slags den dag.',
    en: 'No products of the chosen kind were published on that day.',
  },
  take: { da: 'Tag kravene med', en: 'Take the requirements with you' },
  annexWord: { da: 'Bilag til udbud som Word', en: 'Tender annex as Word' },
  annexPdf: { da: 'Bilag til udbud som PDF', en: 'Tender annex as PDF' },
  questionFiles: {
    da: 'Spørgsmål til leverandørerne af de viste it-systemer, klar til at sende:',
    en: 'Questions to the suppliers of the products shown, ready to send:',
  },
  questionsTitle: { da: 'Spørgsmål om kravprofilen', en: 'Questions about the requirement profile' },
  questionsTitleOf: {
    da: 'Spørgsmål om kravprofilen »{title}«',
    en: 'Questions about the requirement profile “{title}”',
  },
  questionsLead: {
    da: 'Spørgsmålene følger af de svar, der var godkendt og offentliggjort på Snitfladeklar den {date}.',
    en: 'The questions follow from the answers that were approved and published on Snitfladeklar on {date}.',
  },
  questionsNobody: {
    da: 'Alle it-systemerne opfylder alle krav, så der er intet at spørge om.',
    en: 'Every product meets every requirement, so there is nothing to ask.',
  },
  frozen: { da: 'Fast link til resultatet pr. {date}', en: 'Permanent link to the result as of {date}' },
  askQuestion_unproven: {
    da: '{requirement}: I har oplyst »{level}«. Kan I dokumentere det, så svaret når mindst trinnet »{rung}«?',
    en: '{requirement}: you state “{level}”. Can you prove it, so that the answer reaches at least “{rung}”?',
  },
  askQuestion_later: {
    da: '{requirement}: I har oplyst »{level}«{planned}. Er snitfladen klar inden leverancen, og hvordan sikrer I det?',
    en: '{requirement}: you state “{level}”{planned}. Will the interface be ready before delivery, and how do you ensure it?',
  },
  askQuestion_otherwise: {
    da: '{requirement}: I har oplyst, at et andet it-system dækker behovet. Hvilket, og indgår det i tilbuddet?',
    en: '{requirement}: you state that another product covers the need. Which one, and is it part of the offer?',
  },
  askQuestion_missing: {
    da: '{requirement}: I har oplyst »{level}«. Hvordan og hvornår kan kravet opfyldes?',
    en: '{requirement}: you state “{level}”. How and when can the requirement be met?',
  },
  askQuestion_undeclared: {
    da: '{requirement}: I har ikke en godkendt erklæring om snitfladen. Understøtter it-systemet den, og hvordan er det dokumenteret?',
    en: '{requirement}: you have no approved declaration about the interface. Does the product support it, and how is that proven?',
  },
  plannedFrom: { da: ', planlagt til {date}', en: ', planned for {date}' },
});

export const fitTexts = defineTexts({
  met: { da: 'Opfyldt', en: 'Met' },
  unproven: { da: 'Ikke dokumenteret nok', en: 'Not proven enough' },
  later: { da: 'På vej', en: 'To come' },
  otherwise: { da: 'Via andet it-system', en: 'Via another product' },
  missing: { da: 'Ikke opfyldt', en: 'Not met' },
  undeclared: { da: 'Ikke erklæret', en: 'Not declared' },
} satisfies TextsOf<Fit>);

export const importanceTexts = defineTexts({
  must: { da: 'absolut krav', en: 'absolute requirement' },
  should: { da: 'ønske', en: 'wish' },
} satisfies TextsOf<Importance>);

/** What a level means as a requirement. */
export const requiredLevelTexts = defineTexts({
  in_production: { da: 'i drift', en: 'in production' },
  ready: { da: 'mindst klar', en: 'at least ready' },
  planned: { da: 'mindst planlagt', en: 'at least planned' },
} satisfies TextsOf<RequiredLevel>);

/** The annex for a tender. */
export const annexTexts = defineTexts({
  title: {
    da: 'Bilag: Krav til den fælleskommunale infrastruktur',
    en: 'Annex: Requirements for the common municipal infrastructure',
  },
  tender: { da: 'Udbud', en: 'Tender' },
  count: { da: 'Antal krav', en: 'Number of requirements' },
  countValue: {
    da: '{must} absolutte krav og {should} ønsker',
    en: '{must} absolute requirements and {should} wishes',
  },
  made: { da: 'Udarbejdet', en: 'Made on' },
  source: { da: 'Kravprofil', en: 'Requirement profile' },
  howHeading: { da: 'Sådan besvares kravene', en: 'How to answer the requirements' },
  how: {
    da: 'Tilbudsgiver besvarer hvert krav med ja eller nej og henviser til dokumentation. Et krav anses for dokumenteret, når tilbudsgiver henviser til et offentliggjort og godkendt svar på Snitfladeklar, der opfylder det krævede niveau på tidspunktet for tilbudsfristen, eller fremlægger tilsvarende dokumentation.',
    en: 'The tenderer answers each requirement with yes or no and refers to proof. A requirement counts as proven where the tenderer refers to a published and approved answer on Snitfladeklar that meets the required level at the deadline, or provides equivalent proof.',
  },
  must: { da: 'Absolutte krav', en: 'Absolute requirements' },
  text_must: { da: 'Kravene skal være opfyldt.', en: 'These requirements must be met.' },
  should: { da: 'Ønsker', en: 'Wishes' },
  text_should: { da: 'Opfyldelsen indgår i evalueringen.', en: 'How far these are met is part of the evaluation.' },
  number: { da: 'Nr.', en: 'No.' },
  requirement: { da: 'Krav', en: 'Requirement' },
  answer: { da: 'Tilbudsgivers svar og dokumentation', en: 'The tenderer’s answer and proof' },
  sentence_in_production: {
    da: 'It-systemet {modal} understøtte {interface}, og snitfladen {modal} være i drift hos mindst én kommune.',
    en: 'The product {modal} support {interface}, and the interface {modal} be in production with at least one municipality.',
  },
  sentence_ready: {
    da: 'It-systemet {modal} understøtte {interface}. Understøttelsen {modal} være færdigudviklet og testet.',
    en: 'The product {modal} support {interface}. The support {modal} be built and tested.',
  },
  sentence_planned: {
    da: 'It-systemet {modal} understøtte {interface} eller have en plan med dato for det.',
    en: 'The product {modal} support {interface} or have a plan with a date for it.',
  },
  modal_must: { da: 'skal', en: 'must' },
  modal_should: { da: 'bør', en: 'should' },
  proof: {
    da: 'Dokumentationen {modal} mindst nå trinnet »{rung}«: {explanation}',
    en: 'The proof {modal} reach at least “{rung}”: {explanation}',
  },
  page: { da: 'Side {page} af {pages}', en: 'Page {page} of {pages}' },
});
