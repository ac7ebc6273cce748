import type { InvitationEnd } from '~/db/invitation-links';
import { defineTexts, type TextsOf } from './texts';

/** The page that the link of an invitation leads to. */
export const invitationTexts = defineTexts({
  title: { da: 'Invitation', en: 'Invitation' },
  heading: { da: 'Arbejd for {supplier} på Snitfladeklar', en: 'Work for {supplier} on Snitfladeklar' },
  lead: {
    da: 'På Snitfladeklar erklærer leverandører, hvilke fælleskommunale snitflader deres it-systemer understøtter.',
    en: 'On Snitfladeklar suppliers declare which shared municipal interfaces their products support.',
  },
  forRole: { da: 'Din rolle', en: 'Your role' },
  forEmail: { da: 'Invitationen er til', en: 'The invitation is for' },
  until: { da: 'Linket virker til og med', en: 'The link works until' },
  fieldName: { da: 'Dit navn', en: 'Your name' },
  fieldNameHint: {
    da: 'Som kolleger og kommuner skal se det i jeres sager. Navne bliver aldrig offentliggjort.',
    en: 'As colleagues and municipalities will see it in your cases. Names are never published.',
  },
  accept: { da: 'Sig ja til invitationen', en: 'Accept the invitation' },
  known: {
    da: 'Der er allerede en konto med adressen. Sig ja, så får kontoen rollen, og log derefter ind, som du plejer.',
    en: 'There is an account with that address already. Accept, and the account gets the role; then sign in as you usually do.',
  },
  asYourself: {
    da: 'Du er logget ind som {name}, og rollen bliver føjet til din konto.',
    en: 'You are signed in as {name}, and the role will be added to your account.',
  },
  otherHeading: { da: 'Invitationen er til en anden', en: 'The invitation is for somebody else' },
  otherText: {
    da: 'Du er logget ind som {name}, men invitationen er sendt til {email}. Er adressen din, så log ud, og åbn linket i mailen igen.',
    en: 'You are signed in as {name}, but the invitation was sent to {email}. If the address is yours, sign out and open the link in the mail again.',
  },
  endedHeading: { da: 'Linket virker ikke', en: 'The link does not work' },
  unknown: {
    da: 'Linket kendes ikke. Det kan være kopieret forkert, eller der kan være sendt en nyere mail, hvis link gælder i stedet.',
    en: 'The link is not known. It may have been copied wrongly, or a newer mail may have been sent whose link counts instead.',
  },
  signIn: { da: 'Log ind', en: 'Sign in' },
});

/** Why an invitation cannot be used any more, and what to do. */
export const invitationEndTexts = defineTexts({
  accepted: {
    da: 'Invitationen er allerede brugt. Log ind for at fortsætte.',
    en: 'The invitation has been used already. Sign in to continue.',
  },
  withdrawn: {
    da: 'Leverandøren har trukket invitationen tilbage. Spørg den kollega, der inviterede dig.',
    en: 'The supplier has withdrawn the invitation. Ask the colleague who invited you.',
  },
  expired: {
    da: 'Invitationen er udløbet. Bed din kollega om at sende den igen.',
    en: 'The invitation has expired. Ask your colleague to send it again.',
  },
} satisfies TextsOf<InvitationEnd>);
