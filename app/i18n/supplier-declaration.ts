import { defineTexts } from './texts';

/** The declaration's task list, its case as the supplier sees it, and what can be done with it. */
export const declarationTexts = defineTexts({
  title: { da: 'Erklæring for {product}', en: 'Declaration for {product}' },
  caption: { da: 'Erklæring', en: 'Declaration' },
  lead: {
    da: 'Gå afsnittene igennem i den rækkefølge, I vil. Alt gemmes, så I kan dele arbejdet mellem jer.',
    en: 'Go through the sections in any order. Everything is saved, so you can share the work.',
  },
  tasksHeading: { da: 'Opgaver', en: 'Tasks' },
  groupScope: { da: '1. Vælg snitflader', en: '1. Choose interfaces' },
  groupAnswers: { da: '2. Besvar spørgsmålene', en: '2. Answer the questions' },
  groupSubmit: { da: '3. Tjek og indsend', en: '3. Check and submit' },
  scopeTask: {
    da: 'Hvilke snitflader er relevante for it-systemet?',
    en: 'Which interfaces are relevant to the product?',
  },
  scopeHint: {
    da: { one: '{count} snitflade valgt', other: '{count} snitflader valgt' },
    en: { one: '{count} interface chosen', other: '{count} interfaces chosen' },
  },
  scopeToConfirm: { da: 'Skal gennemgås', en: 'To be gone through' },
  checkTask: { da: 'Tjek svarene, og indsend erklæringen', en: 'Check the answers and submit the declaration' },
  notReady: { da: 'Kan ikke indsendes endnu', en: 'Cannot be submitted yet' },
  checkHintEditor: {
    da: 'En underskriver hos jer indsender, når alt påkrævet er besvaret.',
    en: 'A signatory of yours submits when everything required is answered.',
  },
  requiredCount: { da: '{done} af {total} påkrævede', en: '{done} of {total} required' },
  optionalCount: { da: '{done} af {total} valgfrie', en: '{done} of {total} optional' },
  evidenceCount: { da: 'dokumentation til {done} af {total}', en: 'evidence for {done} of {total}' },
  toChange: {
    da: { one: '{count} skal ændres', other: '{count} skal ændres' },
    en: { one: '{count} to change', other: '{count} to change' },
  },
  progressRequired: { da: 'Påkrævede svar', en: 'Required answers' },
  progressEvidence: { da: 'Påkrævet dokumentation', en: 'Required evidence' },
  progressOptional: { da: 'Valgfrie svar: {done} af {total}', en: 'Optional answers: {done} of {total}' },
  minutesLeft: {
    da: 'Der er omkring {minutes} minutters arbejde tilbage.',
    en: 'There is about {minutes} minutes of work left.',
  },
  hoursLeft: {
    da: {
      one: 'Der er omkring {count} times arbejde tilbage.',
      other: 'Der er omkring {count} timers arbejde tilbage.',
    },
    en: { one: 'There is about {count} hour of work left.', other: 'There is about {count} hours of work left.' },
  },
  nothingLeft: {
    da: 'Alt påkrævet er besvaret.',
    en: 'Everything required is answered.',
  },
  missingSummary: {
    da: { one: 'Se det ene, der mangler', other: 'Se de {count} ting, der mangler' },
    en: { one: 'See the one thing that is missing', other: 'See the {count} things that are missing' },
  },
  missingAnswer: { da: 'mangler svar', en: 'not answered' },
  missingEvidence: { da: 'mangler dokumentation', en: 'lacks evidence' },
  missingReason: { da: 'mangler begrundelse', en: 'lacks a reason' },
  missingOther: { da: 'skal rettes', en: 'has to be corrected' },

  caseHeading: { da: 'Sagen', en: 'The case' },
  factCase: { da: 'Sagsnummer', en: 'Case number' },
  factState: { da: 'Status', en: 'State' },
  factSince: { da: 'Siden', en: 'Since' },
  factDue: { da: 'Jeres frist', en: 'Your deadline' },
  factMunicipality: { da: 'Kommune', en: 'Municipality' },
  factQuestionnaire: { da: 'Spørgeskema', en: 'Questionnaire' },
  factSubmitted: { da: 'Indsendt', en: 'Submitted' },
  receiptNumber: { da: 'Kvittering nr. {number}', en: 'Receipt no. {number}' },
  pathHeading: { da: 'Hvad der er sket', en: 'What has happened' },
  bySupplier: { da: 'Jer', en: 'You' },
  byPortal: { da: 'Portalen', en: 'The portal' },

  changesHeading: { da: 'Det beder kommunen jer ændre', en: 'What the municipality asks you to change' },
  changesLead: {
    da: 'Ret svarene, og indsend igen. Kommunen ser kun på det, I har ændret. Det, der er godkendt, skal ikke vurderes om.',
    en: 'Change the answers and submit again. The municipality looks only at what you have changed. What is accepted is not judged anew.',
  },
  changesNone: {
    da: 'Alle svar er vurderet uden krav om ændringer. Læs kommunens besked ovenfor.',
    en: 'All answers have been judged without a demand for changes. Read the municipality’s message above.',
  },
  changedByUs: { da: 'Ændret', en: 'Changed' },
  notChangedYet: { da: 'Ikke ændret endnu', en: 'Not changed yet' },
  demandsHeading: {
    da: 'Kommunen beder jer erklære flere snitflader',
    en: 'The municipality asks you to declare more interfaces',
  },
  messageFrom: { da: 'Besked fra {sender}', en: 'Message from {sender}' },
  messageOwn: { da: 'Jeres besked', en: 'Your message' },
  decisionHeading: { da: 'Afgørelse', en: 'Decision' },
  decisionBy: { da: '{municipality} afgjorde sagen {date}.', en: '{municipality} decided the case on {date}.' },
  verdictsHeading: { da: 'Svar, der ikke blev godkendt', en: 'Answers that were not approved' },

  actionsHeading: { da: 'Andre muligheder', en: 'Other options' },
  withdrawSummary: { da: 'Træk erklæringen tilbage', en: 'Withdraw the declaration' },
  withdrawText: {
    da: 'Sagen afsluttes uden afgørelse. Svarene er bevaret, og I kan indsende igen senere.',
    en: 'The case is closed without a decision. The answers are kept, and you can submit again later.',
  },
  withdrawNote: { da: 'Besked til kommunen', en: 'Message to the municipality' },
  withdrawButton: { da: 'Træk erklæringen tilbage', en: 'Withdraw the declaration' },
  hearingHeading: { da: 'Svar på partshøringen', en: 'Answer the hearing' },
  hearingText: {
    da: 'Kommunen vil bygge afgørelsen på oplysninger, som I ikke selv har givet. Skriv, hvad I mener om dem. Jeres svar indgår i sagen.',
    en: 'The municipality wants to base its decision on facts that you have not given yourselves. Write what you think of them. Your answer becomes part of the case.',
  },
  hearingNote: { da: 'Jeres svar', en: 'Your answer' },
  hearingButton: { da: 'Send svaret', en: 'Send the answer' },
  appealSummary: { da: 'Klag over afgørelsen', en: 'Appeal the decision' },
  appealText: {
    da: 'Klagen behandles af nogen, der ikke har været med til afgørelsen. Skriv, hvad I er uenige i, og hvorfor.',
    en: 'The appeal is dealt with by people who took no part in the decision. Write what you disagree with, and why.',
  },
  appealNote: { da: 'Begrundelse for klagen', en: 'Reasons for the appeal' },
  appealButton: { da: 'Send klagen', en: 'Send the appeal' },
  notNow: { da: 'Det kan ikke lade sig gøre nu:', en: 'Not possible now:' },
  anewCorrection: { da: 'Ret den offentlige erklæring', en: 'Correct the public declaration' },
  anewCorrectionText: {
    da: 'I begynder en ny sag med de svar, I har. Det offentlige står uændret, til den nye sag er afgjort.',
    en: 'You begin a new case with the answers you have. What is public stands unchanged until the new case is decided.',
  },
  anewAgain: { da: 'Begynd en ny indsendelse', en: 'Begin a new submission' },
  anewAgainText: {
    da: 'Sagen er afsluttet. I kan begynde en ny med de svar, I har.',
    en: 'The case is closed. You can begin a new one with the answers you have.',
  },
  eventTitle: { da: 'Det blev ikke gennemført', en: 'It was not carried out' },
  seeWhatChanged: { da: 'Se, hvad der er sket i sagen', en: 'See what has happened in the case' },
  backToDeclaration: { da: 'Tilbage til erklæringen', en: 'Back to the declaration' },
});
