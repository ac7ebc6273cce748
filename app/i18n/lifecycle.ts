import { defineTexts } from './texts';

/** Versions of interfaces that come and go. */
export const lifecycleTexts = defineTexts({
  readyFor: { da: 'Klar til version {version}: {ready} af {all}', en: 'Ready for version {version}: {ready} of {all}' },
  columnReady: { da: 'Klar til den', en: 'Ready for it' },
  readyOf: { da: '{ready} af {all}', en: '{ready} of {all}' },
  readyLead: {
    da: 'Af de it-systemer, der har eller er på vej med snitfladen, ifølge det, der er godkendt.',
    en: 'Of the products that have the interface or are on their way with it, by what is approved.',
  },
  sunsetSet: {
    da: 'Version {version} udfases den {date}.',
    en: 'Version {version} goes out of use on {date}.',
  },
  narrowByVersion: { da: 'Version {version}', en: 'Version {version}' },
  narrow_ready: { da: 'Klar', en: 'Ready' },
  narrow_behind: { da: 'Ikke klar', en: 'Not ready' },
  narrow_unknown: { da: 'Oplyser ikke sin version', en: 'Does not state its version' },
  tasksHeading: { da: 'Versioner, der udfases', en: 'Versions that go out of use' },
  task: {
    da: '{product}: {interface} version {version} udfases den {date}',
    en: '{product}: {interface} version {version} goes out of use on {date}',
  },
  daysLeft: {
    da: { one: 'Om {count} dag', other: 'Om {count} dage' },
    en: { one: 'In {count} day', other: 'In {count} days' },
  },
  dayOver: { da: 'Dagen er passeret', en: 'The day has passed' },
  taskTo: {
    da: 'Gå over til version {version}, og ret svaret om versionen.',
    en: 'Move to version {version} and correct the answer about the version.',
  },
  taskNoVersion: {
    da: 'Svaret oplyser ikke, hvilken version it-systemet bruger. Skriv den.',
    en: 'The answer does not state which version the product uses. Add it.',
  },
  taskDone: {
    da: 'Opgaven er løst, når en nyere version er godkendt og offentliggjort.',
    en: 'The task is done when a newer version has been approved and published.',
  },
  adminTitle: { da: 'Snitfladers versioner', en: 'Versions of interfaces' },
  adminLead: {
    da: 'Sæt den dag, hvor en version udfases. Alle kan læse den med det samme, og de leverandører, der bruger versionen, får en opgave og en mail.',
    en: 'Set the day on which a version goes out of use. Everybody reads it at once, and suppliers that use the version get a task and a mail.',
  },
  adminDone: { da: 'Dagen er gemt', en: 'The day is saved' },
  adminDoneText: {
    da: { one: '{count} it-system er berørt.', other: '{count} it-systemer er berørt.' },
    en: { one: '{count} product is affected.', other: '{count} products are affected.' },
  },
  adminSet: { da: 'Sæt en dag', en: 'Set a day' },
  adminPresent: { da: 'Dage, der er sat', en: 'Days that are set' },
  adminNone: { da: 'Der er ikke sat nogen dage.', en: 'No days are set.' },
  columnInterface: { da: 'Snitflade', en: 'Interface' },
  columnVersion: { da: 'Version', en: 'Version' },
  columnSunset: { da: 'Udfases den', en: 'Out of use on' },
  columnSuccessor: { da: 'Gå over til', en: 'Move to' },
  fieldVersion: { da: 'Snitflade og version', en: 'Interface and version' },
  fieldDay: { da: 'Den sidste dag versionen bør bruges', en: 'The last day on which the version should be used' },
  fieldDayHint: { da: 'Lad feltet stå tomt for at tage en dag tilbage.', en: 'Leave it empty to take a day back.' },
  fieldSuccessor: { da: 'Version at gå over til', en: 'Version to move to' },
  newest: { da: 'Den nyeste', en: 'The newest' },
  save: { da: 'Gem dagen', en: 'Save the day' },
  feedSet: {
    da: '{interface}: version {version} udfases den {date}',
    en: '{interface}: version {version} goes out of use on {date}',
  },
  feedTakenBack: {
    da: '{interface}: version {version} udfases ikke alligevel',
    en: '{interface}: version {version} stays in use after all',
  },
  feedText: {
    da: 'Koordinatoren har sat dagen. It-systemer, der bruger versionen, skal gå over til en nyere.',
    en: 'The coordinator has set the day. Products that use the version have to move to a newer one.',
  },
  feedTakenBackText: { da: 'Koordinatoren har taget dagen tilbage.', en: 'The coordinator has taken the day back.' },
});
