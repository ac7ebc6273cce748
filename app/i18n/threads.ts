import { defineTexts } from './texts';

/** Threads about single questions of a case. */
export const threadTexts = defineTexts({
  title: { da: 'Dialog om et spørgsmål', en: 'Dialogue about a question' },
  internalHeading: { da: 'Intern tråd', en: 'Internal thread' },
  internalTag: { da: 'Intern – leverandøren ser den ikke', en: 'Internal – the supplier does not see it' },
  sharedHeading: { da: 'Tråd med leverandøren', en: 'Thread with the supplier' },
  sharedTag: { da: 'Delt – leverandøren læser med', en: 'Shared – the supplier reads it too' },
  supplierHeading: { da: 'Dialog med kommunen', en: 'Dialogue with the municipality' },
  supplierLead: {
    da: 'Kommunen læser det, I skriver her. Svar i erklæringen ændres ikke af det; det gør I i selve afsnittet.',
    en: 'The municipality reads what you write here. It does not change the answers of the declaration; you do that in the section itself.',
  },
  none: { da: 'Der er ikke skrevet noget endnu.', en: 'Nothing has been written yet.' },
  resolved: { da: 'Afklaret {date}', en: 'Resolved on {date}' },
  open: { da: 'Åben', en: 'Open' },
  told: { da: 'Giver besked til {names}', en: 'Tells {names}' },
  byLine: { da: '{person}, {organisation}', en: '{person}, {organisation}' },
  portal: { da: 'Portalen', en: 'The portal' },
  fieldInternal: { da: 'Skriv til dine kolleger', en: 'Write to your colleagues' },
  fieldInternalHint: { da: 'Leverandøren ser det aldrig.', en: 'The supplier never sees it.' },
  fieldShared: { da: 'Skriv til leverandøren', en: 'Write to the supplier' },
  fieldSharedHint: {
    da: 'Leverandøren læser det, men ser ikke dit navn, kun din kommunes.',
    en: 'The supplier reads it, but sees the name of your municipality, not yours.',
  },
  fieldSupplier: { da: 'Skriv til kommunen', en: 'Write to the municipality' },
  fieldMentions: { da: 'Giv besked til', en: 'Tell' },
  fieldMentionsHint: {
    da: 'De får en mail med et link. Mailen indeholder ikke det, du skriver.',
    en: 'They get a mail with a link. The mail does not hold what you write.',
  },
  sendInternal: { da: 'Gem intern besked', en: 'Save the internal message' },
  sendShared: { da: 'Send til leverandøren', en: 'Send to the supplier' },
  sendSupplier: { da: 'Send til kommunen', en: 'Send to the municipality' },
  resolve: { da: 'Markér som afklaret', en: 'Mark as resolved' },
  reopen: { da: 'Åbn igen', en: 'Open again' },
  done: { da: 'Beskeden er gemt.', en: 'The message is saved.' },
  doneResolved: { da: 'Tråden er opdateret.', en: 'The thread is updated.' },
  write: { da: 'Skriv om spørgsmålet', en: 'Write about the question' },
  read: {
    da: { one: 'Læs og svar ({count} besked)', other: 'Læs og svar ({count} beskeder)' },
    en: { one: 'Read and reply ({count} message)', other: 'Read and reply ({count} messages)' },
  },
  backToSection: { da: 'Tilbage til afsnittet', en: 'Back to the section' },
  openHeading: { da: 'Åbne tråde', en: 'Open threads' },
  answerNow: { da: 'Svaret i erklæringen', en: 'The answer in the declaration' },
});
