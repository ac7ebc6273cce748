import { defineTexts } from './texts';

/** Feeds of what is published. */
export const feedTexts = defineTexts({
  title: { da: 'Snitfladeklar: nye og ændrede erklæringer', en: 'Snitfladeklar: new and changed declarations' },
  titleOfSearch: { da: 'Snitfladeklar: erklæringer i din søgning', en: 'Snitfladeklar: declarations in your search' },
  titleOf: { da: 'Snitfladeklar: {name}', en: 'Snitfladeklar: {name}' },
  description: {
    da: 'Hver offentliggørelse, ændring og tilbagetrækning af it-systemers godkendte erklæringer.',
    en: 'Each publication, change and withdrawal of products’ approved declarations.',
  },
  follow: { da: 'Følg med:', en: 'Follow:' },
  approved: {
    da: 'Erklæringen fra {supplier} er godkendt af {municipality}. Offentliggørelse nr. {number}.',
    en: 'The declaration from {supplier} was approved by {municipality}. Publication no. {number}.',
  },
  partlyApproved: {
    da: 'Erklæringen fra {supplier} er delvist godkendt af {municipality}. Offentliggørelse nr. {number}.',
    en: 'The declaration from {supplier} was partially approved by {municipality}. Publication no. {number}.',
  },
  ended: {
    da: 'Offentliggørelse nr. {number} af erklæringen fra {supplier} gælder ikke længere.',
    en: 'Publication no. {number} of the declaration from {supplier} is no longer in force.',
  },
  resumed: {
    da: 'Offentliggørelse nr. {number} af erklæringen fra {supplier} gælder igen.',
    en: 'Publication no. {number} of the declaration from {supplier} is in force again.',
  },
  demo: { da: 'Eksempeldata: it-systemet findes ikke.', en: 'Example data: the product does not exist.' },
});

/** What happened to a product's publication, as the heading of an entry. */
export const feedEventTexts = defineTexts({
  published: { da: '{product}: erklæring offentliggjort', en: '{product}: declaration published' },
  changed: { da: '{product}: ny offentliggørelse', en: '{product}: new publication' },
  resumed: { da: '{product}: gælder igen', en: '{product}: in force again' },
  withdrawn: { da: '{product}: trukket tilbage', en: '{product}: withdrawn' },
  suspended: { da: '{product}: suspenderet', en: '{product}: suspended' },
  revoked: { da: '{product}: tilbagekaldt', en: '{product}: revoked' },
  expired: { da: '{product}: udløbet', en: '{product}: expired' },
  merged: { da: '{product}: lagt sammen med et andet it-system', en: '{product}: merged into another product' },
});
