import { defineTexts } from './texts';

/** The coordinator's page with the reasons that reviewers can pick. */
export const reasonsTexts = defineTexts({
  title: { da: 'Standardbegrundelser', en: 'Standard reasons' },
  lead: {
    da: 'Begrundelser, som bedømmere kan vælge, når de vurderer et svar. Den valgte tekst kan altid rettes i den enkelte vurdering, og vurderinger, der allerede er givet, ændrer sig ikke.',
    en: 'Reasons that reviewers can pick when they judge an answer. The picked text can always be edited in the verdict, and verdicts that were already given do not change.',
  },
  linkFromHome: { da: 'Ret standardbegrundelserne', en: 'Edit the standard reasons' },
  homeText: {
    da: 'De tekster, som bedømmere kan vælge som begrundelse.',
    en: 'The texts that reviewers can pick as reasons.',
  },
  presentHeading: { da: 'Begrundelser, der kan vælges', en: 'Reasons that can be picked' },
  empty: { da: 'Der er ingen standardbegrundelser.', en: 'There are no standard reasons.' },
  addHeading: { da: 'Tilføj en begrundelse', en: 'Add a reason' },
  fieldKind: { da: 'Vurdering', en: 'Verdict' },
  fieldTitle: { da: 'Titel', en: 'Title' },
  fieldTitleHint: {
    da: 'Det, bedømmerne vælger efter. Leverandøren ser den ikke.',
    en: 'What reviewers choose by. The supplier does not see it.',
  },
  fieldText: { da: 'Begrundelse', en: 'Reasons' },
  fieldTextHint: {
    da: 'Det, leverandøren læser. Skriv, hvad der mangler, og hvad leverandøren skal gøre.',
    en: 'What the supplier reads. Write what is missing and what the supplier should do.',
  },
  add: { da: 'Tilføj', en: 'Add' },
  save: { da: 'Gem ændringen', en: 'Save the change' },
  end: { da: 'Fjern fra listen', en: 'Remove from the list' },
  endedHeading: {
    da: { one: '{count} begrundelse er fjernet fra listen', other: '{count} begrundelser er fjernet fra listen' },
    en: {
      one: '{count} reason has been removed from the list',
      other: '{count} reasons have been removed from the list',
    },
  },
  doneAdd: { da: 'Begrundelsen er føjet til listen.', en: 'The reason is added to the list.' },
  doneChange: { da: 'Begrundelsen er ændret.', en: 'The reason is changed.' },
  doneEnd: { da: 'Begrundelsen er fjernet fra listen.', en: 'The reason is removed from the list.' },
});
