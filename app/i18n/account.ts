import type { MailTopic } from '~/workflows/mail-topics';
import { defineTexts, type TextsOf } from './texts';

/** One's own name, language, mails, organisation, sessions and data. */
export const accountTexts = defineTexts({
  title: { da: 'Din konto', en: 'Your account' },
  saved: { da: 'Dine oplysninger er gemt.', en: 'Your details have been saved.' },
  chosen: { da: 'Du handler nu for {organisation}.', en: 'You now act for {organisation}.' },
  othersEnded: { da: 'Alle andre steder er du nu logget ud.', en: 'You are now signed out everywhere else.' },

  detailsHeading: { da: 'Navn, sprog og mails', en: 'Name, language and mails' },
  fieldName: { da: 'Navn', en: 'Name' },
  fieldNameHint: {
    da: 'Vises for kolleger og i sagerne, aldrig offentligt.',
    en: 'Shown to colleagues and in cases, never in public.',
  },
  email: { da: 'E-mail', en: 'E-mail' },
  emailHint: {
    da: 'Adressen kan kun ændres af den, der driver portalen.',
    en: 'Only whoever runs the portal can change the address.',
  },
  fieldLanguage: { da: 'Sprog i mails', en: 'Language of mails' },
  fieldTopics: { da: 'Hvilke mails vil du have?', en: 'Which mails do you want?' },
  fieldTopicsHint: {
    da: 'Mails om frister, afgørelser og mangler får du altid: de er en del af sagen.',
    en: 'Mails about deadlines, decisions and what is missing always reach you: they are part of the case.',
  },
  save: { da: 'Gem', en: 'Save' },

  organisationHeading: { da: 'Hvem du handler for', en: 'Whom you act for' },
  organisationText: {
    da: 'Du har roller flere steder. Det, du ser og gør, gælder det sted, du har valgt.',
    en: 'You have roles in several places. What you see and do is for the one you have chosen.',
  },
  organisationOne: { da: 'Dine roller', en: 'Your roles' },
  fieldOrganisation: { da: 'Organisation', en: 'Organisation' },
  portal: { da: 'Portalen', en: 'The portal' },
  choose: { da: 'Skift', en: 'Switch' },

  sessionsHeading: { da: 'Hvor du er logget ind', en: 'Where you are signed in' },
  sessionsCount: {
    da: { one: 'Du er kun logget ind her.', other: 'Du er logget ind {count} steder.' },
    en: { one: 'You are signed in here only.', other: 'You are signed in in {count} places.' },
  },
  sessionHere: { da: 'Her: siden {since}', en: 'Here: since {since}' },
  sessionOther: { da: 'Siden {since}, senest brugt {seen}', en: 'Since {since}, last used {seen}' },
  endOthers: { da: 'Log ud alle andre steder', en: 'Sign out everywhere else' },

  shortcutsHeading: { da: 'Tastaturgenveje', en: 'Keyboard shortcuts' },
  shortcutsText: {
    da: 'Genvejene står på de sider, hvor de virker. Valget gælder overalt, hvor du logger ind. Uden JavaScript er der ingen genveje.',
    en: 'The shortcuts are listed on the pages where they work. The choice holds wherever you sign in. Without JavaScript there are no shortcuts.',
  },
  shortcutsField: { da: 'Brug tastaturgenveje', en: 'Use keyboard shortcuts' },
  shortcutsSave: { da: 'Gem valget', en: 'Save the choice' },

  dataHeading: { da: 'Oplysninger om dig', en: 'Data about you' },
  dataText: {
    da: 'Hent alt, portalen har registreret om dig: konto, roller, indlogninger, mails og det, du har gjort, som en JSON-fil.',
    en: 'Get everything the portal has recorded about you: account, roles, sign-ins, mails and what you have done, as a JSON file.',
  },
  dataLink: { da: 'Hent oplysninger om dig (JSON)', en: 'Get the data about you (JSON)' },
});

export const mailTopicTexts = defineTexts({
  'case-news': {
    da: 'Nyt i sagerne, fx at en erklæring er indsendt eller fordelt',
    en: 'News in cases, such as a declaration that was submitted or routed',
  },
  reminders: {
    da: 'Påmindelser om godkendelser og dokumentation, der udløber',
    en: 'Reminders of approvals and evidence that expire',
  },
  handovers: { da: 'Afsnit, som kolleger giver mig', en: 'Sections that colleagues hand to me' },
} satisfies TextsOf<MailTopic>);
