import { defineTexts } from './texts';

/** What an open section page tells of colleagues, of the session and of what the browser keeps. */
export const liveSectionTexts = defineTexts({
  presentHeading: { da: 'Kolleger på erklæringen lige nu', en: 'Colleagues in the declaration right now' },
  presentHere: { da: '{name} arbejder også i dette afsnit', en: '{name} is working in this section too' },
  presentElsewhere: {
    da: '{name} arbejder i afsnittet »{section}«',
    en: '{name} is working in the section “{section}”',
  },
  presentNobody: {
    da: 'Ingen andre arbejder i erklæringen lige nu.',
    en: 'Nobody else is in the declaration right now.',
  },
  restored: {
    da: {
      one: '{count} svar, som ikke nåede at blive gemt sidst, er hentet frem fra denne browser.',
      other: '{count} svar, som ikke nåede at blive gemt sidst, er hentet frem fra denne browser.',
    },
    en: {
      one: '{count} answer that was not saved last time has been recovered from this browser.',
      other: '{count} answers that were not saved last time have been recovered from this browser.',
    },
  },
  waitingKept: {
    da: 'Ikke gemt endnu: ingen forbindelse – gemt i denne browser',
    en: 'Not saved yet: no connection – kept in this browser',
  },
  signedOutKept: {
    da: 'Ikke gemt endnu: Du er logget ud – gemt i denne browser. Log ind igen i et andet vindue, så gemmes svaret.',
    en: 'Not saved yet: You are signed out – kept in this browser. Sign in again in another window, and the answer will be saved.',
  },
  sessionHeading: { da: 'Du bliver snart logget ud', en: 'You will soon be signed out' },
  sessionText: {
    da: 'Du bliver logget ud kl. {time}. Dine svar går ikke tabt.',
    en: 'You will be signed out at {time}. Your answers will not be lost.',
  },
  sessionStay: { da: 'Bliv logget på', en: 'Stay signed in' },
  sessionFixed: {
    da: 'Tiden kan ikke forlænges yderligere. Log ind igen, når du er klar.',
    en: 'The time cannot be extended further. Sign in again when you are ready.',
  },
  sessionOver: {
    da: 'Du er logget ud. Det, du skriver, gemmes i denne browser, indtil du logger ind igen.',
    en: 'You are signed out. What you write is kept in this browser until you sign in again.',
  },
  sessionSignIn: { da: 'Log ind i et nyt vindue', en: 'Sign in in a new window' },
  clearChoice: { da: 'Ryd valget', en: 'Clear the choice' },
  clearChoiceOf: { da: 'til: {question}', en: 'for: {question}' },
  keepBoth: { da: 'Behold begge', en: 'Keep both' },
});
