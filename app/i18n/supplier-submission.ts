import { defineTexts } from './texts';

/** Checking the answers, submitting, and the receipt. */
export const submissionTexts = defineTexts({
  checkTitle: { da: 'Tjek svarene, og indsend', en: 'Check your answers and submit' },
  checkReadTitle: { da: 'Alle svar', en: 'All answers' },
  checkLead: {
    da: 'Se svarene igennem, før erklæringen indsendes. Den kan ikke rettes, mens kommunen har den.',
    en: 'Look through the answers before the declaration is submitted. It cannot be changed while the municipality has it.',
  },
  blockedHeading: {
    da: {
      one: '{count} ting mangler, før erklæringen kan indsendes',
      other: '{count} ting mangler, før erklæringen kan indsendes',
    },
    en: {
      one: '{count} thing is missing before the declaration can be submitted',
      other: '{count} things are missing before the declaration can be submitted',
    },
  },
  blockedScope: { da: 'Gå valget af snitflader igennem', en: 'Go through the choice of interfaces' },
  readyHeading: { da: 'Erklæringen er klar til at blive indsendt', en: 'The declaration is ready to be submitted' },
  scopeHeading: { da: 'Snitflader', en: 'Interfaces' },
  scopeIncluded: { da: 'Erklæringen dækker', en: 'The declaration covers' },
  scopeExcluded: { da: 'Foreslået, men fravalgt', en: 'Proposed, but left out' },
  submitHeading: { da: 'Indsend erklæringen', en: 'Submit the declaration' },
  whatHappens: {
    da: 'Når I indsender, får I et sagsnummer. Koordinatoren ser, om erklæringen er komplet, og fordeler den til en kommune, som gennemgår svarene. Kun godkendte svar bliver offentlige.',
    en: 'When you submit, you get a case number. The coordinator looks at whether the declaration is complete and routes it to a municipality that reviews the answers. Only approved answers become public.',
  },
  confirmLabel: {
    da: 'Jeg bekræfter på virksomhedens vegne, at svarene er rigtige og fuldstændige efter vores bedste viden',
    en: 'I confirm on behalf of the company that the answers are correct and complete to the best of our knowledge',
  },
  confirmError: {
    da: 'Sæt kryds for at bekræfte, at svarene er rigtige.',
    en: 'Tick the box to confirm that the answers are correct.',
  },
  submitButton: { da: 'Indsend erklæringen', en: 'Submit the declaration' },
  resubmitButton: { da: 'Indsend erklæringen igen', en: 'Submit the declaration again' },
  whoSubmits: {
    da: 'Du kan ikke selv indsende. Det kan {names}, som er underskriver hos jer.',
    en: 'You cannot submit yourself. {names} can, as your signatory.',
  },
  whoSubmitsMany: {
    da: 'Du kan ikke selv indsende. Det kan jeres underskrivere: {names}.',
    en: 'You cannot submit yourself. Your signatories can: {names}.',
  },
  whoSubmitsNobody: {
    da: 'Du kan ikke selv indsende, og I har ingen underskriver. Bed jeres administrator om at give nogen rollen.',
    en: 'You cannot submit yourself, and you have no signatory. Ask your administrator to give somebody the role.',
  },

  receiptTitle: { da: 'Kvittering: Erklæringen er indsendt', en: 'Receipt: The declaration has been submitted' },
  receiptDone: { da: 'Erklæringen er indsendt', en: 'The declaration has been submitted' },
  receiptLead: {
    da: 'Gem eller udskriv kvitteringen. I kan altid finde den igen under sagen.',
    en: 'Save or print the receipt. You can always find it again under the case.',
  },
  receiptProduct: { da: 'It-system', en: 'Product' },
  receiptSupplier: { da: 'Leverandør', en: 'Supplier' },
  receiptCase: { da: 'Sagsnummer', en: 'Case number' },
  receiptNumber: { da: 'Indsendelse nr.', en: 'Submission no.' },
  receiptTime: { da: 'Indsendt', en: 'Submitted' },
  receiptBy: { da: 'Indsendt af', en: 'Submitted by' },
  receiptAnswers: { da: 'Antal svar', en: 'Number of answers' },
  receiptInterfaces: { da: 'Antal snitflader', en: 'Number of interfaces' },
  receiptQuestionnaire: { da: 'Spørgeskema', en: 'Questionnaire' },
  receiptHash: { da: 'Kontrolsum (SHA-256)', en: 'Checksum (SHA-256)' },
  nextHeading: { da: 'Det sker der nu', en: 'What happens now' },
  nextScreening: {
    da: 'Koordinatoren ser, om erklæringen kan gennemgås, og fordeler den til en kommune. Det sker normalt inden for fem arbejdsdage.',
    en: 'The coordinator looks at whether the declaration can be reviewed and routes it to a municipality. This usually happens within five working days.',
  },
  nextReview: {
    da: 'Kommunens bedømmere gennemgår svarene og dokumentationen. Mangler der noget, beder de jer om ændringer og giver jer en frist, normalt 20 arbejdsdage.',
    en: 'The municipality’s reviewers go through the answers and the evidence. If something is missing, they ask you for changes and give you a deadline, usually 20 working days.',
  },
  nextDecision: {
    da: 'To personer i kommunen træffer afgørelsen i fællesskab. De godkendte svar bliver offentlige samme dag.',
    en: 'Two people at the municipality make the decision together. The approved answers become public the same day.',
  },
  nextYou: {
    da: 'I skal ikke gøre noget nu. I kan følge sagen og trække erklæringen tilbage, så længe der ikke er truffet afgørelse.',
    en: 'You need not do anything now. You can follow the case, and withdraw the declaration as long as no decision has been made.',
  },
  followCase: { da: 'Følg sagen', en: 'Follow the case' },
  toHome: { da: 'Til jeres it-systemer', en: 'To your products' },
  printHint: {
    da: 'Brug browserens udskriftsfunktion for at udskrive siden eller gemme den som PDF.',
    en: 'Use your browser’s print function to print the page or save it as PDF.',
  },
});
