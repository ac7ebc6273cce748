import { defineTexts } from './texts';

/** What a new version of a questionnaire costs the suppliers, in one sentence: for the command line and the admin page. */
export const renewalCostTexts = defineTexts({
  cost: {
    da: '{answers} i {products}: {carried} følger med, {toConfirm} kræver ét klik, {toAnswer} kræver et nyt svar.',
    en: '{answers} in {products}: {carried} carry over, {toConfirm} need one click, {toAnswer} need a new answer.',
  },
  answers: {
    da: { one: '{count} besvarelse', other: '{count} besvarelser' },
    en: { one: '{count} answer', other: '{count} answers' },
  },
  products: {
    da: { one: '{count} it-system', other: '{count} it-systemer' },
    en: { one: '{count} product', other: '{count} products' },
  },
  dropped: {
    da: { one: '{count} svar falder bort.', other: '{count} svar falder bort.' },
    en: { one: '{count} answer falls away.', other: '{count} answers fall away.' },
  },
  nobody: { da: 'Ingen har svaret på versionen før.', en: 'Nobody has answered the version before.' },
});
