import type { EvidenceProblem } from '~/workflows/evidence';
import type { FileProblem } from '~/workflows/evidence-file';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import { defineTexts, type TextsOf } from './texts';

/** Answers and evidence as anybody reads them, wherever they are shown. */
export const answerTexts = defineTexts({
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  confirmed: { da: 'Bekræftet', en: 'Confirmed' },
  justification: { da: 'Begrundelse', en: 'Reason' },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  evidenceCount: {
    da: { one: '{count} stykke dokumentation', other: '{count} stykker dokumentation' },
    en: { one: '{count} piece of evidence', other: '{count} pieces of evidence' },
  },
  observedOn: { da: 'Dateret {date}', en: 'Dated {date}' },
  validTo: { da: 'gælder til {date}', en: 'valid until {date}' },
  expired: { da: 'udløbet {date}', en: 'expired {date}' },
  tableCaption: { da: 'Svar på: {question}', en: 'Answer to: {question}' },
});

/** What is wrong with an answer, said to whoever gave it. */
export const answerProblemTexts = defineTexts({
  required: { da: 'Besvar spørgsmålet.', en: 'Answer the question.' },
  'justification-required': { da: 'Skriv en begrundelse for svaret.', en: 'Give a reason for the answer.' },
  'evidence-required': { da: 'Vedlæg dokumentation for svaret.', en: 'Attach evidence for the answer.' },
  'too-long': { da: 'Svaret er for langt. Forkort det.', en: 'The answer is too long. Shorten it.' },
  'not-an-option': {
    da: 'Vælg en af svarmulighederne.',
    en: 'Choose one of the options.',
  },
  'not-a-number': {
    da: 'Skriv et tal på 0 eller derover, for eksempel 12 eller 12,5.',
    en: 'Write a number of 0 or more, for example 12 or 12.5.',
  },
  'not-a-date': { da: 'Skriv en dato, der findes.', en: 'Write a date that exists.' },
  'not-an-address': {
    da: 'Skriv en fuld webadresse, der begynder med https://.',
    en: 'Write a full web address that begins with https://.',
  },
  'not-an-email': {
    da: 'Skriv en mailadresse, for eksempel integration@firma.dk.',
    en: 'Write an e-mail address, for example integration@company.dk.',
  },
  'not-a-uuid': {
    da: 'Skriv et uuid på 36 tegn, for eksempel 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
    en: 'Write a uuid of 36 characters, for example 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
  },
  'not-a-cvr': { da: 'Skriv et cvr-nummer på 8 cifre.', en: 'Write a CVR number of 8 digits.' },
  'not-a-kle': {
    da: 'Skriv KLE-numre som 27, 27.12 eller 27.12.16, og brug kun hovedgrupper, der findes.',
    en: 'Write KLE numbers as 27, 27.12 or 27.12.16, and use only main groups that exist.',
  },
  'not-a-municipality': {
    da: 'Vælg kommuner fra listen. Skriv navnet, som det står der.',
    en: 'Choose municipalities from the list. Write the name as it stands there.',
  },
  'not-a-table': { da: 'Udfyld tabellens felter.', en: 'Fill in the fields of the table.' },
  'planned-date-past': {
    da: 'Datoen er passeret. Skriv en ny dato, eller ret svaret om understøttelse, hvis snitfladen er taget i brug.',
    en: 'The date has passed. Write a new date, or change the answer about support if the interface is in use.',
  },
  'must-be-confirmed': { da: 'Sæt kryds for at bekræfte.', en: 'Tick the box to confirm.' },
  'control-characters': {
    da: 'Svaret indeholder tegn, der ikke kan gemmes. Skriv eller indsæt teksten uden dem.',
    en: 'The answer holds characters that cannot be saved. Write or paste the text without them.',
  },
  'wrong-type': { da: 'Svaret kunne ikke læses. Prøv igen.', en: 'The answer could not be read. Try again.' },
} satisfies TextsOf<AnswerProblem>);

