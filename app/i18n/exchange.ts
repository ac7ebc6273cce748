import { defineTexts } from './texts';

/** A declaration on its way out of the portal and back in. */
export const exchangeTexts = defineTexts({
  link: { da: 'Excel, CSV og JSON: hent og upload', en: 'Excel, CSV and JSON: download and upload' },
  title: { da: 'Excel, CSV og JSON', en: 'Excel, CSV and JSON' },
  lead: {
    da: 'Hent erklæringen som fil, udfyld den i dit eget program, og upload den igen. Du ser alle ændringer, før noget bliver gemt.',
    en: 'Download the declaration as a file, fill it in with your own program and upload it again. You see every change before anything is saved.',
  },
  back: { da: 'Tilbage til erklæringen', en: 'Back to the declaration' },
  downloadHeading: { da: 'Hent erklæringen', en: 'Download the declaration' },
  workbook: { da: 'Excel (.xlsx)', en: 'Excel (.xlsx)' },
  workbookText: {
    da: 'Et ark pr. afsnit med lister at vælge fra. Spørgsmål, der afhænger af andre svar, er også med.',
    en: 'One sheet per section with lists to choose from. Questions that depend on other answers are included too.',
  },
  csv: { da: 'CSV', en: 'CSV' },
  csvText: {
    da: 'Alle spørgsmål i én tabel med semikolon imellem, som dansk Excel åbner direkte.',
    en: 'All questions in one table with semicolons between, as Danish Excel opens it.',
  },
  json: { da: 'JSON', en: 'JSON' },
  jsonText: { da: 'Til jeres egne systemer.', en: 'For your own systems.' },
  format: { da: 'Beskrivelse af formatet', en: 'Description of the format' },
  evidenceNote: {
    da: 'Vedlagt dokumentation følger ikke med i filerne.',
    en: 'Attached evidence does not come with the files.',
  },
  uploadHeading: { da: 'Upload en udfyldt fil', en: 'Upload a completed file' },
  fileLabel: { da: 'Fil', en: 'File' },
  upload: { da: 'Vis ændringerne', en: 'Show the changes' },
  readOnly: {
    da: 'Du kan hente filerne, men ikke uploade svar til denne erklæring.',
    en: 'You can download the files, but not upload answers to this declaration.',
  },
  problemsHeading: {
    da: { one: '{count} fejl i »{file}«', other: '{count} fejl i »{file}«' },
    en: { one: '{count} problem in “{file}”', other: '{count} problems in “{file}”' },
  },
  problemsText: {
    da: 'Intet er gemt. Ret fejlene i filen, gem den, og upload den igen.',
    en: 'Nothing has been saved. Correct the problems in the file, save it and upload it again.',
  },
  problemsMore: {
    da: { one: 'Der er {count} fejl mere, som ikke er vist.', other: 'Der er {count} fejl mere, som ikke er vist.' },
    en: {
      one: 'There is {count} more problem that is not shown.',
      other: 'There are {count} more problems that are not shown.',
    },
  },
  problemsCaption: { da: 'Fejl i filen', en: 'Problems in the file' },
  summary: {
    da: { one: 'Se fejlen med ark og række', other: 'Se de {count} fejl med ark og række' },
    en: { one: 'See the problem with its sheet and row', other: 'See the {count} problems with sheet and row' },
  },
  sheet: { da: 'Ark', en: 'Sheet' },
  row: { da: 'Række', en: 'Row' },
  column: { da: 'Kolonne', en: 'Column' },
  problem: { da: 'Hvad er galt?', en: 'What is wrong?' },
});

