import type { InboxColumn, InboxFilter } from '~/workflows/review/inbox';
import { defineTexts, type TextsOf } from './texts';

/** What the inbox can be narrowed by, its saved views, and routing several cases at once. */
export const inboxToolsTexts = defineTexts({
  highImpact: { da: 'Stor betydning', en: 'High impact' },
  runBy: {
    da: { one: 'Bruges af {count} kommune', other: 'Bruges af {count} kommuner' },
    en: { one: 'Used by {count} municipality', other: 'Used by {count} municipalities' },
  },
  toolsSummary: { da: 'Filtre, kolonner og gemte visninger', en: 'Filters, columns and saved views' },
  filters: { da: 'Vis kun sager', en: 'Only show cases' },
  columns: { da: 'Skjul kolonner', en: 'Hide columns' },
  apply: { da: 'Brug', en: 'Apply' },
  emptyFiltered: { da: 'Ingen sager passer til filtrene', en: 'No cases match the filters' },
  emptyFilteredText: { da: 'Fjern et filter for at se flere.', en: 'Remove a filter to see more.' },
  clearFilters: { da: 'Fjern filtrene', en: 'Remove the filters' },
  bookmarks: { da: 'Gemte visninger', en: 'Saved views' },
  bookmarksEmpty: { da: 'Der er ingen gemte visninger endnu.', en: 'There are no saved views yet.' },
  bookmarkShared: { da: 'delt', en: 'shared' },
  bookmarkName: { da: 'Gem den aktuelle visning som', en: 'Save the present view as' },
  bookmarkShare: { da: 'Del med dem, du arbejder sammen med', en: 'Share with those you work with' },
  bookmarkShareHint: {
    da: 'Ses af alle bedømmere i jeres kommune og, for koordinatorer, af de andre koordinatorer.',
    en: 'Seen by every reviewer of your municipality and, for coordinators, by the other coordinators.',
  },
  bookmarkSave: { da: 'Gem visningen', en: 'Save the view' },
  bookmarkEnd: { da: 'Fjern', en: 'Remove' },
  bookmarkEndOf: { da: 'visningen »{name}«', en: 'the view “{name}”' },
  columnChoose: { da: 'Vælg', en: 'Choose' },
  chooseCase: { da: 'Vælg sag {number}', en: 'Choose case {number}' },
  routeTo: { da: 'Kommune, der skal have de valgte sager', en: 'Municipality that gets the chosen cases' },
  routeToOwn: { da: 'Tag de valgte sager til {municipality}', en: 'Take the chosen cases to {municipality}' },
  route: { da: 'Fordel de valgte sager', en: 'Route the chosen cases' },
  assignee: { da: 'Sagsbehandler, der skal have de valgte sager', en: 'Case handler who gets the chosen cases' },
  assigneeHint: {
    da: 'Sager med inhabilitet eller fravær bliver ikke tildelt; du får grunden for hver.',
    en: 'Cases with a conflict of interest or an absence are not assigned; you are told why for each.',
  },
  assigneeIn: { da: '{name}, {municipality}', en: '{name}, {municipality}' },
  assign: { da: 'Tildel de valgte sager', en: 'Assign the chosen cases' },
  shownOf: { da: '{shown} af {total} sager', en: '{shown} of {total} cases' },
  assignedTo: { da: 'Sagsbehandler: {name}', en: 'Case handler: {name}' },
  assignedToMe: { da: 'Du er sagsbehandler', en: 'You are the case handler' },
  claimNext: { da: 'Tag »{section}«', en: 'Claim “{section}”' },
  claimIn: { da: 'i sag {number}', en: 'in case {number}' },
  unrouted: {
    da: 'Sager fordeles automatisk efter reglerne, når de indsendes. De sager, der står her, passede ingen regel på.',
    en: 'Cases are routed automatically by the rules when they are submitted. No rule fitted the cases listed here.',
  },
  notAutomatic: {
    da: 'Automatisk fordeling er slået fra: alle nye sager venter her, til nogen fordeler dem.',
    en: 'Automatic routing is switched off: every new case waits here until somebody routes it.',
  },
  keysIntro: {
    da: 'Genvejene virker ikke, mens du skriver i et felt. Valget huskes på din konto.',
    en: 'The shortcuts do not work while you write in a field. The choice is remembered on your account.',
  },
  keysOn: { da: 'Brug tastaturgenveje i indbakken', en: 'Use keyboard shortcuts in the inbox' },
  key_next: { da: 'Næste sag', en: 'Next case' },
  key_previous: { da: 'Forrige sag', en: 'Previous case' },
  key_open: { da: 'Åbn sagen', en: 'Open the case' },
  key_choose: { da: 'Vælg sagen, hvor sager kan vælges', en: 'Choose the case, where cases can be chosen' },
  key_claim: { da: 'Tag det første ledige afsnit i sagen', en: 'Claim the first free section of the case' },
  key_search: { da: 'Søg', en: 'Search' },
  key_list: { da: 'Vis eller skjul denne liste', en: 'Show or hide this list' },
});

export const inboxFilterTexts = defineTexts({
  'high-impact': { da: 'med stor betydning', en: 'with high impact' },
  overdue: { da: 'hvor fristen er overskredet', en: 'whose deadline has passed' },
  'no-conflict': { da: 'hvor jeg er habil', en: 'in which I have no conflict of interest' },
} satisfies TextsOf<InboxFilter>);

export const inboxColumnTexts = defineTexts({
  supplier: { da: 'Leverandør', en: 'Supplier' },
  since: { da: 'Ventet', en: 'Waited' },
  due: { da: 'Frist', en: 'Deadline' },
  turn: { da: 'Hvis tur', en: 'Whose turn' },
  sections: { da: 'Afsnit', en: 'Sections' },
  changed: { da: 'Ændret', en: 'Changed' },
} satisfies TextsOf<InboxColumn>);
