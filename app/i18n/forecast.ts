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
    da: 'En dato er holdt, når snitfladen er offentliggjort som klar eller i drift senest {days} dage efter den; så lang tid kan gennemgangen tage. Til leverandørens egne datoer lægges én holdt og én ikke holdt, så få datoer ikke afgør alt: uden tidligere datoer er vægten 1/2. Flyttes en dato, tæller både den gamle og den nye. Er it-systemet trukket tilbage, før datoen blev holdt, er den ikke holdt. Hver leverandørs datoer står på leverandørens side og i de åbne data.',
    en: 'A date is kept when the interface is published as ready or in production at most {days} days after it; the review may take that long. One kept and one missed date are added to the supplier’s own, so that few dates do not decide everything: without earlier dates the weight is 1/2. When a date is moved, both the old and the new one count. A date of a product that was withdrawn before the date was kept is missed. Each supplier’s dates are on the supplier’s page and in the open data.',
  },
  datesHeading: { da: 'Planlagte datoer, og om de blev holdt', en: 'Planned dates, and whether they were kept' },
  datesNone: {
    da: 'Ingen af leverandørens datoer kan gøres op endnu.',
    en: 'None of the supplier’s dates can be judged yet.',
  },
  datesKept: {
    da: {
      one: 'Af den ene dato, der kan gøres op, er {kept} holdt.',
      other: 'Af de {count} datoer, der kan gøres op, er {kept} holdt.',
    },
    en: {
      one: 'Of the one date that can be judged, {kept} was kept.',
      other: 'Of the {count} dates that can be judged, {kept} were kept.',
    },
  },
  datesWeight: {
    da: 'I prognoser vejer leverandørens næste dato {weight}.',
    en: 'In forecasts the supplier’s next date weighs {weight}.',
  },
  columnStated: { da: 'Oplyst', en: 'Stated' },
  columnReadyOn: { da: 'Klar', en: 'Ready' },
  columnKept: { da: 'Holdt', en: 'Kept' },
  outcome_kept: { da: 'Holdt', en: 'Kept' },
  outcome_missed: { da: 'Ikke holdt', en: 'Missed' },
  outcome_open: { da: 'Kan ikke gøres op endnu', en: 'Cannot be judged yet' },
  profileLead: {
    da: 'It-systemer, der kun mangler absolutte krav, som leverandøren har planlagt til senest den {date}. Skal flere datoer holde, ganges vægtene.',
    en: 'Products that lack only absolute requirements which the supplier has planned for {date} at the latest. Where several dates have to be kept, their weights are multiplied.',
  },
  profileLimits: {
    da: 'Krav om drift og om dokumentation kan ingen planlagt dato opfylde, så de tæller kun, hvis de er opfyldt i dag.',
    en: 'No planned date meets a requirement of production or of proof, so these count only where they are met today.',
  },
  profileSum: {
    da: '{ready} opfylder i dag + {expected} ventet af {planned} = {all}',
    en: '{ready} meet them today + {expected} expected of {planned} = {all}',
  },
  profileNothing: {
    da: 'Ingen flere it-systemer har planlagt resten til dagen, så prognosen er dem, der opfylder kravene i dag: {ready}.',
    en: 'No other product has planned the rest until that day, so the forecast is those that meet the requirements today: {ready}.',
  },
  columnDates: { da: 'Datoer, der skal holde', en: 'Dates to be kept' },
  columnProductWeight: { da: 'Vægt i alt', en: 'Weight in all' },
  groupsLead: {
    da: 'Svar om snitflader i drift eller klar, efter gruppe. Følg en gruppe for at se hver dato og dens vægt.',
    en: 'Answers about interfaces in production or ready, by group. Follow a group to see each date and its weight.',
  },
});