/** What a file would change, and the yes or no to it. */
export const importTexts = defineTexts({
  title: { da: 'Ændringer i filen', en: 'Changes in the file' },
  meta: { da: 'Uploadet af {person}', en: 'Uploaded by {person}' },
  lead: {
    da: 'Intet er gemt endnu. Gennemgå ændringerne, og vælg, hvad der skal ske.',
    en: 'Nothing has been saved yet. Go through the changes and choose what is to happen.',
  },
  changes: {
    da: { one: '{count} ændring', other: '{count} ændringer' },
    en: { one: '{count} change', other: '{count} changes' },
  },
  nothing: {
    da: 'Filen siger det samme som erklæringen. Der er intet at ændre.',
    en: 'The file says the same as the declaration. There is nothing to change.',
  },
  same: {
    da: { one: '{count} svar er det samme som i portalen.', other: '{count} svar er de samme som i portalen.' },
    en: {
      one: '{count} answer is the same as in the portal.',
      other: '{count} answers are the same as in the portal.',
    },
  },
  left: {
    da: {
      one: '{count} svar er ændret i portalen, siden filen blev hentet, men ikke i filen. Det bliver stående.',
      other: '{count} svar er ændret i portalen, siden filen blev hentet, men ikke i filen. De bliver stående.',
    },
    en: {
      one: '{count} answer was changed in the portal after the file was downloaded, but not in the file. It stays.',
      other:
        '{count} answers were changed in the portal after the file was downloaded, but not in the file. They stay.',
    },
  },
  gone: {
    da: {
      one: '{count} svar hører til en snitflade, der ikke længere er valgt, og springes over.',
      other: '{count} svar hører til snitflader, der ikke længere er valgt, og springes over.',
    },
    en: {
      one: '{count} answer belongs to an interface that is no longer chosen, and is passed over.',
      other: '{count} answers belong to interfaces that are no longer chosen, and are passed over.',
    },
  },
  staleCount: {
    da: {
      one: '{count} svar er ændret både i filen og i portalen, siden filen blev hentet. Se det markerede svar, før du anvender filen.',
      other:
        '{count} svar er ændret både i filen og i portalen, siden filen blev hentet. Se de markerede svar, før du anvender filen.',
    },
    en: {
      one: '{count} answer was changed both in the file and in the portal after the file was downloaded. Look at the marked answer before you apply the file.',
      other:
        '{count} answers were changed both in the file and in the portal after the file was downloaded. Look at the marked answers before you apply the file.',
    },
  },
  staleHeading: { da: 'Ændret to steder', en: 'Changed in two places' },
  stale: {
    da: 'Ændret i portalen, siden filen blev hentet',
    en: 'Changed in the portal after the file was downloaded',
  },
  hidden: {
    da: 'Spørgsmålet stilles ikke med disse svar. Svaret gemmes, men bliver ikke indsendt.',
    en: 'The question is not asked with these answers. The answer is kept, but not submitted.',
  },
  placeInSheet: { da: 'Arket »{sheet}«, række {row}', en: 'Sheet “{sheet}”, row {row}' },
  placeInRow: { da: 'Række {row}', en: 'Row {row}' },
  apply: {
    da: { one: 'Anvend {count} ændring', other: 'Anvend alle {count} ændringer' },
    en: { one: 'Apply {count} change', other: 'Apply all {count} changes' },
  },
  propose: { da: 'Gem som forslag, og vælg enkeltvis', en: 'Keep as proposals and choose one by one' },
  discard: { da: 'Drop filen', en: 'Discard the file' },
  notEditable: {
    da: 'Erklæringen kan ikke rettes lige nu. Du kan gemme ændringerne som forslag, der venter, til den kan.',
    en: 'The declaration cannot be changed right now. You can keep the changes as proposals that wait until it can.',
  },
  applied: { da: 'Filen er anvendt', en: 'The file has been applied' },
  proposed: { da: 'Filens ændringer er gemt som forslag', en: 'The changes of the file are kept as proposals' },
  discarded: { da: 'Filen er droppet. Intet er ændret.', en: 'The file has been discarded. Nothing has changed.' },
  appliedText: { da: 'Svarene står nu i erklæringen.', en: 'The answers are in the declaration now.' },
  toDeclaration: { da: 'Gå til erklæringen', en: 'Go to the declaration' },
  toProposals: { da: 'Gå til forslagene', en: 'Go to the proposals' },
  another: { da: 'Upload en anden fil', en: 'Upload another file' },
});
