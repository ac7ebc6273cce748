import { defineTexts } from './texts';

/** A section of the questionnaire as a form. */
export const sectionTexts = defineTexts({
  backToTasks: { da: 'Tilbage til opgavelisten', en: 'Back to the task list' },
  autosaveHint: {
    da: 'Svarene gemmes, mens du skriver. Du kan springe over og vende tilbage.',
    en: 'Answers are saved as you write. You can skip questions and come back.',
  },
  saveHint: {
    da: 'Svarene gemmes, når du vælger en af knapperne nederst. Du kan springe over og vende tilbage.',
    en: 'Answers are saved when you choose one of the buttons at the bottom. You can skip questions and come back.',
  },
  requiredHint: {
    da: 'Spørgsmål uden »(valgfrit)« skal besvares, før erklæringen kan indsendes.',
    en: 'Questions without “(optional)” must be answered before the declaration can be submitted.',
  },
  scaleSummary: { da: 'Hvad betyder trinnene for understøttelse?', en: 'What do the levels of support mean?' },
  exampleSummary: { da: 'Eksempel på et godt svar', en: 'Example of a good answer' },
  evidenceExampleSummary: { da: 'Eksempel på god dokumentation', en: 'Example of good evidence' },
  bestEvidence: { da: 'Egnet dokumentation: {types}.', en: 'Suitable evidence: {types}.' },
  ownQuestions: { da: 'Fælles for {group}', en: 'Common to {group}' },
  aboutInterface: { da: 'Læs om snitfladen', en: 'Read about the interface' },
  justification: { da: 'Begrundelse', en: 'Reason' },
  justificationHint: {
    da: 'Forklar svaret med jeres egne ord. Begrundelsen bliver offentlig sammen med svaret.',
    en: 'Explain the answer in your own words. The reason becomes public together with the answer.',
  },
  remark: { da: 'Bemærkning til svaret', en: 'Remark on the answer' },
  addRemark: { da: 'Tilføj dokumentation eller bemærkning', en: 'Add evidence or a remark' },
  addRemarkOnly: { da: 'Tilføj en bemærkning', en: 'Add a remark' },
  addEvidenceOnly: { da: 'Tilføj dokumentation', en: 'Add evidence' },
  evidenceHeading: { da: 'Dokumentation', en: 'Evidence' },
  evidenceRequired: { da: 'Der skal vedlægges dokumentation.', en: 'Evidence must be attached.' },
  evidenceRequiredWithYes: {
    da: 'Svarer I ja, skal der vedlægges dokumentation.',
    en: 'If you answer yes, evidence must be attached.',
  },
  evidenceNone: { da: 'Der er ikke vedlagt dokumentation endnu.', en: 'No evidence has been attached yet.' },
  attach: { da: 'Vedlæg dokumentation', en: 'Attach evidence' },
  attachMore: { da: 'Vedlæg mere', en: 'Attach more' },
  detach: { da: 'Fjern', en: 'Remove' },
  detachWhat: { da: '{title} fra svaret', en: '{title} from the answer' },
  attachFor: { da: 'til: {question}', en: 'for: {question}' },
  confirmLabel: { da: 'Ja, det bekræfter vi', en: 'Yes, we confirm it' },

  municipalityAdd: { da: 'Tilføj kommune', en: 'Add a municipality' },
  municipalityAddHint: {
    da: 'Skriv begyndelsen af navnet, vælg kommunen, og tryk på Tilføj.',
    en: 'Write the beginning of the name, choose the municipality and press Add.',
  },
  municipalityTextHint: {
    da: 'Skriv én kommune på hver linje.',
    en: 'Write one municipality on each line.',
  },
  municipalityChosen: {
    da: { one: '{count} kommune valgt', other: '{count} kommuner valgt' },
    en: { one: '{count} municipality chosen', other: '{count} municipalities chosen' },
  },
  municipalityRemove: { da: 'Fjern {name}', en: 'Remove {name}' },
  municipalityUnknown: {
    da: 'Der er ingen kommune, der hedder »{text}«.',
    en: 'There is no municipality called “{text}”.',
  },
  municipalityAdded: { da: '{name} er tilføjet.', en: '{name} has been added.' },
  municipalityRemoved: { da: '{name} er fjernet.', en: '{name} has been removed.' },

  tableRow: { da: 'Række {row}', en: 'Row {row}' },
  tableAddRow: { da: 'Tilføj en række', en: 'Add a row' },
  tableRemoveRow: { da: 'Fjern række {row}', en: 'Remove row {row}' },

  saveAndContinue: { da: 'Gem og fortsæt', en: 'Save and continue' },
  saveAndStay: { da: 'Gem og bliv her', en: 'Save and stay here' },
  continueTo: { da: 'Fortsætter til: {section}', en: 'Continues to: {section}' },
  continueToCheck: { da: 'Fortsætter til: Tjek svarene', en: 'Continues to: Check your answers' },
  continueToCorrection: { da: 'Fortsætter til: Send rettelsen', en: 'Continues to: Send the correction' },
  savedHeading: { da: 'Svarene er gemt', en: 'The answers have been saved' },
  openedHeading: { da: 'Dine svar har åbnet nye spørgsmål', en: 'Your answers have opened new questions' },
  openedText: {
    da: 'Svarene er gemt. Besvar også de spørgsmål, der er kommet til.',
    en: 'The answers have been saved. Please also answer the questions that have been added.',
  },
  openedLink: { da: 'Gå til det første nye spørgsmål', en: 'Go to the first new question' },

  statusSignedOut: {
    da: 'Ikke gemt: Du er logget ud. Log ind i et andet vindue, så gemmes svaret.',
    en: 'Not saved: You have been signed out. Sign in in another window, and the answer will be saved.',
  },
  statusProblem: { da: 'Ikke gemt: {problem}', en: 'Not saved: {problem}' },

  conflictHeading: { da: '{name} har rettet svaret imens', en: '{name} has changed the answer in the meantime' },
  conflictText: {
    da: 'Begge svar er her. Vælg det, der skal gælde.',
    en: 'Both answers are here. Choose the one that shall stand.',
  },
  conflictTheirs: { da: 'Svaret fra {name}', en: 'The answer from {name}' },
  conflictMineBelow: { da: 'Dit svar står i feltet nedenfor.', en: 'Your answer is in the field below.' },
  keepMine: { da: 'Behold mit svar', en: 'Keep my answer' },
  takeTheirs: { da: 'Brug svaret fra {name}', en: 'Use the answer from {name}' },
  conflictError: {
    da: 'En kollega har rettet svaret imens. Vælg, hvilket svar der skal gælde.',
    en: 'A colleague has changed the answer in the meantime. Choose which answer shall stand.',
  },
  unknownQuestion: {
    da: 'Et af spørgsmålene er ikke længere med, fordi valget af snitflader er ændret imens. De andre svar er gemt.',
    en: 'One of the questions is no longer asked, because the choice of interfaces has changed. The other answers are saved.',
  },
  colleague: { da: 'En kollega', en: 'A colleague' },

  reviewFrom: { da: '{municipality} skriver', en: '{municipality} writes' },
  sectionProgress: {
    da: 'Påkrævede spørgsmål besvaret',
    en: 'Required questions answered',
  },
});
