import type { ImportProblemCode } from '~/app/exchange/import-problems';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import { defineTexts, type TextsOf } from './texts';

/** What is wrong with a file, and what to do about it. Answers have app/i18n/answers.ts. */
export const importProblemTexts = defineTexts({
  'no-file': { da: 'Vælg en fil.', en: 'Choose a file.' },
  empty: {
    da: 'Filen er tom. Vælg den fil, du har udfyldt.',
    en: 'The file is empty. Choose the file that you have filled in.',
  },
  'too-large': {
    da: 'Filen er større end 10 MB. Hent en ny fil her på siden, og udfyld den i stedet.',
    en: 'The file is larger than 10 MB. Download a new file on this page and fill that in instead.',
  },
  'wrong-file': {
    da: 'Filen er ikke en Excel-fil (.xlsx), CSV-fil (.csv) eller JSON-fil (.json), eller navnet passer ikke til indholdet. Gem den i et af de formater, og vælg den igen.',
    en: 'The file is not an Excel file (.xlsx), CSV file (.csv) or JSON file (.json), or its name does not fit its content. Save it in one of those formats and choose it again.',
  },
  damaged: {
    da: 'Filen er beskadiget og kan ikke læses. Åbn den, gem den igen, og vælg den på ny.',
    en: 'The file is damaged and cannot be read. Open it, save it again and choose it once more.',
  },
  'open-quote': {
    da: 'Et anførselstegn (") begynder en celle og bliver aldrig afsluttet. Ret det, og vælg filen igen.',
    en: 'A quotation mark (") begins a cell and is never closed. Correct that and choose the file again.',
  },
  password: {
    da: 'Filen er beskyttet med en adgangskode. Fjern adgangskoden, og vælg filen igen.',
    en: 'The file is protected with a password. Remove the password and choose the file again.',
  },
  macros: {
    da: 'Filen indeholder makroer. Gem den som en almindelig Excel-projektmappe (.xlsx), og vælg den igen.',
    en: 'The file holds macros. Save it as an ordinary Excel workbook (.xlsx) and choose it again.',
  },
  'too-much': {
    da: 'Filen fylder langt mere, når den pakkes ud, end en erklæring kan. Hent en ny fil her på siden, og udfyld den i stedet.',
    en: 'Unpacked, the file is far larger than a declaration can be. Download a new file on this page and fill that in instead.',
  },
  'no-answers': {
    da: 'Filen har ingen kolonner med overskrifterne »Nøgle« og »Svar«. Hent en ny fil her på siden, og udfyld den.',
    en: 'The file has no columns headed “Key” and “Answer”. Download a new file on this page and fill it in.',
  },
  'unknown-schema': {
    da: 'Filen er i version {found} af formatet, som portalen ikke kender. Hent en ny fil her på siden, og flyt svarene over i den.',
    en: 'The file is in version {found} of the format, which the portal does not know. Download a new file on this page and move the answers into it.',
  },
  'not-json': {
    da: 'Filen er ikke gyldig JSON. Kontrollér den i det program, den kommer fra.',
    en: 'The file is not valid JSON. Check it in the program that it comes from.',
  },
  'wrong-form': {
    da: 'Filen følger ikke formatet ved »{found}«. Se beskrivelsen af formatet.',
    en: 'The file does not follow the format at “{found}”. See the description of the format.',
  },
  'other-declaration': {
    da: 'Filen hører til en anden erklæring: »{found}«. Upload den dér, eller brug »Hent svar fra et andet it-system«.',
    en: 'The file belongs to another declaration: “{found}”. Upload it there, or use “Fetch answers from another product”.',
  },
  'other-questionnaire': {
    da: 'Filen er hentet til spørgeskemaet {found}, men erklæringen bruger nu et andet. Hent en ny fil her på siden, og flyt svarene over i den.',
    en: 'The file was made for the questionnaire {found}, but the declaration uses another one now. Download a new file on this page and move the answers into it.',
  },
  'unknown-question': {
    da: 'Spørgeskemaet har intet spørgsmål med nøglen »{found}«. Ret nøglen, eller ryd rækken.',
    en: 'The questionnaire has no question with the key “{found}”. Correct the key, or clear the row.',
  },
  'not-in-scope': {
    da: 'Snitfladen {found} er ikke valgt for it-systemet. Vælg den først under »Snitflader«, eller ryd rækken.',
    en: 'The interface {found} is not chosen for the product. Choose it under “Interfaces” first, or clear the row.',
  },
  twice: {
    da: 'Spørgsmålet »{found}« står i filen mere end én gang. Behold den ene række.',
    en: 'The question “{found}” is in the file more than once. Keep one of the rows.',
  },
  'no-key': {
    da: 'Rækken har et svar, men ingen nøgle, så svaret kan ikke placeres. Flyt svaret til spørgsmålets egen række.',
    en: 'The row has an answer but no key, so it cannot be placed. Move the answer to the question’s own row.',
  },
  formula: {
    da: 'Cellen indeholder en formel uden et gemt resultat. Skriv svaret i stedet for formlen.',
    en: 'The cell holds a formula without a saved result. Write the answer instead of the formula.',
  },
  'cell-error': {
    da: 'Cellen viser en fejl ({found}). Skriv svaret i stedet.',
    en: 'The cell shows an error ({found}). Write the answer instead.',
  },
  'became-date': {
    da: 'Excel har lavet svaret om til en dato. Sæt cellens format til »Tekst«, og skriv svaret igen.',
    en: 'Excel has turned the answer into a date. Set the format of the cell to “Text” and write the answer again.',
  },
  'evidence-not-here': {
    da: 'Dokumentation vedlægges i portalen. Ryd cellen, og vedlæg dokumentationen ved spørgsmålet.',
    en: 'Evidence is attached in the portal. Clear the cell and attach the evidence at the question.',
  },
} satisfies TextsOf<Exclude<ImportProblemCode, AnswerProblem>>);
