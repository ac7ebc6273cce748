import { defineTexts } from './texts';

/** What the coordinator sets for the whole portal, and the emergency switch. */
export const portalSettingsTexts = defineTexts({
  readOnlyBanner: {
    da: 'Portalen kan læses, men ikke ændres lige nu.',
    en: 'The portal can be read but not changed right now.',
  },
  title: { da: 'Portalens indstillinger', en: 'The portal’s settings' },
  lead: {
    da: 'Grænser for gennemgangen, hvor længe udløbne erklæringer kan læses, og nødafbryderen, der gør hele portalen skrivebeskyttet.',
    en: 'Limits of the review, how long expired declarations can be read, and the emergency switch that makes the whole portal read-only.',
  },
  homeText: {
    da: 'Grænser for gennemgangen og nødafbryderen.',
    en: 'Limits of the review and the emergency switch.',
  },
  linkFromHome: { da: 'Se og ret indstillingerne', en: 'See and change the settings' },
  done: { da: 'Indstillingerne er gemt.', en: 'The settings are saved.' },
  doneReadOnly: { da: 'Portalen er nu skrivebeskyttet.', en: 'The portal is now read-only.' },
  doneReadWrite: { da: 'Portalen kan bruges som normalt igen.', en: 'The portal can be used as usual again.' },
  limitsHeading: { da: 'Grænser', en: 'Limits' },
  limit_leaseHours: {
    da: 'Timer, før andre kan overtage et afsnit',
    en: 'Hours before others can take a section over',
  },
  hint_leaseHours: {
    da: 'Regnes fra bedømmerens seneste arbejde i afsnittet. Fra 1 til 2000.',
    en: 'Counted from the reviewer’s latest work in the section. From 1 to 2000.',
  },
  limit_highImpactFrom: {
    da: 'Kommuner, før en sag har stor betydning',
    en: 'Municipalities before a case has high impact',
  },
  hint_highImpactFrom: {
    da: 'Antallet af kommuner, som leverandøren oplyser, der bruger it-systemet. Fra 1 til 98.',
    en: 'The number of municipalities that the supplier says use the product. From 1 to 98.',
  },
  limit_reviewDays: { da: 'Arbejdsdage til en gennemgang', en: 'Working days for a review' },
  hint_reviewDays: {
    da: 'Så længe må en sag ligge hos kommunen. Tælles forfra, når sagen er klar til afgørelse eller kommer tilbage fra leverandøren. Fra 1 til 200.',
    en: 'How long a case may be with the municipality. Counted anew when it is ready for a decision or comes back from the supplier. From 1 to 200.',
  },
  limit_escalateDays: {
    da: 'Arbejdsdage over tiden, før koordinatoren får besked',
    en: 'Working days overdue before the coordinator is told',
  },
  hint_escalateDays: {
    da: 'Beskeden kommer én gang, i den daglige mail. Fra 1 til 200.',
    en: 'The message comes once, in the daily mail. From 1 to 200.',
  },
  limit_expiredDays: {
    da: 'Dage, hvor en udløbet erklæring stadig kan læses',
    en: 'Days on which an expired declaration can still be read',
  },
  hint_expiredDays: {
    da: 'Den er mærket som udløbet fra første dag og tæller ikke med i noget. Bagefter kan kun mærket ses. Gælder erklæringer, der udløber fra nu af. Fra 0 til 1000.',
    en: 'It is marked as expired from the first day and counts in nothing. After that only the mark can be seen. Applies to declarations that expire from now on. From 0 to 1000.',
  },
  save: { da: 'Gem grænserne', en: 'Save the limits' },
  switchHeading: { da: 'Nødafbryder', en: 'Emergency switch' },
  switchOffText: {
    da: 'Brug den, hvis der er mistanke om fejl eller misbrug. Alle kan fortsat læse, men intet kan indsendes, vurderes, afgøres eller rettes, før du slår den fra igen. Frister, der udløber imens, behandles bagefter.',
    en: 'Use it when you suspect an error or misuse. Everybody can still read, but nothing can be submitted, judged, decided or edited until you switch it off again. Deadlines that pass meanwhile are handled afterwards.',
  },
  switchOnText: {
    da: 'Portalen har været skrivebeskyttet siden {date}.',
    en: 'The portal has been read-only since {date}.',
  },
  reason: { da: 'Besked til brugerne', en: 'Message to the users' },
  reasonHint: {
    da: 'Vises øverst på alle sider, også for offentligheden. Skriv, hvad der sker, og hvornår det ventes løst.',
    en: 'Shown at the top of every page, also to the public. Write what is happening and when it should be resolved.',
  },
  switchOn: { da: 'Gør portalen skrivebeskyttet', en: 'Make the portal read-only' },
  switchOff: { da: 'Åbn portalen igen', en: 'Open the portal again' },
});
