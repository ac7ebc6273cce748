import type { KravmotorChoice, RequirementAnswer } from '~/app/profile/answers-file';
import type { ListProblem } from '~/app/profile/read-requirements.server';
import type { Unmatched } from '~/workflows/requirement-import';
import { defineTexts, type TextsOf } from './texts';

/** Bringing a buyer's own list of requirements into a requirement profile. */
export const profileImportTexts = defineTexts({
  title: { da: 'Hent krav fra jeres egen liste', en: 'Bring requirements from your own list' },
  lead: {
    da: 'Upload eller indsæt kravlisten, for eksempel fra OS2kravmotor. Kravene matches med snitfladerne på SF-nummer, navn eller synonym, og I ser, hvad der blev fundet, før I bruger det. Intet gemmes.',
    en: 'Upload or paste the list of requirements, for example from OS2kravmotor. Requirements are matched with interfaces by SF number, name or synonym, and you see what was found before you use it. Nothing is stored.',
  },
  fileLabel: { da: 'Fil med krav', en: 'File with requirements' },
  fileHint: {
    da: 'Kolonnerne »Krav id«, »Navn«, »Beskrivelse« og »Prioritet« bruges, i vilkårlig rækkefølge. OS2kravmotor gemmer .xls: åbn filen, og gem den som .xlsx.',
    en: 'The columns “Krav id”, “Navn”, “Beskrivelse” and “Prioritet” are used, in any order. OS2kravmotor saves .xls: open the file and save it as .xlsx.',
  },
  pastedLabel: { da: 'Eller indsæt kravene her', en: 'Or paste the requirements here' },
  pastedHint: {
    da: 'Celler fra et regneark, JSON fra OS2kravmotors API eller ét krav pr. linje.',
    en: 'Cells from a spreadsheet, JSON from OS2kravmotor’s API or one requirement per line.',
  },
  read: { da: 'Læs kravene', en: 'Read the requirements' },
  back: { da: 'Til kravprofilen', en: 'To the requirement profile' },
  fromList: { da: 'Hent krav fra en fil', en: 'Bring requirements from a file' },
  resultHeading: { da: 'Fundet i listen', en: 'Found in the list' },
  found: {
    da: { one: '{count} krav er læst.', other: '{count} krav er læst.' },
    en: { one: '{count} requirement was read.', other: '{count} requirements were read.' },
  },
  foundInterfaces: {
    da: { one: 'De handler om {count} snitflade.', other: 'De handler om {count} snitflader.' },
    en: { one: 'They are about {count} interface.', other: 'They are about {count} interfaces.' },
  },
  withoutHeadings: {
    da: 'Overskrifterne blev ikke genkendt, så hver række er læst som ét krav, også den første. Kald kolonnerne for eksempel »Krav id«, »Krav« og »Prioritet«, og læs filen igen.',
    en: 'The headings were not recognised, so each row was read as one requirement, the first one too. Call the columns for example “Krav id”, “Krav” and “Prioritet”, and read the file again.',
  },
  use: { da: 'Brug kravene i kravprofilen', en: 'Use the requirements in the profile' },
  matchedCaption: { da: 'Krav, der blev fundet', en: 'Requirements that were found' },
  requirement: { da: 'Krav i profilen', en: 'Requirement of the profile' },
  rows: { da: 'Række', en: 'Row' },
  by: { da: 'Fundet på', en: 'Found by' },
  by_number: { da: 'SF-nummer', en: 'SF number' },
  by_name: { da: 'navn eller synonym', en: 'name or synonym' },
  levelNote: {
    da: 'Niveauet er sat til »mindst klar«, hvor listen ikke har en kolonne »Niveau«. Mindstekrav bliver absolutte krav, andre prioriteter ønsker; uden prioritet er kravet absolut.',
    en: 'The level is “at least ready” where the list has no column “Niveau”. Minimum requirements become absolute ones, other priorities wishes; without a priority the requirement is absolute.',
  },
  unmatchedHeading: { da: 'Kunne ikke matches', en: 'Could not be matched' },
  unmatchedText: {
    da: 'Disse krav er ikke med i profilen. Mange krav handler om andet end snitflader; resten kan I tilføje på kravprofilens side.',
    en: 'These requirements are not in the profile. Many requirements are about something else than interfaces; the others can be added on the profile’s page.',
  },
  unmatchedCaption: { da: 'Krav, der ikke kunne matches', en: 'Requirements that could not be matched' },
  number: { da: 'Nr.', en: 'No.' },
  name: { da: 'Krav', en: 'Requirement' },
  because: { da: 'Hvorfor', en: 'Why' },
  nothing: {
    da: 'Ingen af kravene kunne matches med en snitflade.',
    en: 'None of the requirements matches an interface.',
  },
  more: { da: 'og {count} til', en: 'and {count} more' },
  answers: {
    da: 'It-systemernes svar på kravene, i kolonner som i OS2kravmotor:',
    en: 'The products’ answers to the requirements, in columns as in OS2kravmotor:',
  },
});