export const evidenceProblemTexts = defineTexts({
  'type-required': { da: 'Vælg, hvad det er for dokumentation.', en: 'Choose what kind of evidence it is.' },
  'title-required': { da: 'Skriv, hvad dokumentationen hedder.', en: 'Write what the evidence is called.' },
  'title-too-long': { da: 'Navnet er for langt. Højst 200 tegn.', en: 'The name is too long. 200 characters at most.' },
  'control-characters': {
    da: 'Navnet indeholder tegn, der ikke kan gemmes.',
    en: 'The name holds characters that cannot be saved.',
  },
  'url-not-valid': {
    da: 'Skriv en fuld webadresse, der begynder med https://.',
    en: 'Write a full web address that begins with https://.',
  },
  'url-or-file': {
    da: 'Indsæt et link, eller vælg en fil: det ene, ikke begge dele.',
    en: 'Paste a link or choose a file: one of them, not both.',
  },
  'municipality-not-valid': { da: 'Vælg en kommune fra listen.', en: 'Choose a municipality from the list.' },
  'municipality-required': {
    da: 'Vælg den kommune, der bekræfter driften.',
    en: 'Choose the municipality that confirms the use.',
  },
  'observed-required': {
    da: 'Skriv, hvornår dokumentationen er dateret.',
    en: 'Write the date of the evidence.',
  },
  'observed-not-valid': { da: 'Skriv en dato, der findes.', en: 'Write a date that exists.' },
  'observed-in-future': {
    da: 'Datoen må ikke ligge i fremtiden.',
    en: 'The date must not be in the future.',
  },
  'valid-to-not-valid': { da: 'Skriv en dato, der findes.', en: 'Write a date that exists.' },
  'valid-to-before-observed': {
    da: 'Udløbsdatoen skal ligge efter den dato, dokumentationen er fra.',
    en: 'The expiry date must be after the date of the evidence.',
  },
  'question-required': {
    da: 'Vælg mindst ét svar, som dokumentationen skal bakke op om.',
    en: 'Choose at least one answer that the evidence backs.',
  },
  'product-version-not-valid': {
    da: 'Versionen må højst være 60 tegn og ikke indeholde linjeskift.',
    en: 'The version can have 60 characters at most and no line breaks.',
  },
  'environment-not-valid': { da: 'Vælg et miljø fra listen.', en: 'Choose an environment from the list.' },
} satisfies TextsOf<EvidenceProblem>);

export const fileProblemTexts = defineTexts({
  'file-empty': { da: 'Filen er tom. Vælg en anden.', en: 'The file is empty. Choose another one.' },
  'file-too-large': {
    da: 'Filen er større end 20 MB. Vælg en mindre, eller indsæt et link i stedet.',
    en: 'The file is larger than 20 MB. Choose a smaller one, or paste a link instead.',
  },
  'file-type': {
    da: 'Filtypen kan ikke bruges. Vælg en PDF, PNG, JPEG, DOCX, XLSX, CSV, TXT eller XML.',
    en: 'That type of file cannot be used. Choose a PDF, PNG, JPEG, DOCX, XLSX, CSV, TXT or XML.',
  },
  'file-content': {
    da: 'Filens indhold passer ikke til dens navn, eller filen er beskadiget. Gem den igen, og prøv på ny.',
    en: 'The content of the file does not fit its name, or the file is damaged. Save it again and try once more.',
  },
  'file-password': {
    da: 'Filen er beskyttet med en adgangskode. Fjern adgangskoden, og vælg filen igen.',
    en: 'The file is protected with a password. Remove the password and choose the file again.',
  },
  'file-macros': {
    da: 'Filen indeholder makroer. Gem den uden makroer, og vælg den igen.',
    en: 'The file holds macros. Save it without macros and choose it again.',
  },
} satisfies TextsOf<FileProblem>);
