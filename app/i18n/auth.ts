import { defineTexts } from './texts';

/** Signing in and out. */
export const authTexts = defineTexts({
  title: { da: 'Log ind', en: 'Sign in' },
  lead: {
    da: 'Log ind for at erklære jeres it-systemer eller gennemgå sager. Alt det offentlige kan læses uden login.',
    en: 'Sign in to declare your products or to review cases. Everything public can be read without signing in.',
  },
  signInWith: { da: 'Log ind med {provider}', en: 'Sign in with {provider}' },
  demoHeading: { da: 'Prøv portalen som en demoperson', en: 'Try the portal as a demo person' },
  demoText: {
    da: 'Vælg en person. Personerne og deres virksomheder er opdigtede, og intet af det, du gør, har virkning uden for denne installation.',
    en: 'Choose a person. The people and their companies are made up, and nothing you do has any effect outside this installation.',
  },
  signInAs: { da: 'Log ind som {name}', en: 'Sign in as {name}' },
  groupSuppliers: { da: 'Leverandører', en: 'Suppliers' },
  groupMunicipalities: { da: 'Kommuner', en: 'Municipalities' },
  groupPortal: { da: 'Portalen', en: 'The portal' },
  noMethod: {
    da: 'Der er endnu ikke sat en loginmetode op på denne installation. Kontakt den, der driver portalen.',
    en: 'No way of signing in has been set up on this installation yet. Contact whoever runs the portal.',
  },
  accepted: {
    da: 'Du har sagt ja til invitationen. Log ind for at begynde.',
    en: 'You have accepted the invitation. Sign in to begin.',
  },
  signedOut: { da: 'Du er logget ud.', en: 'You have been signed out.' },
  stillSignedIn: {
    da: 'Du kan stadig være logget ind hos {provider}. Deler du computeren med andre, så log også ud dér:',
    en: 'You may still be signed in at {provider}. If you share this computer with others, sign out there too:',
  },
  signOutThere: { da: 'log ud af {provider}', en: 'sign out of {provider}' },
  signedOutThere: { da: 'Du er også logget ud af {provider}.', en: 'You have been signed out of {provider} too.' },
  signInFirst: { da: 'Log ind for at se siden.', en: 'Sign in to see the page.' },
});
