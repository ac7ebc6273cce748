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

/** What the public is told of splits, and of products that went to another supplier. */
export const splitTexts = defineTexts({
  into: { da: 'Dette it-system er delt. Ud af det er kommet:', en: 'This product has been split. Out of it came:' },
  since: { da: 'delt {date}', en: 'split on {date}' },
  intoMeans: {
    da: 'Svarene her gælder dette it-system alene. Det nye har sine egne svar og sin egen afgørelse.',
    en: 'The answers here are about this product alone. The new one has answers and a decision of its own.',
  },
  from: { da: 'Dette it-system er kommet ud af', en: 'This product came out of' },
  on: { da: 'ved en deling {date}.', en: 'by a split on {date}.' },
  fromMeans: {
    da: 'Tidligere offentliggørelser af det, som begge var en del af, står dér.',
    en: 'Earlier publications of what both were part of are found there.',
  },
  movedHeading: { da: 'Gået til en anden leverandør', en: 'Gone to another supplier' },
  movedTo: { da: 'gik {date} til', en: 'went on {date} to' },
});
