import { defineTexts } from './texts';

/** Earlier publications of a product: each as it was, what changed between them, and since when answers hold. */
export const publicationTexts = defineTexts({
  listTitle: { da: 'Offentliggørelser af {product}', en: 'Publications of {product}' },
  listLead: {
    da: 'Alt, hvad der er offentliggjort om it-systemet, kan læses og citeres, som det stod dengang.',
    en: 'Everything that has been published about the product can be read and cited as it stood then.',
  },
  description: {
    da: 'Nuværende og tidligere offentliggørelser af {product}, og hvad der er ændret mellem dem.',
    en: 'Present and earlier publications of {product}, and what changed between them.',
  },
  readAll: { da: 'Læs og sammenlign offentliggørelserne', en: 'Read and compare the publications' },
  crumb: { da: 'Offentliggørelser', en: 'Publications' },
  read: { da: 'Læs nr. {number}', en: 'Read no. {number}' },
  changesSince: { da: 'Ændringer siden nr. {number}', en: 'Changes since no. {number}' },
  content: { da: 'Indhold', en: 'Content' },
  happened: { da: 'Hvad der er sket', en: 'What has happened' },
  ages: { da: 'Siden hvornår svarene gælder', en: 'Since when the answers hold' },
  steady: {
    da: {
      one: '{count} svar har stået uændret siden den første offentliggørelse {date}.',
      other: '{count} svar har stået uændret siden den første offentliggørelse {date}.',
    },
    en: {
      one: '{count} answer has stood unchanged since the first publication on {date}.',
      other: '{count} answers have stood unchanged since the first publication on {date}.',
    },
  },
  question: { da: 'Spørgsmål', en: 'Question' },
  unchangedSince: { da: 'Uændret siden', en: 'Unchanged since' },
  sinceNumber: { da: '{date} (nr. {number})', en: '{date} (no. {number})' },
  timesChanged: { da: 'Ændret før', en: 'Changed before' },
  times: { da: { one: '{count} gang', other: '{count} gange' }, en: { one: 'once', other: '{count} times' } },
  never: { da: 'Nej', en: 'No' },
  general: { da: 'Om it-systemet', en: 'About the product' },

  oneTitle: { da: '{product}, offentliggørelse nr. {number}', en: '{product}, publication no. {number}' },
  inForce: {
    da: 'Offentliggjort {from}. Det er den offentliggørelse, der gælder nu.',
    en: 'Published on {from}. This is the publication in force now.',
  },
  earlier: {
    da: 'Gjaldt fra {from} til {to}. Her står den uændret, som den blev offentliggjort.',
    en: 'In force from {from} until {to}. It stands here unchanged, as it was published.',
  },
  toExpired: { da: 'Gå til den seneste', en: 'Go to the latest' },
  expiredTag: { da: 'Udløbet', en: 'Expired' },
  expiredHeading: { da: 'Erklæringen udløb {date}', en: 'The declaration expired on {date}' },
  expiredText: {
    da: 'Den gælder ikke længere og tæller ikke med nogen steder. Den kan læses her til og med {until}.',
    en: 'It is no longer in force and counts nowhere. It can be read here until {until}.',
  },
  expiredLately: { da: 'Udløbet for nylig', en: 'Expired lately' },
  expiredLatelyText: {
    da: 'Disse erklæringer gælder ikke længere og tæller ikke med, men kan stadig læses.',
    en: 'These declarations are no longer in force and count nowhere, but can still be read.',
  },
  expiredItem: { da: 'udløb {date}', en: 'expired on {date}' },
  toCurrent: { da: 'Gå til den gældende', en: 'Go to the one in force' },

  changesTitle: { da: 'Ændringer i {product}', en: 'Changes in {product}' },
  changesLead: {
    da: 'Fra offentliggørelse nr. {from} ({fromDate}) til nr. {to} ({toDate})',
    en: 'From publication no. {from} ({fromDate}) to no. {to} ({toDate})',
  },
  changes: { da: 'Ændringer', en: 'Changes' },
  compareFrom: { da: 'Fra', en: 'From' },
  compareTo: { da: 'Til', en: 'To' },
  compare: { da: 'Vis ændringer', en: 'Show changes' },
  compareHeading: { da: 'Sammenlign to offentliggørelser', en: 'Compare two publications' },
  option: { da: 'Nr. {number}, {date}', en: 'No. {number}, {date}' },
  changed: {
    da: { one: '{count} ændring', other: '{count} ændringer' },
    en: { one: '{count} change', other: '{count} changes' },
  },
  unchanged: {
    da: { one: '{count} svar er uændret.', other: '{count} svar er uændrede.' },
    en: { one: '{count} answer is unchanged.', other: '{count} answers are unchanged.' },
  },
  nothingChanged: { da: 'De to offentliggørelser siger det samme', en: 'The two publications say the same' },
  added: { da: 'Nyt', en: 'New' },
  removed: { da: 'Fjernet', en: 'Removed' },
  answer: { da: 'Svar', en: 'Answer' },
  name: { da: 'Navn', en: 'Name' },
  productDescription: { da: 'Beskrivelse', en: 'Description' },
});
