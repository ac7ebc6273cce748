import { defineTexts } from './texts';

/** A person's own deadlines as a calendar. */
export const calendarTexts = defineTexts({
  title: { da: 'Frister i din kalender', en: 'Deadlines in your calendar' },
  lead: {
    da: 'Få dine frister i Snitfladeklar vist i Outlook eller en anden kalender. Kalenderen opdaterer sig selv.',
    en: 'See your deadlines in Snitfladeklar in Outlook or another calendar. The calendar updates itself.',
  },
  secret: {
    da: 'Adressen er din egen. Alle, der har den, kan se dine frister. Send den ikke til andre.',
    en: 'The address is your own. Whoever has it can see your deadlines. Do not send it to anybody.',
  },
  none: { da: 'Du har ikke en kalenderadresse.', en: 'You have no calendar address.' },
  since: {
    da: 'Du har en kalenderadresse, lavet {date}. Den kan ikke vises igen. Har du mistet den, så lav en ny; så virker den gamle ikke længere.',
    en: 'You have a calendar address, made on {date}. It cannot be shown again. If you have lost it, make a new one; the old one then no longer works.',
  },
  madeHeading: { da: 'Din kalenderadresse', en: 'Your calendar address' },
  madeText: {
    da: 'Kopiér adressen nu, og tilføj den i dit kalenderprogram som abonnement. Den vises kun denne ene gang.',
    en: 'Copy the address now and add it to your calendar program as a subscription. It is shown only this once.',
  },
  address: { da: 'Adresse', en: 'Address' },
  make: { da: 'Lav en kalenderadresse', en: 'Make a calendar address' },
  makeNew: { da: 'Lav en ny adresse', en: 'Make a new address' },
  end: { da: 'Luk adressen', en: 'Close the address' },
  ended: { da: 'Adressen er lukket.', en: 'The address is closed.' },
  link: { da: 'Få frister i din kalender', en: 'Get deadlines in your calendar' },
  name: { da: 'Snitfladeklar: frister', en: 'Snitfladeklar: deadlines' },
  due: { da: 'Frist: {product} ({number})', en: 'Deadline: {product} ({number})' },
  expiry: { da: 'Godkendelsen udløber: {product}', en: 'The approval expires: {product}' },
  description: { da: 'Sag {number}: {state}', en: 'Case {number}: {state}' },
});
