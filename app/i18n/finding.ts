import { defineTexts } from './texts';

/** Search and filters of the public lists. */
export const findingTexts = defineTexts({
  searchSyntax: {
    da: 'Alle ord skal passe. Skriv ELLER mellem ord, hvis ét er nok, og sæt minus foran et ord, der ikke må være der.',
    en: 'Every word has to match. Write OR between words if one is enough, and put a minus before a word that must not be there.',
  },
  corrected: {
    da: 'Ingen it-systemer har ordet »{from}«. Vi har søgt på {to} i stedet.',
    en: 'No products have the word “{from}”. We searched for {to} instead.',
  },
  correctedOr: { da: 'eller', en: 'or' },
  without: { da: 'Uden {filter}', en: 'Without {filter}' },
  only: { da: 'Kun {filter}', en: 'Only {filter}' },
  quoted: { da: '»{filter}«', en: '“{filter}”' },
  pagesCalled: { da: 'Mente du en af disse sider?', en: 'Did you mean one of these pages?' },
  filterMatch: { da: 'Flere snitflader', en: 'Several interfaces' },
  matchAll: { da: 'Alle de valgte snitflader', en: 'All the chosen interfaces' },
  matchAny: { da: 'Mindst én af de valgte snitflader', en: 'At least one of the chosen interfaces' },
  filterRung: { da: 'Trin på parathedsstigen', en: 'Step on the readiness ladder' },
  filterVersion: { da: 'Snitfladens version', en: 'Version of the interface' },
  filterMunicipality: { da: 'Bruges af kommune', en: 'Used by municipality' },
  filterFresh: { da: 'Senest godkendt', en: 'Approved lately' },
  fresh: { da: 'Inden for {days} dage', en: 'Within {days} days' },
  chosenVersion: { da: 'Version {version}', en: 'Version {version}' },
  chosenNot: { da: 'Ikke {filter}', en: 'Not {filter}' },
  leaveOut: { da: 'Udelad i stedet', en: 'Leave out instead' },
  asData: { da: 'Samme udvalg som data:', en: 'The same selection as data:' },
  problemUnknownValue: {
    da: '»{value}« er ikke en mulighed for »{parameter}«. Fjern det fra adressen, eller vælg filtre på siden.',
    en: '“{value}” is not a choice for “{parameter}”. Remove it from the address or choose filters on the page.',
  },
  problemUnknownParameter: {
    da: 'Adressen har filteret »{parameter}«, som ikke findes. Fjern det fra adressen, eller vælg filtre på siden.',
    en: 'The address has the filter “{parameter}”, which does not exist. Remove it or choose filters on the page.',
  },
  problemTooLong: {
    da: 'Søgningen er for lang: højst 200 tegn. Søg på færre ord.',
    en: 'The search is too long: at most 200 characters. Search for fewer words.',
  },
  problemTooMany: {
    da: 'Der er for mange værdier for »{parameter}«: højst 20 ord i en søgning og 50 valg i et filter.',
    en: 'There are too many values for “{parameter}”: at most 20 words in a search and 50 choices in a filter.',
  },
  problemNotADay: {
    da: '»{value}« er ikke en dato, der findes. Skriv den som ÅÅÅÅ-MM-DD, for eksempel 2026-03-31.',
    en: '“{value}” is not a date that exists. Write it as YYYY-MM-DD, for example 2026-03-31.',
  },
  problemSeveralDays: {
    da: 'Adressen har flere dage. Vælg én dag.',
    en: 'The address has several days. Choose one.',
  },
  problemBeforeFirst: {
    da: 'Så langt tilbage er der intet at vise: der blev først offentliggjort noget den {value}.',
    en: 'There is nothing to show for a day that long ago: the first publication was on {value}.',
  },
  problemOnlyPresent: {
    da: 'Her vises kun det, der gælder i dag, så der kan ikke vælges en anden dag.',
    en: 'Only the present is shown here, so no other day can be chosen.',
  },
  problemTooFarAhead: {
    da: 'Dagen {value} ligger for langt fremme: en prognose rækker højst fem år.',
    en: 'The day {value} is too far ahead: a forecast reaches five years at most.',
  },
});
