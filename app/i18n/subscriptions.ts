import { defineTexts } from './texts';

/** Following a search of the public list by e-mail: the pages. */
export const subscriptionTexts = defineTexts({
  link: { da: 'E-mail', en: 'E-mail' },
  title: { da: 'Følg en søgning på e-mail', en: 'Follow a search by e-mail' },
  lead: {
    da: 'Få en e-mail, når en erklæring i din søgning bliver offentliggjort, ændret eller ikke længere gælder.',
    en: 'Get an e-mail when a declaration in your search is published, changed or no longer in force.',
  },
  textOften: {
    da: 'Du får højst én e-mail om dagen, og ingen, når der ikke er noget nyt.',
    en: 'You get at most one e-mail a day, and none when there is nothing new.',
  },
  textAll: {
    da: 'Søgningen har ingen filtre: Du følger alle offentliggjorte erklæringer.',
    en: 'The search has no filters: you follow every published declaration.',
  },
  yourSearch: { da: 'Din søgning', en: 'Your search' },
  openSearch: { da: 'Se søgningen', en: 'See the search' },
  fieldEmail: { da: 'Din e-mail', en: 'Your e-mail' },
  fieldEmailHint: {
    da: 'Vi bruger kun adressen til at sende dig nyt om søgningen. Den bliver slettet, når du afmelder.',
    en: 'We use the address only to send you news of the search. It is deleted when you unsubscribe.',
  },
  errorEmail: {
    da: 'Skriv en e-mailadresse, for eksempel navn@kommune.dk',
    en: 'Write an e-mail address, for example name@company.dk',
  },
  send: { da: 'Følg søgningen', en: 'Follow the search' },
  sentHeading: { da: 'Bekræft i din e-mail', en: 'Confirm in your e-mail' },
  sentText: {
    da: 'Vi har sendt dig et link. Først når du har bekræftet, får du nyt om søgningen. Bekræfter du ikke inden syv dage, sletter vi din adresse.',
    en: 'We have sent you a link. You get news of the search only once you have confirmed. If you do not confirm within seven days, we delete your address.',
  },

  ownTitle: { da: 'Din søgning på e-mail', en: 'Your search by e-mail' },
  confirmText: {
    da: 'Du har bedt om at få nyt om en søgning i Snitfladeklar. Bekræft, at e-mailadressen er din.',
    en: 'You have asked for news of a search in Snitfladeklar. Confirm that the e-mail address is yours.',
  },
  confirmButton: { da: 'Bekræft', en: 'Confirm' },
  refuseButton: { da: 'Nej tak, slet min adresse', en: 'No thanks, delete my address' },
  confirmedHeading: { da: 'Du følger søgningen', en: 'You follow the search' },
  confirmedText: {
    da: 'Du får en e-mail, når der er noget nyt. I hver af dem er der et link til denne side, hvor du kan afmelde.',
    en: 'You get an e-mail when there is something new. Each has a link to this page, where you can unsubscribe.',
  },
  endButton: { da: 'Afmeld', en: 'Unsubscribe' },
  endedHeading: { da: 'Du er afmeldt', en: 'You have unsubscribed' },
  endedText: {
    da: 'Du får ikke flere e-mails om søgningen, og din adresse er slettet.',
    en: 'You get no more e-mails about the search, and your address has been deleted.',
  },
  invalidHeading: { da: 'Linket virker ikke', en: 'The link does not work' },
  invalidText: {
    da: 'Der er gået syv dage uden bekræftelse, eller adressen er slettet. Du kan følge søgningen igen fra listen over it-systemer.',
    en: 'Seven days have passed without confirmation, or the address has been deleted. You can follow the search again from the list of products.',
  },
});

/** The mails. */
export const subscriptionMailTexts = defineTexts({
  confirmSubject: { da: 'Bekræft, at du vil følge en søgning', en: 'Confirm that you want to follow a search' },
  confirmBody: {
    da: 'Nogen, formentlig du selv, har bedt om at få nyt om en søgning i Snitfladeklar på denne e-mailadresse. Bekræft inden syv dage. Ellers sletter vi adressen.',
    en: 'Somebody, probably you, has asked for news of a search in Snitfladeklar at this e-mail address. Confirm within seven days. Otherwise we delete the address.',
  },
  confirmLink: { da: 'Bekræft, eller sig nej tak', en: 'Confirm, or decline' },
  newsSubjectOne: { da: 'Nyt i din søgning: {heading}', en: 'Update in your search: {heading}' },
  newsSubjectMany: { da: '{count} nyheder i din søgning', en: '{count} updates in your search' },
  newsLead: { da: 'Der er nyt i den søgning, du følger.', en: 'There is news in the search that you follow.' },
  newsMore: {
    da: 'De nyeste {count} står her. Se resten i søgningen.',
    en: 'The latest {count} are shown here. See the rest in the search.',
  },
  demo: { da: 'Eksempeldata: it-systemet findes ikke.', en: 'Example data: the product does not exist.' },
  product: { da: 'Se it-systemet', en: 'See the product' },
  interface: { da: 'Se snitfladen', en: 'See the interface' },
  search: { da: 'Se søgningen', en: 'See the search' },
  end: { da: 'Afmeld', en: 'Unsubscribe' },
  footer: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. Du får den, fordi du følger en søgning i Snitfladeklar.',
    en: 'This mail was sent automatically and cannot be replied to. You get it because you follow a search in Snitfladeklar.',
  },
  confirmFooter: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. Kender du ikke noget til den, så gør ingenting.',
    en: 'This mail was sent automatically and cannot be replied to. If you know nothing of it, do nothing.',
  },
});
