import { defineTexts } from './texts';

/** Attaching and removing evidence. */
export const evidenceTexts = defineTexts({
  title: { da: 'Vedlæg dokumentation', en: 'Attach evidence' },
  forQuestion: { da: 'Til spørgsmålet: {question}', en: 'For the question: {question}' },
  lead: {
    da: 'Indsæt et link, vælg en fil, eller nævn en kommune, der bekræfter driften. Fjern personoplysninger, nøgler og adgangskoder først.',
    en: 'Paste a link, choose a file, or name a municipality that confirms the use. Remove personal data, keys and passwords first.',
  },
  privacy: {
    da: 'Filer vises kun for de kommuner, der gennemgår sagen. Offentligheden ser type og dato, og et link kun, hvor typen er offentlig.',
    en: 'Files are shown only to the municipalities that review the case. The public sees type and date, and a link only where the type is public.',
  },
  existingHeading: { da: 'Brug noget, I allerede har vedlagt', en: 'Use something you have already attached' },
  existingAttach: { da: 'Vedlæg også her', en: 'Attach here too' },
  newHeading: { da: 'Tilføj noget nyt', en: 'Add something new' },
  typeLabel: { da: 'Hvad er det for dokumentation?', en: 'What kind of evidence is it?' },
  typeSuited: { da: 'Egnet til spørgsmålet', en: 'Suited to the question' },
  typeOther: { da: 'Andre typer', en: 'Other types' },
  titleLabel: { da: 'Hvad hedder dokumentationen?', en: 'What is the evidence called?' },
  titleHint: {
    da: 'Et navn, som bedømmeren kan genkende den på, for eksempel »Testrapport SF1500, version 4.2«.',
    en: 'A name by which the reviewer can recognise it, for example “Test report SF1500, version 4.2”.',
  },
  sourceLegend: { da: 'Link eller fil', en: 'Link or file' },
  urlLabel: { da: 'Link', en: 'Link' },
  urlHint: { da: 'Hele adressen, med https:// foran.', en: 'The full address, with https:// in front.' },
  fileLabel: { da: 'Fil', en: 'File' },
  fileHint: { da: 'Vælg en fil i stedet for et link.', en: 'Choose a file instead of a link.' },
  fileAgain: {
    da: 'Af sikkerhedsgrunde skal du vælge filen igen.',
    en: 'For security reasons you have to choose the file again.',
  },
  municipalityLabel: { da: 'Kommune, der bekræfter', en: 'Municipality that confirms' },
  municipalityHint: {
    da: 'Udfyldes, når typen er »Kommune, der bekræfter drift«. Så er link eller fil ikke nødvendigt.',
    en: 'Fill in when the type is “Municipality that confirms production”. A link or file is not needed then.',
  },
  observedLabel: { da: 'Hvornår er dokumentationen fra?', en: 'What is the date of the evidence?' },
  observedHint: {
    da: 'Datoen på testen, aftalen eller dokumentet. Ikke den dag, I vedlægger det.',
    en: 'The date of the test, agreement or document. Not the day you attach it.',
  },
  validLabel: { da: 'Hvornår udløber den?', en: 'When does it expire?' },
  validHint: { da: 'Lad feltet stå tomt, hvis den ikke udløber.', en: 'Leave the field empty if it does not expire.' },
  subjectLegend: { da: 'Hvad er den set på?', en: 'What was it seen on?' },
  versionLabel: { da: 'It-systemets version', en: 'Version of the product' },
  versionHint: { da: 'For eksempel 4.2.', en: 'For example 4.2.' },
  environmentLabel: { da: 'Miljø', en: 'Environment' },
  test: { da: 'Testmiljø', en: 'Test environment' },
  production: { da: 'Produktion', en: 'Production' },
  onVersion: { da: 'version {version}', en: 'version {version}' },
  replaceTitle: { da: 'Erstat dokumentation', en: 'Replace evidence' },
  replaceLead: {
    da: 'Den nye dokumentation overtager alle de svar, »{title}« er vedlagt. Den gamle bevares med sin historik, og det, I tidligere har indsendt, ændres ikke.',
    en: 'The new evidence takes over all the answers that “{title}” is attached to. The old one is kept with its history, and what you have submitted before does not change.',
  },
  otherProductsHeading: {
    da: 'Brug dokumentation fra jeres andre it-systemer',
    en: 'Use evidence from your other products',
  },
  save: { da: 'Vedlæg', en: 'Attach' },
  detachTitle: { da: 'Fjern dokumentation fra svaret?', en: 'Remove the evidence from the answer?' },
  detachText: {
    da: '»{title}« bliver ikke slettet. Den kan vedlægges igen, og det, I tidligere har indsendt, ændres ikke.',
    en: '“{title}” is not deleted. It can be attached again, and what you have submitted before does not change.',
  },
  detachButton: { da: 'Fjern fra svaret', en: 'Remove from the answer' },
});