/** How products answer a profile's requirements, in OS2kravmotor's words. */
export const answersTexts = defineTexts({
  undeclared: { da: 'Ingen godkendt erklæring om snitfladen', en: 'No approved declaration about the interface' },
  planned: { da: 'Planlagt til {day}', en: 'Planned for {day}' },
});

export const kravmotorChoiceTexts = defineTexts({
  YES: { da: 'Ja', en: 'Yes' },
  YES_PARTIALLY: { da: 'Ja, delvist', en: 'Yes, partially' },
  NO: { da: 'Nej', en: 'No' },
  NOT_RELEVANT: { da: 'Ikke relevant', en: 'Not relevant' },
} satisfies TextsOf<KravmotorChoice>);

export const kravmotorImportanceTexts = defineTexts({
  ABSOLUTE: { da: 'Mindstekrav', en: 'Minimum requirement' },
  NORMAL: { da: 'Krav', en: 'Requirement' },
} satisfies TextsOf<RequirementAnswer['importance']>);

export const unmatchedTexts = defineTexts({
  'no-interface': {
    da: 'Nævner ingen snitflade, som portalen kender.',
    en: 'Names no interface that the portal knows.',
  },
  ambiguous: {
    da: 'Kan være {found}. Skriv SF-nummeret i kravet.',
    en: 'May be {found}. Write the SF number in the requirement.',
  },
  'unknown-number': { da: '{found} findes ikke i kataloget.', en: '{found} is not in the catalogue.' },
  'too-many': { da: 'En kravprofil kan have 80 krav.', en: 'A requirement profile has room for 80 requirements.' },
} satisfies TextsOf<Unmatched['because']>);

export const listProblemTexts = defineTexts({
  empty: { da: 'Vælg en fil, eller indsæt kravene.', en: 'Choose a file, or paste the requirements.' },
  'too-large': {
    da: 'Filen er større end 5 MB. Slet kolonner og rækker, der ikke er krav.',
    en: 'The file is larger than 5 MB. Delete columns and rows that are no requirements.',
  },
  'wrong-file': {
    da: 'Filen er ikke en Excel-fil (.xlsx), CSV-fil (.csv) eller JSON-fil (.json), eller navnet passer ikke til indholdet. Gem den i et af de formater.',
    en: 'The file is not an Excel file (.xlsx), CSV file (.csv) or JSON file (.json), or its name does not fit its content. Save it in one of those formats.',
  },
  'old-excel': {
    da: 'Filen er i det gamle Excel-format (.xls), som OS2kravmotor gemmer. Åbn den, og gem den som .xlsx, eller kopiér cellerne, og indsæt dem.',
    en: 'The file is in the old Excel format (.xls), as OS2kravmotor saves it. Open it and save it as .xlsx, or copy the cells and paste them.',
  },
  damaged: {
    da: 'Filen er beskadiget og kan ikke læses. Åbn den, og gem den igen.',
    en: 'The file is damaged and cannot be read. Open it and save it again.',
  },
  'open-quote': {
    da: 'Et anførselstegn (") begynder en celle og bliver aldrig afsluttet. Ret det, og vælg filen igen.',
    en: 'A quotation mark (") begins a cell and is never closed. Correct that and choose the file again.',
  },
  password: {
    da: 'Filen er beskyttet med en adgangskode. Fjern den, og vælg filen igen.',
    en: 'The file is protected with a password. Remove it and choose the file again.',
  },
  macros: {
    da: 'Filen indeholder makroer. Gem den som en almindelig projektmappe (.xlsx).',
    en: 'The file holds macros. Save it as an ordinary workbook (.xlsx).',
  },
  'too-much': {
    da: 'Filen fylder langt mere, når den pakkes ud, end en kravliste kan.',
    en: 'Unpacked, the file is far larger than a list of requirements can be.',
  },
  'not-json': { da: 'Teksten er ikke gyldig JSON.', en: 'The text is not valid JSON.' },
  'wrong-form': {
    da: 'JSON-teksten er ikke en liste af krav med »name«: se ved {found}.',
    en: 'The JSON is not a list of requirements with “name”: look at {found}.',
  },
  'no-rows': {
    da: 'Der er ingen krav i filens første ark.',
    en: 'There are no requirements in the first sheet of the file.',
  },
  'too-many-rows': {
    da: 'Listen har mere end 2.000 krav. Del den op.',
    en: 'The list has more than 2,000 requirements. Split it.',
  },
  'cell-error': {
    da: 'Række {row}: en celle har fejlen {found}. Ret den i regnearket.',
    en: 'Row {row}: a cell has the error {found}. Correct it in the spreadsheet.',
  },
} satisfies TextsOf<ListProblem['code']>);
