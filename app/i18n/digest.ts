import type { Gathering } from '~/workflows/mail-plan';
import { defineTexts, type TextsOf } from './texts';

/** The daily mail. */
export const digestTexts = defineTexts({
  subject: {
    da: { one: '{count} besked fra Snitfladeklar', other: '{count} beskeder fra Snitfladeklar' },
    en: { one: '{count} message from Snitfladeklar', other: '{count} messages from Snitfladeklar' },
  },
  lead: { da: 'Her er dine beskeder, samlet i én mail.', en: 'Here are your messages, gathered in one mail.' },
  footer: {
    da: 'Mailen er sendt automatisk og kan ikke besvares. På din konto bestemmer du, hvad der bliver samlet.',
    en: 'This mail was sent automatically and cannot be replied to. Choose on your account what is gathered.',
  },
});

/** When somebody wants their mails, on the page about themselves. */
export const mailWishTexts = defineTexts({
  fieldGathers: { da: 'Hvad vil du have samlet i én daglig mail?', en: 'What do you want gathered in one daily mail?' },
  fieldGathersHint: {
    da: 'Den daglige mail sendes kl. 8 på arbejdsdage, når der er noget at fortælle. Afgørelser, invitationer og links, du selv har bedt om, kommer altid med det samme.',
    en: 'The daily mail is sent at 8 on working days when there is something to tell. Decisions, invitations and links that you have asked for always come at once.',
  },
  fieldQuiet: {
    da: 'Hold aften, nat, weekend og helligdage fri for mails',
    en: 'No mails in evenings, nights, weekends and on holidays',
  },
  fieldQuietHint: {
    da: 'Mails, der kan vente, sendes så kun kl. 8–17 på arbejdsdage.',
    en: 'Mails that can wait are then sent only from 8 to 17 on working days.',
  },
});

export const gatheringTexts = defineTexts({
  reminders: { da: 'Kun påmindelser', en: 'Reminders only' },
  everything: { da: 'Alt, der kan vente', en: 'Everything that can wait' },
  nothing: { da: 'Ingenting: hver besked i sin egen mail', en: 'Nothing: each message in a mail of its own' },
} satisfies TextsOf<Gathering>);
