import { defineTexts } from './texts';

/** The sections that a reviewer knows: where they are chosen, seen, and narrow what is ready to claim. */
export const competenceTexts = defineTexts({
  // On a person's page.
  heading: { da: 'Områder', en: 'Areas' },
  intro: {
    da: 'Det, personen kender. Indbakken viser først de sager, hvor et af områderne kan tages, og reglerne udpeger helst en sagsbehandler, der kender området. Personen kan stadig tage alle afsnit.',
    en: 'What the person knows. The inbox first shows the cases in which one of the areas can be claimed, and the rules rather name a case handler who knows the area. The person can still claim every section.',
  },
  field: { da: 'Områder i {municipality}', en: 'Areas in {municipality}' },
  fieldHint: {
    da: 'Vælg ingen, hvis der ikke er en grænse.',
    en: 'Choose none if there is no limit.',
  },
  save: { da: 'Gem områderne', en: 'Save the areas' },
  inMunicipality: { da: '{municipality}: {sections}', en: '{municipality}: {sections}' },
  noLimit: { da: 'alle områder', en: 'every area' },

  // On one's own page.
  ownHeading: { da: 'Dine områder', en: 'Your areas' },
  ownIntro: {
    da: 'Det, du kender. Indbakken viser først de sager, hvor et af områderne kan tages; du kan stadig tage alle afsnit. Koordinatoren eller jeres administrator kan ændre områderne.',
    en: 'What you know. The inbox first shows the cases in which one of the areas can be claimed; you can still claim every section. The coordinator or your administrator can change the areas.',
  },

  // In the inbox.
  counted: {
    da: {
      one: '{count} af {all} sager, der kan tages, har mindst ét ledigt afsnit i dine områder: {sections}. Det er den, tallet på fanen tæller.',
      other:
        '{count} af {all} sager, der kan tages, har mindst ét ledigt afsnit i dine områder: {sections}. Det er dem, tallet på fanen tæller.',
    },
    en: {
      one: '{count} of {all} cases that can be claimed has at least one free section in your areas: {sections}. That is the one that the number on the tab counts.',
      other:
        '{count} of {all} cases that can be claimed have at least one free section in your areas: {sections}. Those are what the number on the tab counts.',
    },
  },
  shownNarrow: { da: 'Kun de vises.', en: 'Only those are shown.' },
  shownWide: { da: 'Også de andre vises.', en: 'The others are shown too.' },
  toWide: { da: 'Vis også andres områder', en: 'Also show the areas of others' },
  toNarrow: { da: 'Vis kun mine områder', en: 'Only show my areas' },
  tabCountWord: {
    da: { one: 'sag i dine områder', other: 'sager i dine områder' },
    en: { one: 'case in your areas', other: 'cases in your areas' },
  },
  empty: { da: 'Ingen ledige afsnit i dine områder', en: 'No free sections in your areas' },
  emptyText: {
    da: {
      one: 'Der er {count} sag, hvor andre områder kan tages.',
      other: 'Der er {count} sager, hvor andre områder kan tages.',
    },
    en: {
      one: 'There is {count} case in which other areas can be claimed.',
      other: 'There are {count} cases in which other areas can be claimed.',
    },
  },
  freeKnown: { da: 'heraf {count} i dine områder', en: 'of which {count} in your areas' },
  tag: { da: 'Dit område', en: 'Your area' },
});
