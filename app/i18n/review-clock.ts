import { defineTexts } from './texts';

/** The open review clock: how long it takes. */
export const reviewClockTexts = defineTexts({
  heading: { da: 'Hvor lang tid tager en gennemgang?', en: 'How long does a review take?' },
  lead: {
    da: 'Tallene er beregnet af portalens log for de seneste {days} dage og gælder alle sager under ét. Kalenderdage, også weekender.',
    en: 'The figures are computed from the portal’s log of the last {days} days and are about all cases together. Calendar days, weekends included.',
  },
  expected: {
    da: 'En erklæring, der blev indsendt {from}, kunne ventes afgjort omkring {to}.',
    en: 'A declaration submitted on {from} could be expected to be decided around {to}.',
  },
  whole: {
    da: 'Fra indsendelse til afgørelse gik der {median} dage i halvdelen af sagerne og højst {most} dage i ni ud af ti.',
    en: 'From submission to decision took {median} days in half of the cases and {most} days at most in nine of ten.',
  },
  tooFew: {
    da: 'Der er truffet for få afgørelser til at sige, hvor lang tid en hel sag tager.',
    en: 'Too few decisions have been made to say how long a whole case takes.',
  },
  queue: {
    da: 'Cirka {count} sager venter på kommunerne eller portalen.',
    en: 'About {count} cases await the municipalities or the portal.',
  },
  queueShort: {
    da: 'Færre end {count} sager venter på kommunerne eller portalen.',
    en: 'Fewer than {count} cases await the municipalities or the portal.',
  },
  table: { da: 'Dage i hver tilstand', en: 'Days in each state' },
  columnState: { da: 'Tilstand', en: 'State' },
  columnMedian: { da: 'Median', en: 'Median' },
  columnMost: { da: '90-percentil', en: '90th percentile' },
  columnStays: { da: 'Antal', en: 'Count' },
  columnBar: { da: 'Fordeling', en: 'Spread' },
  bar: {
    da: 'Median {median} dage, 90-percentil {most} dage',
    en: 'Median {median} days, 90th percentile {most} days',
  },
  few: { da: 'For få', en: 'Too few' },
  computed: { da: 'Opgjort {date}. Opgøres én gang i døgnet.', en: 'Computed on {date}. Computed once a day.' },
});
