import { defineTexts } from './texts';

/** Questions of a section that are asked only with some answers. */
export const sectionBlockTexts = defineTexts({
  mayAsk: { da: 'Svaret afgør, hvad vi spørger om her:', en: 'The answer decides what we ask here:' },
  askedWhen: { da: 'Stilles, når {condition}.', en: 'Asked when {condition}.' },
  unasked: {
    da: { one: '{count} spørgsmål stilles ikke med det svar', other: '{count} spørgsmål stilles ikke med det svar' },
    en: {
      one: '{count} question is not asked with that answer',
      other: '{count} questions are not asked with that answer',
    },
  },
  opened: {
    da: { one: '{count} nyt spørgsmål nedenfor', other: '{count} nye spørgsmål nedenfor' },
    en: { one: '{count} new question below', other: '{count} new questions below' },
  },
});
