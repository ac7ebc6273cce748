import type { QuestionType } from '~/workflows/questionnaire/definition';
import { defineTexts, type TextsOf } from './texts';

/** The questionnaire as everybody can read it before signing in. */
export const questionnaireTexts = defineTexts({
  weight: { da: 'Vægt', en: 'Weight' },
  caption: { da: 'Spørgeskema', en: 'Questionnaire' },
  description: {
    da: 'Alle spørgsmål, som leverandører besvarer om deres it-systemer og den fælleskommunale infrastruktur, med hjælp, vægt og eksempler på god dokumentation.',
    en: 'Every question that suppliers answer about their products and the common municipal infrastructure, with help, weight and examples of good evidence.',
  },
  version: { da: 'Version', en: 'Version' },
  versionPublished: { da: '{version}, offentliggjort {date}', en: '{version}, published {date}' },
  size: { da: 'Omfang', en: 'Size' },
  sizeText: {
    da: '{general} spørgsmål om it-systemet, {template} om hver snitflade og {group} om bestemte snitflader. Mange stilles kun, når tidligere svar giver anledning til det.',
    en: '{general} questions about the product, {template} about each interface and {group} about particular interfaces. Many are asked only when earlier answers call for it.',
  },
  time: { da: 'Tid', en: 'Time' },
  timeText: {
    da: 'Op til {general} for de generelle afsnit og op til {template} for hver snitflade. I kan gemme undervejs og dele arbejdet mellem jer.',
    en: 'Up to {general} for the general sections and up to {template} for each interface. You can save as you go and share the work.',
  },
  minutes: {
    da: { one: '{count} minut', other: '{count} minutter' },
    en: { one: '{count} minute', other: '{count} minutes' },
  },
  who: { da: 'Hvem kan se svarene', en: 'Who can see the answers' },
  whoText: {
    da: 'Kun svar, som en kommune har godkendt, bliver offentlige. Ved hvert spørgsmål står, om svaret vises offentligt.',
    en: 'Only answers that a municipality has approved become public. Each question says whether its answer is shown publicly.',
  },
  contents: { da: 'Indhold', en: 'Contents' },
  beforeYouAnswer: { da: 'Før I svarer', en: 'Before you answer' },
  questions: { da: 'Spørgsmålene', en: 'The questions' },
  questionCount: {
    da: { one: '{count} spørgsmål', other: '{count} spørgsmål' },
    en: { one: '{count} question', other: '{count} questions' },
  },
  onlyTemplate: {
    da: 'Her stilles kun de spørgsmål, der gælder for hver snitflade.',
    en: 'Only the questions for each interface are asked here.',
  },
  backToContents: { da: 'Til indholdet', en: 'Back to contents' },

  scaleHeading: { da: 'Trin for understøttelse', en: 'Levels of support' },
  scaleLead: {
    da: 'For hver snitflade vælger I ét af disse trin.',
    en: 'For each interface you choose one of these levels.',
  },
  evidenceHeading: { da: 'Dokumentation', en: 'Evidence' },
  evidenceLead: {
    da: 'Hvert spørgsmål nævner de typer dokumentation, der passer til det, den bedste først. Uploadede filer vises aldrig offentligt.',
    en: 'Each question names the types of evidence that suit it, the best first. Uploaded files are never shown publicly.',
  },
  evidenceType: { da: 'Type', en: 'Type' },
  evidenceProves: { da: 'Det viser den', en: 'What it proves' },
  evidencePublic: { da: 'Offentligt link', en: 'Public link' },
  checksHeading: { da: 'Det ser bedømmeren efter', en: 'What the reviewer checks' },
  scopeHeading: { da: 'Snitflader, der foreslås', en: 'Interfaces that are proposed' },
  scopeLead: {
    da: 'Ud fra it-systemets type og KLE-områder foreslår portalen de snitflader, der normalt betyder noget. I kan tilføje og fjerne snitflader med en begrundelse.',
    en: 'From the type and KLE areas of the product the portal proposes the interfaces that usually matter. You can add and remove interfaces with a reason.',
  },
  scopeFor: { da: 'Foreslås for', en: 'Proposed for' },
  scopeInterfaces: { da: 'Snitflader', en: 'Interfaces' },
  scopeReason: { da: 'Begrundelse', en: 'Reason' },
  scopeForAll: { da: 'Alle it-systemer', en: 'All products' },
  scopeKle: { da: 'KLE {numbers}', en: 'KLE {numbers}' },

  templateHeading: { da: 'Spørgsmål om hver snitflade', en: 'Questions about each interface' },
  templateLead: {
    da: 'Disse spørgsmål stilles for hver snitflade, I svarer for, i afsnittet for snitfladens gruppe. De står kun her.',
    en: 'These questions are asked for each interface you answer for, in the section of its group. They stand here only.',
  },

  type: { da: 'Svar', en: 'Answer' },
  typeWithOptions: { da: '{type}:', en: '{type}:' },
  typeWithColumns: { da: '{type} med kolonnerne {columns}', en: '{type} with the columns {columns}' },
  asked: { da: 'Stilles', en: 'Asked' },
  askedWhen: { da: 'når {condition}', en: 'when {condition}' },
  askedForInterfaces: { da: 'for {interfaces}', en: 'for {interfaces}' },
  required: { da: 'Skal besvares', en: 'Required' },
  optional: { da: 'Kan besvares', en: 'Optional' },
  weight1: { da: 'Vægt 1 af 3', en: 'Weight 1 of 3' },
  weight2: { da: 'Vægt 2 af 3', en: 'Weight 2 of 3' },
  weight3: { da: 'Vægt 3 af 3', en: 'Weight 3 of 3' },
  weightHelp: {
    da: 'Viser, hvor meget svaret betyder i overblikket: 1 er baggrund, 2 er almindeligt, og 3 er afgørende.',
    en: 'Shows how much the answer counts in the overview: 1 is context, 2 is normal and 3 is decisive.',
  },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  evidenceNeeded: { da: 'Skal vedlægges: {types}', en: 'Required: {types}' },
  evidenceNeededWithYes: {
    da: 'Skal vedlægges, hvis svaret er ja: {types}',
    en: 'Required if the answer is yes: {types}',
  },
  evidenceWelcome: { da: 'Kan vedlægges: {types}', en: 'May be attached: {types}' },
  goodExample: { da: 'Eksempel', en: 'Example' },
  shownPublicly: { da: 'Vises offentligt', en: 'Shown publicly' },
  notShownPublicly: { da: 'Vises ikke offentligt', en: 'Not shown publicly' },
  source: { da: 'Kilde', en: 'Source' },
  basisSource: { da: 'Kravet står i kilden: {source}', en: 'The demand is stated in the source: {source}' },
  basisDesign: {
    da: 'Portalens eget spørgsmål. Baggrund: {source}',
    en: 'The portal’s own question. Background: {source}',
  },
});

