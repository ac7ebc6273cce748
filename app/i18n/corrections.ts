import { defineTexts } from './texts';

/** Correcting a published answer, and withdrawing what is public. */
export const correctionTexts = defineTexts({
  title: { da: 'Ret et offentliggjort svar', en: 'Correct a published answer' },
  lead: {
    da: 'Vælg svaret, ret det, og send kun rettelsen. Det gamle svar står offentligt, til kommunen har godkendt det nye, og kommunen ser kun på det, I har ændret.',
    en: 'Choose the answer, change it, and send only the correction. The old answer stays public until the municipality has approved the new one, and the municipality looks only at what you have changed.',
  },
  homeLink: { da: 'Ret et svar', en: 'Correct an answer' },
  back: { da: 'Tilbage til erklæringen', en: 'Back to the declaration' },
  nothingHeading: { da: 'Der er ikke noget offentligt at rette', en: 'There is nothing public to correct' },
  nothingText: {
    da: 'Når en kommune har godkendt svar i erklæringen, kan I rette dem ét for ét her.',
    en: 'When a municipality has approved answers of the declaration, you can correct them one by one here.',
  },
  otherVersion: {
    da: 'Erklæringen er flyttet til version {present} af spørgeskemaet, og det offentlige svarer på version {earlier}. Derfor kan et enkelt svar ikke sendes alene; ret svarene, og indsend hele erklæringen.',
    en: 'The declaration has been moved to version {present} of the questionnaire, and what is public answers version {earlier}. A single answer can therefore not be sent alone; change the answers and submit the whole declaration.',
  },
  toTasks: { da: 'Gå til opgavelisten', en: 'Go to the task list' },
  withMunicipality: {
    da: 'Kommunen har erklæringen nu (sag {number}). Når sagen er afgjort, kan I rette flere svar. I kan også trække sagen tilbage.',
    en: 'The municipality has the declaration now (case {number}). When the case is decided, you can correct further answers. You can also withdraw the case.',
  },
  notNow: {
    da: 'Svarene kan ikke rettes, som sagen står nu.',
    en: 'The answers cannot be changed as the case stands now.',
  },

  changesHeading: { da: 'Rettelser, der ikke er sendt', en: 'Corrections that are not sent' },
  changesLead: {
    da: 'Ændret, siden offentliggørelse nr. {number} blev sendt til gennemgang. Sæt kryds ved det, der skal sendes nu; resten bliver liggende i kladden.',
    en: 'Changed since publication no. {number} was sent for review. Tick what is to be sent now; the rest stays in the draft.',
  },
  sendThis: { da: 'Send denne rettelse', en: 'Send this correction' },
  changeAgain: { da: 'Ret igen', en: 'Change again' },
  valueLabel: { da: 'Svar', en: 'Answer' },
  reasonLabel: { da: 'Begrundelse', en: 'Reasons' },
  evidenceLabel: { da: 'Dokumentation', en: 'Evidence' },
  notPublic: { da: 'ikke offentligt', en: 'not public' },
  outOfReach: {
    da: {
      one: 'Valget af snitflader er ændret. {count} svar om nye snitflader kan kun sendes med hele erklæringen.',
      other: 'Valget af snitflader er ændret. {count} svar om nye snitflader kan kun sendes med hele erklæringen.',
    },
    en: {
      one: 'The choice of interfaces has changed. {count} answer about new interfaces can only be sent with the whole declaration.',
      other:
        'The choice of interfaces has changed. {count} answers about new interfaces can only be sent with the whole declaration.',
    },
  },
  wholeInstead: { da: 'Tjek og indsend hele erklæringen', en: 'Check and submit the whole declaration' },
  sendHeading: { da: 'Send rettelsen til gennemgang', en: 'Send the correction for review' },
  send: { da: 'Send de valgte rettelser', en: 'Send the chosen corrections' },
  chooseError: { da: 'Sæt kryds ved mindst én rettelse.', en: 'Tick at least one correction.' },
  refusedHeading: { da: 'Rettelsen er ikke sendt', en: 'The correction was not sent' },
  unsent: {
    da: 'Andre svar, der blev sendt, men ikke godkendt, går med igen.',
    en: 'Other answers that were sent but not approved go along again.',
  },

  publishedHeading: { da: 'Svar, der er offentlige', en: 'Answers that are public' },
  publishedLead: {
    da: 'Offentliggørelse nr. {number}, {date}.',
    en: 'Publication no. {number}, {date}.',
  },
  answersIn: {
    da: { one: '{section}: {count} svar', other: '{section}: {count} svar' },
    en: { one: '{section}: {count} answer', other: '{section}: {count} answers' },
  },
  correct: { da: 'Ret', en: 'Correct' },
  changed: { da: 'Rettet i kladden', en: 'Changed in the draft' },

  noticeHeading: {
    da: {
      one: '{count} rettelse er ikke sendt til gennemgang',
      other: '{count} rettelser er ikke sendt til gennemgang',
    },
    en: {
      one: '{count} correction has not been sent for review',
      other: '{count} corrections have not been sent for review',
    },
  },
  noticeText: {
    da: 'Det offentlige står uændret, til en kommune har godkendt dem.',
    en: 'What is public stands unchanged until a municipality has approved them.',
  },
  noticeLink: { da: 'Se rettelserne, og send dem', en: 'See the corrections and send them' },
  sectionText: {
    da: 'I retter svar, der er offentlige. Når svaret er gemt, kan I sende det alene til gennemgang.',
    en: 'You are changing answers that are public. Once the answer is saved, you can send it alone for review.',
  },

  stillPublic: {
    da: 'Offentliggørelse nr. {number} fra {date} er stadig offentlig.',
    en: 'Publication no. {number} of {date} is still public.',
  },
  withdrawSummary: { da: 'Træk det offentlige tilbage', en: 'Withdraw what is public' },
  withdrawText: {
    da: 'Offentliggørelse nr. {number} fra {date} forsvinder fra lister, tal og mærker med det samme. It-systemets side fortæller, at I har trukket den tilbage, og hvornår. I kan indsende igen senere.',
    en: 'Publication no. {number} of {date} disappears from lists, figures and badges at once. The product’s page tells that you have withdrawn it, and when. You can submit again later.',
  },
  withdrawButton: { da: 'Træk det offentlige tilbage', en: 'Withdraw what is public' },
});
