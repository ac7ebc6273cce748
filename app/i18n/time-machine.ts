import { defineTexts } from './texts';

/** Public pages as of another day. */
export const timeMachineTexts = defineTexts({
  bandLabel: { da: 'Dagen, som siden viser', en: 'The day that the page shows' },
  shownAsOf: { da: 'Vist som den {date}', en: 'Shown as of {date}' },
  pastText: {
    da: 'Siden viser, hvad der var offentliggjort, da dagen sluttede. Senere ændringer er ikke med.',
    en: 'The page shows what was published when the day ended. Later changes are left out.',
  },
  forecastFor: { da: 'Prognose for den {date}', en: 'Forecast for {date}' },
  futureText: {
    da: 'Siden viser, hvad der er offentliggjort i dag. Kun det, der er mærket »Prognose«, handler om den valgte dag.',
    en: 'The page shows what is published today. Only what is marked “Forecast” is about the chosen day.',
  },
  forecastFigures: { da: 'Se prognosen for alle snitflader', en: 'See the forecast for all interfaces' },
  backToToday: { da: 'Tilbage til i dag', en: 'Back to today' },
  anotherDay: { da: 'Se siden som den var en anden dag', en: 'See the page as it was on another day' },
  pickDay: { da: 'Dag', en: 'Day' },
  pickDayHint: {
    da: 'En dag i fortiden viser, hvad der var offentliggjort. En dag i fremtiden viser en prognose.',
    en: 'A day in the past shows what was published. A day in the future shows a forecast.',
  },
  showDay: { da: 'Vis dagen', en: 'Show the day' },
});
