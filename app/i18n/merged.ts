import { defineTexts } from './texts';

/** What the public is told of merges. */
export const mergedTexts = defineTexts({
  products: {
    da: 'Her er også samlet, hvad der tidligere stod som et andet it-system:',
    en: 'What used to be another product is gathered here as well:',
  },
  suppliers: {
    da: 'Her er også samlet, hvad der tidligere stod som en anden leverandør:',
    en: 'What used to be another supplier is gathered here as well:',
  },
  merged: { da: '{name}, lagt sammen {date}', en: '{name}, merged on {date}' },
  earlier: { da: 'Tidligere offentliggørelser', en: 'Earlier publications' },
  movedHeading: {
    da: 'It-systemet er lagt sammen med et andet',
    en: 'The product has been merged into another',
  },
  movedText: {
    da: 'Offentliggørelserne kan stadig læses og citeres. Det, der gælder nu, står et andet sted.',
    en: 'The publications can still be read and cited. What is in force now is found elsewhere.',
  },
  movedLink: { da: 'Se det, der gælder nu', en: 'See what is in force now' },
});
