import { defineTexts } from './texts';

/**
 * What a letter of decision says. The letter is Danish, the language of the administration, whoever reads it; the
 * English is its translation for reading (docs/decisions/0027-letters-in-english.md).
 */
export const letterTexts = defineTexts({
  title: { da: 'Afgørelse om erklæringen for {product}', en: 'Decision on the declaration of {product}' },
  translationTitle: { da: 'Oversættelse: {title}', en: 'Translation: {title}' },
  translationNote: {
    da: 'Dette er en oversættelse til læsning. Brevet på dansk er afgørelsen, og det er den danske tekst, der gælder. Det, personer har skrevet, står på det sprog, de skrev det på.',
    en: 'This is a translation for reading only. The letter in Danish is the decision, and the Danish text is the one that applies. What people have written is given in the language in which they wrote it.',
  },
  date: { da: 'Dato', en: 'Date' },
  caseNumber: { da: 'Sag', en: 'Case' },
  authority: { da: 'Myndighed', en: 'Authority' },
  supplier: { da: 'Leverandør', en: 'Supplier' },
  supplierValue: { da: '{name}, CVR-nr. {cvr}', en: '{name}, CVR no. {cvr}' },
  product: { da: 'It-system', en: 'Product' },
  submission: { da: 'Erklæring', en: 'Declaration' },
  submissionValue: {
    da: 'Indsendelse {number} af {date}, besvaret efter {questionnaire}',
    en: 'Submission {number} of {date}, answered by {questionnaire}',
  },
  decisionHeading: { da: 'Afgørelse', en: 'Decision' },
  approved: {
    da: '{municipality} har godkendt erklæringen for {product} i sin helhed. Alle {answers} svar er godkendt. Svar på spørgsmål, der er offentlige, bliver vist i Snitfladeklar.',
    en: '{municipality} has approved the declaration of {product} in full. All {answers} answers are approved. Answers to questions that are public are shown in Snitfladeklar.',
  },
  'partially-approved': {
    da: '{municipality} har godkendt {approved} af de {answers} svar i erklæringen for {product}. De godkendte svar på spørgsmål, der er offentlige, bliver vist i Snitfladeklar. De øvrige svar er ikke godkendt. Begrundelsen står nedenfor.',
    en: '{municipality} has approved {approved} of the {answers} answers in the declaration of {product}. The approved answers to questions that are public are shown in Snitfladeklar. The other answers are not approved. The reasons are given below.',
  },
  rejected: {
    da: '{municipality} har ikke godkendt erklæringen for {product}. Ingen af svarene bliver offentliggjort. Begrundelsen står nedenfor.',
    en: '{municipality} has not approved the declaration of {product}. None of the answers is made public. The reasons are given below.',
  },
  reasonsHeading: { da: 'Begrundelse', en: 'Reasons' },
  notApprovedHeading: { da: 'Svar, der ikke er godkendt', en: 'Answers that are not approved' },
  remarksHeading: { da: 'Svar, der er godkendt med bemærkning', en: 'Answers that are approved with a remark' },
  questionAbout: { da: '{interface}: {question}', en: '{interface}: {question}' },
  hearingHeading: { da: 'Partshøring', en: 'Hearing' },
  hearingOpened: {
    da: '{date} gav vi jer lejlighed til at udtale jer om dette:',
    en: 'On {date} we gave you the opportunity to comment on this:',
  },
  hearingAnswered: { da: 'I svarede {date}:', en: 'You answered on {date}:' },
  hearingUnanswered: { da: 'I svarede ikke inden fristen.', en: 'You did not answer before the deadline.' },
  basisHeading: { da: 'Sådan er afgørelsen truffet', en: 'How the decision was made' },
  basis: {
    da: 'Hvert svar er vurderet for sig på grundlag af den dokumentation, I har vedlagt. Afgørelsen er foreslået af én ledende bedømmer og bekræftet af en anden, som ikke har vurderet svarene.',
    en: 'Each answer has been judged by itself on the evidence that you attached. The decision was proposed by one lead reviewer and confirmed by another, who has not judged the answers.',
  },
  next: {
    da: 'I kan rette svarene og indsende erklæringen igen. Så bliver kun de svar, I har ændret, vurderet på ny.',
    en: 'You can correct the answers and submit the declaration again. Only the answers that you have changed are then judged anew.',
  },
  rulingTitle: { da: 'Afgørelse af klage om {product}', en: 'Ruling on the appeal about {product}' },
  rulingHeading: { da: 'Afgørelse af klagen', en: 'The ruling on the appeal' },
  upheld: {
    da: 'Klagen over {municipality}s afgørelse af {date} om erklæringen for {product} har ikke ført til en ændring. Afgørelsen står ved magt.',
    en: 'The appeal against the decision of {municipality} of {date} on the declaration of {product} has led to no change. The decision stands.',
  },
  overturned: {
    da: 'I har fået medhold i klagen over {municipality}s afgørelse af {date} om erklæringen for {product}. Afgørelsen er omgjort.',
    en: 'Your appeal against the decision of {municipality} of {date} on the declaration of {product} has been allowed. The decision is overturned.',
  },
  appealedHeading: { da: 'Jeres klage', en: 'Your appeal' },
  appealedOn: { da: 'Klagen er modtaget {date}. I skrev:', en: 'The appeal was received on {date}. You wrote:' },
  rulingBasis: {
    da: 'Klagen er afgjort af en ledende bedømmer, som ikke har deltaget i behandlingen af sagen eller i afgørelsen.',
    en: 'The appeal was ruled on by a lead reviewer who took no part in the case or in the decision.',
  },
  nextHeading: { da: 'Hvad der sker nu', en: 'What happens now' },
  overturnedNext: {
    da: 'Indsend erklæringen igen fra dens side. Svarene bliver da vurderet i en ny sag. Det, der er offentligt, ændrer sig først med den nye afgørelse.',
    en: 'Submit the declaration again from its page. The answers are then judged in a new case. What is public changes only with the new decision.',
  },
  appealHeading: { da: 'Klagevejledning', en: 'How to appeal' },
  checkHeading: { da: 'Kontrol af brevet', en: 'Checking the letter' },
  check: {
    da: 'Brevets kontrolkode er {code}. På {address} kan alle kontrollere, at brevet er ægte. Siden viser kun, at brevet er gyldigt, datoen og myndigheden, og it-systemet, så længe godkendelsen er offentlig.',
    en: 'The verification code of the letter is {code}. At {address} anybody can check that the letter is genuine. The page shows only that the letter is valid, its date and authority, and the product as long as the approval is public.',
  },
  codeLater: { da: '(tildeles, når brevet sendes)', en: '(given when the letter is sent)' },
  signature: { da: 'Venlig hilsen', en: 'Kind regards' },
  footer: { da: 'Sag {number} · side {page} af {pages}', en: 'Case {number} · page {page} of {pages}' },
});

