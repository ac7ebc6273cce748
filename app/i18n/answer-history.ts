import { defineTexts } from './texts';

/** What every publication said in one answer. */
export const answerHistoryTexts = defineTexts({
  link: { da: 'Historik', en: 'History' },
  title: { da: '{product}, svarets historik: {question}', en: '{product}, history of the answer: {question}' },
  lead: {
    da: 'Hvad hver offentliggørelse af {product} har sagt, den seneste først.',
    en: 'What each publication of {product} has said, the latest first.',
  },
  description: {
    da: '{product}: hvad der gennem tiden er offentliggjort som svar på »{question}«.',
    en: '{product}: what has been published over time as the answer to “{question}”.',
  },
  stages: { da: 'Offentliggørelser', en: 'Publications' },
  stage: { da: 'Nr. {number}, {date}', en: 'No. {number}, {date}' },
  step_new: { da: 'Nyt svar', en: 'New answer' },
  step_changed: { da: 'Ændret', en: 'Changed' },
  step_gone: { da: 'Ikke længere med', en: 'No longer there' },
  step_same: { da: 'Uændret', en: 'Unchanged' },
  goneText: {
    da: 'Offentliggørelsen har ikke noget godkendt svar på spørgsmålet.',
    en: 'The publication has no approved answer to the question.',
  },
  sameText: { da: 'Svaret siger det samme som i nr. {number}.', en: 'The answer says the same as in no. {number}.' },
  reworded: { da: 'Spørgsmålet er formuleret på ny', en: 'The question has been worded anew' },
  disputes: { da: 'Uenighed om svaret', en: 'Disagreement about the answer' },
  toProduct: { da: 'Se svaret på it-systemets side', en: 'See the answer on the product’s page' },
});
