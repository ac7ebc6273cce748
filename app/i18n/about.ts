import { defineTexts } from './texts';

/** The pages about the portal itself: what it is, cookies, accessibility. */
export const aboutTexts = defineTexts({
  lead: {
    da: 'Snitfladeklar viser, hvilke it-systemer der er klar til den fælleskommunale infrastruktur – og hvor godt det er dokumenteret.',
    en: 'Snitfladeklar shows which products are ready for the common municipal infrastructure – and how well that is proven.',
  },
  whyHeading: { da: 'Hvorfor portalen findes', en: 'Why the portal exists' },
  why: {
    da: 'Kommunerne har sammen investeret i fælles snitflader: til brugere og rettigheder, sager og dokumenter, ydelser, post og grunddata. Investeringen kommer først hjem, når de it-systemer, kommunerne bruger, også taler med dem – de små fagsystemer iberegnet. Her kan enhver se, hvor langt hvert it-system er.',
    en: 'The municipalities have invested together in shared interfaces: for users and rights, cases and documents, benefits, post and base registries. The investment only pays off when the products that municipalities use also speak to them – the small specialist systems included. Here anybody can see how far each product has come.',
  },
  howHeading: { da: 'Sådan bliver et svar til', en: 'How an answer comes about' },
  declareTitle: { da: 'Leverandøren erklærer', en: 'The supplier declares' },
  declare: {
    da: 'Leverandøren besvarer et fælles spørgeskema om sit it-system og vedlægger dokumentation. Alle kan læse spørgsmålene, før de logger ind.',
    en: 'The supplier answers a common questionnaire about its product and attaches evidence. Everybody can read the questions before signing in.',
  },
  reviewTitle: { da: 'En kommune gennemgår', en: 'A municipality reviews' },
  review: {
    da: 'Bedømmere vurderer svarene ét for ét op imod dokumentationen. To personer skal stå bag afgørelsen, og ingen kan afgøre en sag om sin egen organisation.',
    en: 'Reviewers judge the answers one by one against the evidence. Two people must stand behind the decision, and nobody can decide a case about their own organisation.',
  },
  publishTitle: { da: 'Resultatet offentliggøres', en: 'The result is published' },
  publish: {
    da: 'Kun godkendte svar bliver offentlige. De viser, hvilken kommune der har godkendt dem og hvornår, og tidligere udgaver kan fortsat citeres. Uploadede filer og navne på personer offentliggøres aldrig.',
    en: 'Only approved answers become public. They show which municipality approved them and when, and earlier editions can still be cited. Uploaded files and names of people are never published.',
  },
  levelsHeading: { da: 'Understøttelse', en: 'Support' },
  levelsIntro: {
    da: 'For hver snitflade oplyser leverandøren, hvor langt it-systemet er:',
    en: 'For each interface the supplier states how far the product has come:',
  },
  ladderHeading: { da: 'Parathedsstigen', en: 'The readiness ladder' },
  ladderIntro: {
    da: 'Et svar kan være sandt uden at være bevist. Derfor viser portalen også, hvor godt hvert svar er underbygget. Trinnet beregnes og falder af sig selv, når dokumentationen udløber.',
    en: 'An answer can be true without being proven. The portal therefore also shows how well each answer is backed up. The step is calculated, and it falls by itself when the evidence expires.',
  },
  dataHeading: { da: 'Brug oplysningerne', en: 'Use the information' },
  data: {
    da: 'Alt, hvad der er offentligt her, kan også hentes som data gennem et åbent API. Se {api} og {catalogue}, som har alle data i filer.',
    en: 'Everything public here can also be fetched as data through an open API. See {api} and {catalogue}, which has all data in files.',
  },
  catalogueLink: { da: 'datakataloget (DCAT-AP)', en: 'the data catalogue (DCAT-AP)' },
  apiLink: { da: 'beskrivelsen af API’et', en: 'the description of the API' },

  cookiesLead: {
    da: 'Portalen bruger kun én cookie, og kun når du logger ind. Derfor er der ingen cookieboks.',
    en: 'The portal uses a single cookie, and only when you sign in. That is why there is no cookie banner.',
  },
  cookieTable: { da: 'Cookies på portalen', en: 'Cookies on the portal' },
  cookieName: { da: 'Navn', en: 'Name' },
  cookiePurpose: { da: 'Formål', en: 'Purpose' },
  cookieEnds: { da: 'Udløber', en: 'Expires' },
  sessionPurpose: {
    da: 'Husker, at du er logget ind. Den indeholder en tilfældig kode og ingen oplysninger om dig.',
    en: 'Remembers that you are signed in. It holds a random code and no information about you.',
  },
  sessionEnds: {
    da: 'Når du logger ud eller lukker browseren, og senest efter {hours} timer. Er du inaktiv i {minutes} minutter, logges du ud.',
    en: 'When you sign out or close the browser, and after {hours} hours at the latest. After {minutes} minutes without activity you are signed out.',
  },
  cookiesNecessary: {
    da: 'Cookien er teknisk nødvendig for at kunne logge ind og kræver derfor ikke samtykke efter cookiebekendtgørelsen.',
    en: 'The cookie is technically necessary for signing in and does therefore not require consent under the Danish cookie order.',
  },
  noTracking: {
    da: 'Der er ingen statistikværktøjer, ingen skrifttyper eller scripts fra andre og ingen sporing. Offentlige sider sendes helt uden scripts.',
    en: 'There are no analytics tools, no fonts or scripts from others and no tracking. Public pages are sent without any scripts.',
  },

  accessibilityLead: {
    da: 'Alle skal kunne bruge portalen. Vi bygger efter WCAG 2.2 niveau AA, og alt væsentligt virker med tastatur, skærmlæser og uden JavaScript.',
    en: 'Everybody should be able to use the portal. We build to WCAG 2.2 level AA, and everything essential works with a keyboard, a screen reader and without JavaScript.',
  },
  accessibilityDoneHeading: { da: 'Det har vi gjort', en: 'What we have done' },
  accessibilityKeyboard: {
    da: 'Alt kan nås og betjenes med tastatur, og det er altid synligt, hvor du er.',
    en: 'Everything can be reached and operated by keyboard, and it is always visible where you are.',
  },
  accessibilityWords: {
    da: 'Farver står aldrig alene: hver status har også ord og symbol.',
    en: 'Colours never stand alone: every status also has words and a symbol.',
  },
  accessibilityZoom: {
    da: 'Siderne kan forstørres til 400 % og bruges på en lille skærm, uden at noget går tabt.',
    en: 'The pages can be enlarged to 400% and used on a small screen without losing anything.',
  },
  accessibilityModes: {
    da: 'Siderne følger din indstilling for mørkt tema, høj kontrast og mindre bevægelse.',
    en: 'The pages follow your setting for dark theme, high contrast and reduced motion.',
  },
  accessibilityForms: {
    da: 'Felter har altid en synlig ledetekst, fejl samles øverst og fører til feltet, og intet, du har skrevet, går tabt.',
    en: 'Fields always have a visible label, errors are gathered at the top and lead to the field, and nothing you have typed is lost.',
  },
  accessibilityTested: {
    da: 'Siderne kontrolleres automatisk med axe i begge sprog og temaer, hver gang portalen ændres. Kontrollen er vores egen; portalen er endnu ikke gennemgået af en uafhængig tredjepart.',
    en: 'The pages are checked automatically with axe in both languages and themes each time the portal is changed. The check is our own; the portal has not yet been reviewed by an independent third party.',
  },
  accessibilityKnownHeading: { da: 'Det ved vi ikke virker helt', en: 'What we know does not work fully' },
  accessibilityKnown: {
    da: 'Dokumenter, som leverandører vedlægger, er lavet af andre og er ikke altid tilgængelige. De kan kun ses af dem, der behandler sagen.',
    en: 'Documents that suppliers attach are made by others and are not always accessible. They can only be seen by those who handle the case.',
  },
  accessibilityReportHeading: { da: 'Fortæl os, hvis noget ikke virker', en: 'Tell us if something does not work' },
  accessibilityReport: {
    da: 'Kontakt den, der driver portalen, hvis du møder en side, du ikke kan bruge. Får du ikke et tilfredsstillende svar, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med webtilgængelighed: {authority}.',
    en: 'Contact whoever runs the portal if you meet a page you cannot use. If the answer is not satisfactory, you can complain to the Danish Agency for Digital Government, which supervises web accessibility: {authority}.',
  },
});
