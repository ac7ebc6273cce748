import type { MailState } from '~/db/mail/list';
import { defineTexts, type TextsOf } from './texts';

/** The page with the mails, for the coordinator and the auditor. */
export const mailPageTexts = defineTexts({
  title: { da: 'Mails', en: 'Mails' },
  leadSending: {
    da: 'De nyeste mails fra portalen. Dem, der ikke kunne sendes, står først.',
    en: 'The newest mails from the portal. Those that could not be sent come first.',
  },
  leadShown: {
    da: 'Portalen har ingen mailserver og sender derfor ikke mails. Her ser du, hvad den ellers ville have sendt.',
    en: 'The portal has no mail server and therefore sends no mail. Here you can see what it would have sent.',
  },
  failed: {
    da: { one: '{count} mail kunne ikke sendes', other: '{count} mails kunne ikke sendes' },
    en: { one: '{count} mail could not be sent', other: '{count} mails could not be sent' },
  },
  failedText: {
    da: 'Portalen prøver ikke igen af sig selv. Ret årsagen, og prøv igen.',
    en: 'The portal does not try again by itself. Correct the cause, and try again.',
  },
  stuck: {
    da: { one: '{count} besked kunne ikke blive til mails', other: '{count} beskeder kunne ikke blive til mails' },
    en: { one: '{count} notice could not be made into mails', other: '{count} notices could not be made into mails' },
  },
  held: {
    da: {
      one: '{count} besked venter på modtagerens daglige mail, der sendes kl. 8 på arbejdsdage.',
      other: '{count} beskeder venter på modtagernes daglige mails, der sendes kl. 8 på arbejdsdage.',
    },
    en: {
      one: '{count} notice waits for its receiver’s daily mail, which is sent at 8 on working days.',
      other: '{count} notices wait for their receivers’ daily mails, which are sent at 8 on working days.',
    },
  },
  retry: { da: 'Prøv at sende igen', en: 'Try to send again' },
  empty: { da: 'Der er ingen mails endnu', en: 'There are no mails yet' },
  emptyText: {
    da: 'Mails dukker op her få sekunder efter, at der er sket noget i en sag.',
    en: 'Mails appear here a few seconds after something has happened in a case.',
  },
  columnMail: { da: 'Mail', en: 'Mail' },
  columnReceiver: { da: 'Modtager', en: 'Receiver' },
  columnCreated: { da: 'Skrevet', en: 'Written' },
  columnState: { da: 'Status', en: 'Status' },
  attempts: {
    da: { one: '{count} forsøg', other: '{count} forsøg' },
    en: { one: '{count} attempt', other: '{count} attempts' },
  },
  linkFromHome: { da: 'Se de mails, portalen skriver', en: 'See the mails that the portal writes' },
});

export const mailStateTexts = defineTexts({
  failed: { da: 'Kunne ikke sendes', en: 'Could not be sent' },
  waiting: { da: 'Venter', en: 'Waiting' },
  sent: { da: 'Sendt', en: 'Sent' },
  shown: { da: 'Kun vist her', en: 'Only shown here' },
} satisfies TextsOf<MailState>);
