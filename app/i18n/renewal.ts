import type { QuestionRelation } from '~/workflows/questionnaire/version-mapping';
import { defineTexts, type TextsOf } from './texts';

/** Moving a declaration to a new version of the questionnaire. */
export const renewalTexts = defineTexts({
  title: { da: 'Ny version af spørgeskemaet', en: 'New version of the questionnaire' },
  back: { da: 'Tilbage til opgavelisten', en: 'Back to the task list' },
  leadBefore: {
    da: 'Spørgeskemaet er kommet i version {to}, og erklæringen står på version {from}. Her kan I se, hvad I skal gøre, før I flytter den.',
    en: 'The questionnaire has come in version {to}, and the declaration stands on version {from}. Here you can see what is left for you to do before you move it.',
  },
  leadAfter: {
    da: 'Erklæringen er flyttet fra version {from} til version {to}. Det, der ikke står her, er fulgt med.',
    en: 'The declaration has been moved from version {from} to version {to}. What is not listed here has carried over.',
  },
  whatIsNew: { da: 'Læs, hvad der er ændret i spørgeskemaet', en: 'Read what has changed in the questionnaire' },
  statCarried: { da: 'følger med uændret', en: 'carry over unchanged' },
  statConfirm: { da: 'kræver ét klik', en: 'need one click' },
  statAnswer: { da: 'kræver et nyt svar', en: 'need a new answer' },
  statDropped: { da: 'falder bort', en: 'fall away' },
  statsHeading: { da: 'Jeres svar i tal', en: 'Your answers in numbers' },
  carriedText: {
    da: {
      one: '{count} svar følger med, som det er.',
      other: '{count} svar følger med, som de er.',
    },
    en: { one: '{count} answer carries over as it is.', other: '{count} answers carry over as they are.' },
  },
  approvedText: {
    da: {
      one: '{count} af dem er godkendt. Godkendelsen gælder fortsat, og svaret skal ikke vurderes igen.',
      other: '{count} af dem er godkendt. Godkendelserne gælder fortsat, og svarene skal ikke vurderes igen.',
    },
    en: {
      one: '{count} of them is approved. The approval stays in force, and the answer is not reviewed again.',
      other: '{count} of them are approved. The approvals stay in force, and the answers are not reviewed again.',
    },
  },
  optionalText: {
    da: {
      one: 'Desuden er der {count} nyt spørgsmål, som I kan vælge at svare på.',
      other: 'Desuden er der {count} nye spørgsmål, som I kan vælge at svare på.',
    },
    en: {
      one: 'There is also {count} new question that you may choose to answer.',
      other: 'There are also {count} new questions that you may choose to answer.',
    },
  },
  publicStays: {
    da: 'Det offentliggjorte ændrer sig ikke, før en kommune har afgjort den nye indsendelse.',
    en: 'What is published does not change until a municipality has decided on the new submission.',
  },
  move: { da: 'Flyt erklæringen til version {to}', en: 'Move the declaration to version {to}' },
  notNow: {
    da: 'Erklæringen er sendt til gennemgang. Når sagen er afgjort, eller I bliver bedt om ændringer, kan I flytte den.',
    en: 'The declaration has been sent for review. Once the case is decided, or you are asked for changes, you can move it.',
  },
  confirmHeading: { da: 'Bekræft med ét klik', en: 'Confirm with one click' },
  confirmLead: {
    da: 'Spørgsmålene har fået en ny ordlyd, men betyder det samme. Passer jeres svar stadig?',
    en: 'The questions have new words but mean the same. Does your answer still fit?',
  },
  confirm: { da: 'Ja, svaret passer', en: 'Yes, the answer fits' },
  decline: { da: 'Nej, vi svarer på ny', en: 'No, we answer anew' },
  confirmAll: {
    da: { one: 'Bekræft svaret', other: 'Bekræft alle {count} svar' },
    en: { one: 'Confirm the answer', other: 'Confirm all {count} answers' },
  },
  forQuestion: { da: 'til »{question}«', en: 'to “{question}”' },
  answerHeading: { da: 'Svar på ny', en: 'Answer anew' },
  answerLead: {
    da: 'Følg et link for at svare. Her kan I se, hvad I svarede før.',
    en: 'Follow a link to answer. Here you can see what you answered before.',
  },
  droppedHeading: { da: 'Falder bort', en: 'Falls away' },
  droppedLead: {
    da: 'Der spørges ikke længere om dette. Svarene bliver i historikken.',
    en: 'This is no longer asked. The answers stay in the history.',
  },
  wording: { da: 'Ny ordlyd', en: 'New words' },
  yourAnswer: { da: 'Jeres svar', en: 'Your answer' },
  before: { da: 'Før: {question}', en: 'Before: {question}' },
  earlierSummary: { da: 'Jeres svar til version {version}', en: 'Your answer to version {version}' },
  evidenceOnly: { da: 'Vedlagt dokumentation', en: 'Attached evidence' },
  movedHeading: { da: 'Erklæringen er flyttet', en: 'The declaration has been moved' },
  doneHeading: { da: 'Der mangler ikke mere efter flytningen', en: 'Nothing is left to do after the move' },
  doneText: {
    da: 'Gennemgå svarene, og send erklæringen ind.',
    en: 'Go through the answers and submit the declaration.',
  },
  toCheck: { da: 'Gå til gennemgang og indsendelse', en: 'Go to check and submit' },
  none: { da: 'Der er ingen nyere version', en: 'There is no newer version' },
  noneText: {
    da: 'Erklæringen står på den nyeste version af spørgeskemaet, {from}.',
    en: 'The declaration stands on the newest version of the questionnaire, {from}.',
  },
  confirmed: {
    da: { one: '{count} svar er bekræftet.', other: '{count} svar er bekræftet.' },
    en: { one: '{count} answer has been confirmed.', other: '{count} answers have been confirmed.' },
  },
  declined: {
    da: { one: '{count} svar er taget ud.', other: '{count} svar er taget ud.' },
    en: { one: '{count} answer has been taken out.', other: '{count} answers have been taken out.' },
  },
  notAll: {
    da: {
      one: '{count} svar er ændret, siden siden blev åbnet, og er ikke rørt. Se det igennem nedenfor.',
      other: '{count} svar er ændret, siden siden blev åbnet, og er ikke rørt. Se dem igennem nedenfor.',
    },
    en: {
      one: '{count} answer has changed since the page was opened and was left alone. Look at it below.',
      other: '{count} answers have changed since the page was opened and were left alone. Look at them below.',
    },
  },
  waits: { da: 'Spørgeskemaet er kommet i version {to}', en: 'The questionnaire has come in version {to}' },
  waitsText: {
    da: '{carried} svar følger med, {toConfirm} kræver ét klik, og {toAnswer} kræver et nyt svar.',
    en: '{carried} answers carry over, {toConfirm} need one click, and {toAnswer} need a new answer.',
  },
  waitsLink: { da: 'Se, hvad I skal gøre', en: 'See what you have to do' },
  left: {
    da: 'Efter flytningen til version {to} mangler {toConfirm} at blive bekræftet og {toAnswer} at blive besvaret.',
    en: 'After the move to version {to}, {toConfirm} are left to confirm and {toAnswer} to answer.',
  },
  leftLink: { da: 'Gå til fornyelsen', en: 'Go to the renewal' },
  homeHeading: {
    da: { one: 'Nyt spørgeskema for {count} it-system', other: 'Nyt spørgeskema for {count} it-systemer' },
    en: { one: 'New questionnaire for {count} product', other: 'New questionnaire for {count} products' },
  },
  homeRest: { da: 'Se de {count} it-systemer', en: 'See the {count} products' },
  homeLink: { da: '{product}: se, hvad version {to} kræver', en: '{product}: see what version {to} asks' },
  homeText: {
    da: 'De fleste svar følger med. I vælger selv, hvornår I flytter erklæringen.',
    en: 'Most answers carry over. You choose yourselves when to move the declaration.',
  },
});

/** How a question stands to the version before, in one word. */
export const questionRelationTexts = defineTexts({
  unchanged: { da: 'uændret', en: 'unchanged' },
  reworded: { da: 'ny ordlyd', en: 'reworded' },
  stricter: { da: 'skærpet', en: 'stricter' },
  split: { da: 'delt op', en: 'split' },
  merged: { da: 'samlet', en: 'merged' },
  new: { da: 'nyt', en: 'new' },
  retired: { da: 'udgået', en: 'retired' },
} satisfies TextsOf<QuestionRelation>);