/** The pages around letters. */
export const letterPageTexts = defineTexts({
  title: { da: 'Afgørelsesbrev', en: 'Letter of decision' },
  previewTitle: { da: 'Brevet, som det bliver sendt', en: 'The letter as it will be sent' },
  previewText: {
    da: 'Brevet er ikke sendt. Det får dato og kontrolkode, når det sendes; resten er, som det står her.',
    en: 'The letter has not been sent. It gets its date and code when it is sent; the rest is as it stands here.',
  },
  previewLink: { da: 'Se brevet, som det bliver sendt', en: 'See the letter as it will be sent' },
  rulingLink: { da: 'Læs brevet om klagen', en: 'Read the letter about the appeal' },
  sentLink: { da: 'Se afgørelsesbrevet', en: 'See the letter of decision' },
  sentAt: {
    da: 'Sendt {time}. Brevet kan ikke længere ændres.',
    en: 'Sent {time}. The letter can no longer be changed.',
  },
  download: { da: 'Hent brevet som PDF', en: 'Download the letter as PDF' },
  previewPdf: { da: 'Se PDF’en, som den bliver sendt', en: 'See the PDF as it will be sent' },
  letters: { da: 'Afgørelsesbreve', en: 'Letters of decision' },
  rulingOf: {
    da: 'Brev af {date} om klagen over indsendelse {number}',
    en: 'Letter of {date} on the appeal about submission {number}',
  },
  letterOf: { da: 'Brev af {date} om indsendelse {number}', en: 'Letter of {date} on submission {number}' },
  inDanish: {
    da: 'Brevet er på dansk, forvaltningens sprog.',
    en: 'The letter is in Danish, the language of the administration. It was sent before letters were translated.',
  },
  translationHeading: { da: 'Engelsk oversættelse til læsning', en: 'Translation for reading' },
  translationText: {
    da: 'Afgørelsen er brevet på dansk.',
    en: 'The decision is the letter in Danish, and the Danish text is the one that applies.',
  },
  readDanish: { da: 'Læs brevet på dansk', en: 'Read the letter in Danish' },
  readTranslation: { da: 'Læs den engelske oversættelse', en: 'Read the English translation' },
  downloadTranslation: { da: 'Hent oversættelsen som PDF', en: 'Download the translation as PDF' },

  waitHeading: { da: 'Bekræftelsen er givet og kan fortrydes', en: 'The confirmation is given and can be undone' },
  waitText: {
    da: '{name} har bekræftet forslaget. Afgørelsen træffes, offentliggøres og sendes {time}. Indtil da er intet afgjort.',
    en: '{name} has confirmed the proposal. The decision is made, published and sent {time}. Until then nothing is decided.',
  },
  undo: { da: 'Fortryd bekræftelsen', en: 'Undo the confirmation' },
  undone: {
    da: 'Bekræftelsen er fortrudt. Forslaget ligger, som det lå.',
    en: 'The confirmation is undone. The proposal stands as it did.',
  },
  refusedHeading: { da: 'Bekræftelsen kunne ikke sendes', en: 'The confirmation could not be sent' },
  graceText: {
    da: {
      one: 'Afgørelsen gælder {count} minut, efter at du har bekræftet: Så sendes brevet, og godkendte svar bliver offentlige. Indtil da kan du fortryde.',
      other:
        'Afgørelsen gælder {count} minutter, efter at du har bekræftet: Så sendes brevet, og godkendte svar bliver offentlige. Indtil da kan du fortryde.',
    },
    en: {
      one: 'The decision is valid {count} minute after you have confirmed: then the letter is sent, and approved answers become public. Until then you can undo it.',
      other:
        'The decision is valid {count} minutes after you have confirmed: then the letter is sent, and approved answers become public. Until then you can undo it.',
    },
  },

  verifyTitle: { da: 'Kontrollér et afgørelsesbrev', en: 'Check a letter of decision' },
  verifyLead: {
    da: 'Skriv kontrolkoden fra brevet, så kan du se, om brevet er ægte.',
    en: 'Write the verification code of the letter to see whether it is genuine.',
  },
  verifyField: { da: 'Kontrolkode', en: 'Verification code' },
  verifyHint: { da: 'For eksempel K7QF-3M2P-9XTD', en: 'For example K7QF-3M2P-9XTD' },
  verifyButton: { da: 'Kontrollér', en: 'Check' },
  verifyMalformed: {
    da: 'Skriv en kode på 12 tegn, som den står i brevet.',
    en: 'Write a code of 12 characters, as it stands in the letter.',
  },
  verifyUnknown: {
    da: 'Der er ikke sendt noget brev med den kode.',
    en: 'No letter with that code has been sent.',
  },
  verifyUnknownText: {
    da: 'Se efter, om koden er skrevet rigtigt. Stemmer den med brevet, er brevet ikke sendt fra Snitfladeklar.',
    en: 'Check that the code is written correctly. If it is as in the letter, the letter was not sent from Snitfladeklar.',
  },
  verifyValid: { da: 'Brevet er ægte', en: 'The letter is genuine' },
  verifyValidText: {
    da: 'Et brev med denne kode er sendt fra Snitfladeklar. Stemmer dato og myndighed ikke med brevet, er brevet ændret.',
    en: 'A letter with this code was sent from Snitfladeklar. If date and authority are not as in the letter, the letter has been altered.',
  },
  verifyDate: { da: 'Dato', en: 'Date' },
  verifyMunicipality: { da: 'Myndighed', en: 'Authority' },
  verifyProduct: { da: 'It-system', en: 'Product' },
  verifyFooter: { da: 'Kontrollér et brev', en: 'Check a letter' },
});
