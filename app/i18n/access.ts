import { defineTexts } from './texts';

/** Asking for access to a supplier, and answering. */
export const accessTexts = defineTexts({
  title: { da: 'Bed om adgang for din virksomhed', en: 'Ask for access for your company' },
  lead: {
    da: 'Arbejder du hos en leverandør, og kan ingen kollega invitere dig? Så kan du bede om adgang her.',
    en: 'Do you work for a supplier, and can no colleague invite you? Then ask for access here.',
  },
  text: {
    da: 'Du får en e-mail og skal bekræfte, at den er din. Derefter svarer virksomhedens administrator. Har virksomheden ingen, svarer koordinatoren.',
    en: 'You get an e-mail and confirm that it is yours. Then the company’s administrator answers. If the company has none, the coordinator does.',
  },
  fieldCvr: { da: 'Virksomhedens CVR-nummer', en: 'The company’s CVR number' },
  fieldCvrHint: { da: '8 cifre', en: '8 digits' },
  fieldName: { da: 'Dit navn', en: 'Your name' },
  fieldEmail: { da: 'Din e-mail', en: 'Your e-mail' },
  fieldEmailHint: {
    da: 'Brug din arbejdsmail, så er den lettere at genkende.',
    en: 'Use your work address; it is easier to recognise.',
  },
  fieldReason: { da: 'Hvorfor har du brug for adgang?', en: 'Why do you need access?' },
  fieldReasonHint: {
    da: 'Skriv din stilling, og hvem der kan bekræfte, at du må handle for virksomheden.',
    en: 'Write your position, and who can confirm that you may act for the company.',
  },
  send: { da: 'Send anmodningen', en: 'Send the request' },
  errorCvr: { da: 'Skriv et CVR-nummer med 8 cifre', en: 'Write a CVR number of 8 digits' },
  errorName: { da: 'Skriv dit navn', en: 'Write your name' },
  errorEmail: {
    da: 'Skriv en e-mailadresse, for eksempel navn@firma.dk',
    en: 'Write an e-mail address, for example name@company.dk',
  },
  errorReason: {
    da: 'Skriv, hvorfor du har brug for adgang, med højst 2.000 tegn',
    en: 'Write why you need access, in at most 2,000 characters',
  },
  sentHeading: { da: 'Bekræft anmodningen i din e-mail', en: 'Confirm the request in your e-mail' },
  sentText: {
    da: 'Vi har sendt dig et link. Det virker i tre dage. Anmodningen bliver først læst, når du har bekræftet den.',
    en: 'We have sent you a link. It works for three days. The request is read only after you have confirmed it.',
  },
  link: { da: 'Bed om adgang for din virksomhed', en: 'Ask for access for your company' },

  confirmTitle: { da: 'Bekræft din anmodning om adgang', en: 'Confirm your request for access' },
  confirmText: {
    da: 'Du beder om adgang for virksomheden med CVR-nummer {cvr}.',
    en: 'You ask for access for the company with CVR number {cvr}.',
  },
  confirmButton: { da: 'Bekræft anmodningen', en: 'Confirm the request' },
  confirmedHeading: { da: 'Anmodningen er modtaget', en: 'The request is received' },
  confirmedText: {
    da: 'Du får en e-mail, når den er besvaret.',
    en: 'You get an e-mail when it has been answered.',
  },
  invalidHeading: { da: 'Linket virker ikke', en: 'The link does not work' },
  invalidText: {
    da: 'Det er brugt allerede, eller de tre dage er gået. Du kan sende en ny anmodning.',
    en: 'It has been used already, or the three days have passed. You can send a new request.',
  },
});

/** The pages of those who answer: the supplier’s administrator, and the coordinator. */
export const accessWorkTexts = defineTexts({
  supplierTitle: { da: 'Anmodninger om adgang', en: 'Requests for access' },
  supplierLead: {
    da: 'Personer, der vil arbejde for jer i Snitfladeklar. Vær sikker på, hvem de er, før I lukker dem ind.',
    en: 'People who want to work for you in Snitfladeklar. Be sure who they are before you let them in.',
  },
  adminTitle: { da: 'Leverandører uden administrator', en: 'Suppliers without an administrator' },
  adminLead: {
    da: 'Hjælp leverandører, hvor ingen kan lukke kolleger ind, og besvar anmodninger om adgang.',
    en: 'Help suppliers where nobody can let colleagues in, and answer requests for access.',
  },
  adminLink: {
    da: 'Se leverandører uden administrator og anmodninger',
    en: 'See suppliers without an administrator, and requests',
  },
  adminHome: { da: 'Adgang for leverandører', en: 'Access for suppliers' },
  done: { da: 'Gemt. Personen får besked på mail.', en: 'Saved. The person is told by mail.' },
  requests: { da: 'Anmodninger om adgang', en: 'Requests for access' },
  requestsNone: { da: 'Ingen anmodninger venter på svar.', en: 'No request waits for an answer.' },
  requestOf: { da: '{name}, {email}', en: '{name}, {email}' },
  company: { da: 'Virksomhed', en: 'Company' },
  companyValue: { da: '{name}, CVR-nummer {cvr}', en: '{name}, CVR number {cvr}' },
  companyUnknown: { da: 'CVR-nummer {cvr}, ikke oprettet her', en: 'CVR number {cvr}, not registered here' },
  reason: { da: 'Begrundelse', en: 'Reasons' },
  confirmed: { da: 'Bekræftet', en: 'Confirmed' },
  supplierName: { da: 'Virksomhedens navn', en: 'The company’s name' },
  supplierNameHint: {
    da: 'Slå CVR-nummeret op, og skriv navnet, som det står der. Virksomheden bliver oprettet.',
    en: 'Look the CVR number up and write the name as it stands there. The company is registered.',
  },
  role: { da: 'Rolle', en: 'Role' },
  appoint: { da: 'Inviter som administrator', en: 'Invite as administrator' },
  invite: { da: 'Inviter', en: 'Invite' },
  decline: { da: 'Afvis', en: 'Decline' },
  orphans: { da: 'Leverandører, hvor ingen er administrator', en: 'Suppliers where nobody is administrator' },
  orphansNone: { da: 'Alle leverandører har en administrator.', en: 'Every supplier has an administrator.' },
  orphanFacts: {
    da: 'CVR-nummer {cvr} · it-systemer: {products} · personer: {people}',
    en: 'CVR number {cvr} · products: {products} · people: {people}',
  },
  orphanEmail: { da: 'E-mail på den, der skal være administrator', en: 'E-mail of the one to be administrator' },
  orphanLanguage: { da: 'Sprog i invitationen', en: 'Language of the invitation' },
  productsCount: {
    da: { one: 'Se det ene it-system', other: 'Se de {count} it-systemer' },
    en: { one: 'See the one product', other: 'See the {count} products' },
  },
  products: { da: 'It-systemer, som ingen er ansvarlig for', en: 'Products that nobody looks after' },
  productsText: {
    da: 'Beskeder om disse it-systemer går til leverandørens administratorer, indtil de udpeger nogen.',
    en: 'Messages about these products go to the supplier’s administrators until they appoint somebody.',
  },
  productsNone: { da: 'Alle it-systemer har en ansvarlig.', en: 'Every product has somebody who looks after it.' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnSupplier: { da: 'Leverandør', en: 'Supplier' },
});
