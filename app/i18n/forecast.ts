import { defineTexts } from './texts';

/** What is to be expected of planned dates. Never a fact, and never worded as one. */
export const forecastTexts = defineTexts({
  heading: { da: 'Prognose for den {date}', en: 'Forecast for {date}' },
  notFact: {
    da: 'Prognose, ikke fakta. Hver planlagt dato tæller med den vægt, som leverandørens tidligere datoer giver den.',
    en: 'A forecast, not facts. Each planned date counts with the weight that the supplier’s earlier dates give it.',
  },
  sum: {
    da: '{ready} klar i dag + {expected} ventet af {planned} planlagte = {all}',
    en: '{ready} ready today + {expected} expected of {planned} planned = {all}',
  },
  nothingPlanned: {
    da: 'Ingen har planlagt noget med en dato, så prognosen er det, der er klar i dag: {ready}.',
    en: 'Nobody has planned anything with a date, so the forecast is what is ready today: {ready}.',
  },
  table: { da: 'Planlagte datoer og deres vægt', en: 'Planned dates and their weight' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnInterface: { da: 'Snitflade', en: 'Interface' },
  columnGroup: { da: 'Gruppe', en: 'Group' },
  columnSupplier: { da: 'Leverandør', en: 'Supplier' },
  columnPlanned: { da: 'Planlagt', en: 'Planned for' },
  columnRecord: { da: 'Tidligere datoer holdt', en: 'Earlier dates kept' },
  columnWeight: { da: 'Vægt', en: 'Weight' },
  columnCounts: { da: 'Tæller', en: 'Counts' },
  columnReady: { da: 'Klar i dag', en: 'Ready today' },
  columnPlans: { da: 'Planlagt til dagen', en: 'Planned until the day' },
  columnExpected: { da: 'Ventet af dem', en: 'Expected of them' },
  columnSum: { da: 'Prognose', en: 'Forecast' },
  record: { da: '{kept} af {known}', en: '{kept} of {known}' },
  weight: {
    da: '({kept} + {priorKept}) / ({known} + {priorAll}) = {weight}',
    en: '({kept} + {priorKept}) / ({known} + {priorAll}) = {weight}',
  },
  state_later: { da: 'Nej, datoen er senere', en: 'No, the date is later' },
  state_overdue: { da: 'Nej, datoen er passeret', en: 'No, the date has passed' },
  how: { da: 'Sådan er der regnet', en: 'How this is computed' },
  howText: {
    da: 'En dato er holdt, når snitfladen er offentliggjort som klar eller i drift senest {days} dage efter den; så lang tid kan gennemgangen tage. Til leverandørens egne datoer lægges én holdt og én ikke holdt, så få datoer ikke afgør alt: uden tidligere datoer er vægten 1/2. Flyttes en dato, tæller både den gamle og den nye.',
    en: 'A date is kept when the interface is published as ready or in production at most {days} days after it; the review may take that long. One kept and one missed date are added to the supplier’s own, so that few dates do not decide everything: without earlier dates the weight is 1/2. When a date is moved, both the old and the new one count.',
  },
  groupsLead: {
    da: 'Svar om snitflader i drift eller klar, efter gruppe. Følg en snitflade for at se hver dato og dens vægt.',
    en: 'Answers about interfaces in production or ready, by group. Follow an interface to see each date and its weight.',
  },
});