/** What kind of answer a question takes. */
export const questionTypeTexts = defineTexts({
  support_level: { da: 'Ét af trinene for understøttelse', en: 'One of the levels of support' },
  text: { da: 'Kort tekst', en: 'Short text' },
  long_text: { da: 'Tekst', en: 'Text' },
  single_choice: { da: 'Ét valg', en: 'One choice' },
  multi_choice: { da: 'Et eller flere valg', en: 'One or more choices' },
  yes_no: { da: 'Ja eller nej', en: 'Yes or no' },
  yes_no_explain: { da: 'Ja eller nej med begrundelse', en: 'Yes or no with a reason' },
  number: { da: 'Tal', en: 'Number' },
  date: { da: 'Dato', en: 'Date' },
  version: { da: 'Versionsnummer', en: 'Version number' },
  url: { da: 'Webadresse', en: 'Web address' },
  email: { da: 'Mailadresse', en: 'E-mail address' },
  uuid: { da: 'UUID', en: 'UUID' },
  cvr: { da: 'CVR-nummer', en: 'CVR number' },
  checkbox: { da: 'Bekræftelse', en: 'Confirmation' },
  kle_list: { da: 'KLE-numre', en: 'KLE numbers' },
  municipality_list: { da: 'Kommuner', en: 'Municipalities' },
  table: { da: 'Tabel', en: 'Table' },
  evidence: { da: 'Vedlagt dokumentation', en: 'Attached evidence' },
} satisfies TextsOf<QuestionType>);

/** Conditions, as the end of a sentence that begins "Stilles, når …". */
export const conditionTexts = defineTexts({
  in: { da: 'svaret på »{question}« er {values}', en: 'the answer to “{question}” is {values}' },
  notIn: {
    da: 'svaret på »{question}« er et andet end {values}',
    en: 'the answer to “{question}” is something other than {values}',
  },
  gt: { da: 'svaret på »{question}« er større end {number}', en: 'the answer to “{question}” is more than {number}' },
  support: { da: 'understøttelsen af {interfaces} er {values}', en: 'the support of {interfaces} is {values}' },
  status: { da: 'snitfladens status er {values}', en: 'the status of the interface is {values}' },
  older: {
    da: 'svaret på »{question}« er en ældre version end den nyeste',
    en: 'the answer to “{question}” is an older version than the newest',
  },
  not: { da: 'det ikke gælder, at {condition}', en: 'it does not hold that {condition}' },
  value: { da: '»{value}«', en: '“{value}”' },
  or: { da: '{first} eller {second}', en: '{first} or {second}' },
  and: { da: '{first}, og {second}', en: '{first}, and {second}' },
  orElse: { da: '{first}, eller {second}', en: '{first}, or {second}' },
});
