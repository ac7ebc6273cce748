import { defineTexts } from './texts';

/** Texts that a supplier answers with again. */
export const textLibraryTexts = defineTexts({
  title: { da: 'Tekster til genbrug', en: 'Texts to reuse' },
  lead: {
    da: 'Skriv en tekst én gang, og indsæt den i så mange svar, I vil. Når I retter teksten, får svarene rettelsen tilbudt som forslag.',
    en: 'Write a text once and insert it in as many answers as you like. When you edit the text, the answers are offered the change as proposals.',
  },
  none: { da: 'I har ingen tekster endnu', en: 'You have no texts yet' },
  noneText: {
    da: 'Opret den første her, eller gem et svar som tekst, når du står i en erklæring.',
    en: 'Create the first one here, or keep an answer as a text from within a declaration.',
  },
  columnTitle: { da: 'Navn', en: 'Name' },
  columnAbout: { da: 'Bruges til', en: 'Used for' },
  columnUsed: { da: 'Indsat i', en: 'Inserted in' },
  usedCount: {
    da: { one: '{count} svar', other: '{count} svar' },
    en: { one: '{count} answer', other: '{count} answers' },
  },
  usedNowhere: { da: 'Ikke indsat endnu', en: 'Not inserted yet' },
  anywhere: { da: 'Alle spørgsmål', en: 'All questions' },
  addHeading: { da: 'Ny tekst', en: 'New text' },
  name: { da: 'Navn', en: 'Name' },
  nameHint: {
    da: 'Så I kan finde den igen, for eksempel »Logning«.',
    en: 'So you can find it again, for example “Logging”.',
  },
  body: { da: 'Tekst', en: 'Text' },
  about: { da: 'Hvad handler den om?', en: 'What is it about?' },
  aboutHint: {
    da: 'Teksten bliver kun tilbudt dér. Vælger I intet, bliver den tilbudt overalt.',
    en: 'The text is only offered there. If you choose nothing, it is offered everywhere.',
  },
  aboutSection: { da: 'Afsnit: {name}', en: 'Section: {name}' },
  aboutQuestion: { da: 'Spørgsmål: {name}', en: 'Question: {name}' },
  add: { da: 'Gem teksten', en: 'Save the text' },
  keptFrom: { da: 'Fra svaret på »{question}« i {product}.', en: 'From the answer to “{question}” in {product}.' },
  done_added: { da: 'Teksten er gemt', en: 'The text is saved' },
  done_retired: { da: 'Teksten bliver ikke tilbudt mere', en: 'The text is no longer offered' },

  textLead: {
    da: 'Retter du teksten, får de svar, hvor den står uændret, rettelsen tilbudt som forslag.',
    en: 'If you edit the text, the answers in which it stands unchanged are offered the change as proposals.',
  },
  save: { da: 'Gem, og tilbyd ændringen', en: 'Save and offer the change' },
  savedDone: {
    da: 'Teksten er gemt. Antal svar, ændringen er tilbudt: {count}.',
    en: 'The text is saved. Number of answers the change has been offered to: {count}.',
  },
  usedHeading: { da: 'Indsat i disse svar', en: 'Inserted in these answers' },
  usedAsIs: { da: 'står uændret', en: 'stands unchanged' },
  usedEdited: { da: 'rettet i svaret, får ingen forslag', en: 'edited in the answer, gets no proposals' },
  usedWaiting: { da: 'har et forslag, der venter', en: 'has a proposal waiting' },
  retireHeading: { da: 'Fjern teksten fra listen', en: 'Remove the text from the list' },
  retireText: {
    da: 'De svar, den står i, ændres ikke. Teksten kan ikke indsættes mere.',
    en: 'The answers in which it stands do not change. The text can no longer be inserted.',
  },
  retire: { da: 'Fjern teksten', en: 'Remove the text' },

  atQuestion: { da: 'Tekster til genbrug', en: 'Texts to reuse' },
  choose: { da: 'Vælg en tekst', en: 'Choose a text' },
  insert: { da: 'Indsæt', en: 'Insert' },
  keep: { da: 'Gem svaret som tekst til genbrug', en: 'Keep the answer as a text to reuse' },
  forQuestion: { da: 'ved »{question}«', en: 'at “{question}”' },
});
