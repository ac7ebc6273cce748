import { defineTexts } from './texts';

/** Keys on a section of the questionnaire. */
export const sectionShortcutTexts = defineTexts({
  keyNext: { da: 'Næste spørgsmål', en: 'Next question' },
  keyPrevious: { da: 'Forrige spørgsmål', en: 'Previous question' },
  keyUnanswered: { da: 'Næste spørgsmål uden svar', en: 'Next question without an answer' },
  keyField: { da: 'Skriv i spørgsmålets felt', en: 'Write in the field of the question' },
  keyChoose: { da: 'Vælg svarmulighed 1 til 9 i spørgsmålet', en: 'Choose option 1 to 9 of the question' },
});
