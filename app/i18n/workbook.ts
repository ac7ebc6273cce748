import type { QuestionType } from '~/workflows/questionnaire/definition';
import { defineTexts, type TextsOf } from './texts';

/** The words in an exported workbook or CSV file. A file is read back by these headings, in either language. */
export const workbookTexts = defineTexts({
  interface: { da: 'Snitflade', en: 'Interface' },
  question: { da: 'Spørgsmål', en: 'Question' },
  answer: { da: 'Svar', en: 'Answer' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  how: { da: 'Sådan svarer du', en: 'How to answer' },
  help: { da: 'Hjælp', en: 'Help' },
  asked: { da: 'Skal det besvares?', en: 'Is it asked?' },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  key: { da: 'Nøgle', en: 'Key' },
  mark: { da: 'Kontrolmærke', en: 'Check mark' },
  tableRow: { da: 'Række', en: 'Row' },
  tableColumn: { da: 'Kolonne', en: 'Column' },
  required: { da: 'Skal besvares.', en: 'Required.' },
  optional: { da: 'Kan besvares.', en: 'Optional.' },
  notAsked: { da: 'Stilles ikke med de nuværende svar.', en: 'Not asked with the present answers.' },
  onlyIf: { da: 'Stilles kun, når {condition}.', en: 'Asked only when {condition}.' },
  seeSheet: { da: 'Udfyld arket »{sheet}«.', en: 'Fill in the sheet “{sheet}”.' },
  tableSheet: { da: 'Tabel – {title}', en: 'Table – {title}' },
  aboutSheet: { da: 'Om filen', en: 'About the file' },
  choicesSheet: { da: 'Svarmuligheder', en: 'Choices' },
  aboutFormat: { da: 'Filformatets version', en: 'Version of the file format' },
  aboutDeclaration: { da: 'Erklæring', en: 'Declaration' },
  aboutProduct: { da: 'It-system', en: 'Product' },
  aboutQuestionnaire: { da: 'Spørgeskema', en: 'Questionnaire' },
  aboutVersion: { da: 'Spørgeskemaets version', en: 'Version of the questionnaire' },
  aboutExported: { da: 'Hentet', en: 'Exported' },
  aboutLanguage: { da: 'Sprog', en: 'Language' },
  guide1: {
    da: 'Udfyld de gule felter: svar og begrundelse. Resten er låst, så filen kan læses igen.',
    en: 'Fill in the yellow cells: answer and reason. The rest is locked, so that the file can be read again.',
  },
  guide2: {
    da: 'Du må gerne slette ark, som du ikke vil ændre. De svar røres ikke.',
    en: 'You may delete sheets that you do not want to change. Those answers are left alone.',
  },
  guide3: {
    da: 'Sletter du indholdet af et svarfelt, foreslår du at fjerne svaret.',
    en: 'If you empty an answer cell, you propose to remove the answer.',
  },
  guide4: {
    da: 'Upload filen på erklæringens side »Excel, CSV og JSON«. Du ser alle ændringer, før noget bliver gemt.',
    en: 'Upload the file on the declaration’s page “Excel, CSV and JSON”. You see every change before anything is saved.',
  },
});

/** How each type of question is answered in a cell. */
export const workbookHintTexts = defineTexts({
  support_level: { da: 'Vælg fra listen.', en: 'Choose from the list.' },
  single_choice: { da: 'Vælg fra listen.', en: 'Choose from the list.' },
  yes_no: { da: 'Vælg Ja eller Nej.', en: 'Choose Yes or No.' },
  yes_no_explain: {
    da: 'Vælg Ja eller Nej, og skriv en begrundelse.',
    en: 'Choose Yes or No, and give a reason.',
  },
  multi_choice: {
    da: 'Skriv et eller flere af disse svar med semikolon eller linjeskift imellem:',
    en: 'Write one or more of these answers with semicolons or line breaks between:',
  },
  municipality_list: {
    da: 'Skriv kommunernes navne med komma eller linjeskift imellem.',
    en: 'Write the names of the municipalities with commas or line breaks between.',
  },
  kle_list: {
    da: 'Skriv KLE-numre som 27.36 med komma imellem.',
    en: 'Write KLE numbers as 27.36 with commas between.',
  },
  text: { da: 'Skriv en kort tekst.', en: 'Write a short text.' },
  long_text: { da: 'Skriv en tekst. Linjeskift er i orden.', en: 'Write a text. Line breaks are fine.' },
  number: { da: 'Skriv et tal.', en: 'Write a number.' },
  date: { da: 'Skriv en dato som 31-12-2027.', en: 'Write a date as 31-12-2027.' },
  version: { da: 'Skriv versionen, for eksempel 4.2.', en: 'Write the version, for example 4.2.' },
  url: { da: 'Skriv hele adressen med https:// foran.', en: 'Write the full address with https:// in front.' },
  email: { da: 'Skriv en mailadresse.', en: 'Write an e-mail address.' },
  uuid: { da: 'Skriv et uuid på 36 tegn.', en: 'Write a uuid of 36 characters.' },
  cvr: { da: 'Skriv 8 cifre.', en: 'Write 8 digits.' },
  checkbox: { da: 'Skriv Ja for at bekræfte.', en: 'Write Yes to confirm.' },
  table: { da: 'Besvares på sit eget ark.', en: 'Answered on a sheet of its own.' },
  evidence: {
    da: 'Dokumentation vedlægges i portalen. Her kan du skrive en begrundelse.',
    en: 'Evidence is attached in the portal. Here you can give a reason.',
  },
} satisfies TextsOf<QuestionType>);
