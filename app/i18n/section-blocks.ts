import { defineTexts } from './texts';

/** Questions of a section that are asked only with some answers. */
export const sectionBlockTexts = defineTexts({
  mayAsk: { da: 'Dine svar afgør, hvad vi spørger om her:', en: 'Your answers decide what we ask here:' },
  askedWhen: { da: 'Stilles, når {condition}.', en: 'Asked when {condition}.' },
  unasked: {
    da: { one: '{count} spørgsmål stilles ikke med de svar', other: '{count} spørgsmål stilles ikke med de svar' },
    en: {
      one: '{count} question is not asked with these answers',
      other: '{count} questions are not asked with these answers',
    },
  },
  opened: {
    da: { one: '{count} nyt spørgsmål nedenfor', other: '{count} nye spørgsmål nedenfor' },
    en: { one: '{count} new question below', other: '{count} new questions below' },
  },
});
