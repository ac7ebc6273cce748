import type { NextAction } from '~/workflows/next-action';
import { defineTexts, type TextsOf } from './texts';

/** The supplier's home, and what all its pages share. */
export const supplierTexts = defineTexts({
  homeTitle: { da: 'Jeres it-systemer', en: 'Your products' },
  homeLead: {
    da: 'Her erklærer I, hvilke snitflader jeres it-systemer understøtter, og følger kommunernes gennemgang.',
    en: 'Here you declare which interfaces your products support, and follow the municipalities’ review.',
  },
  newProduct: { da: 'Opret it-system', en: 'Add a product' },
  nextHeading: { da: 'Det næste, I skal gøre', en: 'What to do next' },
  nextRest: {
    da: {
      one: 'Se {count} it-system mere, der venter på jer',
      other: 'Se {count} it-systemer mere, der venter på jer',
    },
    en: {
      one: 'See {count} more product that waits for you',
      other: 'See {count} more products that wait for you',
    },
  },
  nextNothing: {
    da: 'I skal ikke gøre noget lige nu. Vi skriver, når der er nyt.',
    en: 'There is nothing for you to do right now. We will let you know when there is news.',
  },
  productsHeading: { da: 'Alle jeres it-systemer', en: 'All your products' },
  overviewLink: { da: 'Se alle afsnit samlet', en: 'See all sections together' },
  evidenceLink: { da: 'Se al dokumentation', en: 'See all evidence' },
  emptyHeading: { da: 'I har ikke oprettet et it-system endnu', en: 'You have not added a product yet' },
  emptyText: {
    da: 'Opret det første it-system, og begynd erklæringen. I kan gemme undervejs og dele arbejdet med kolleger.',
    en: 'Add the first product and begin the declaration. You can save as you go and share the work with colleagues.',
  },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnState: { da: 'Status', en: 'State' },
  columnProgress: { da: 'Besvaret', en: 'Answered' },
  columnNext: { da: 'Næste skridt', en: 'Next step' },
  notDeclared: { da: 'Ikke erklæret', en: 'Not declared' },
  requiredOf: { da: '{done} af {total} påkrævede', en: '{done} of {total} required' },
  missingCount: {
    da: { one: '{count} svar eller dokument mangler', other: '{count} svar og dokumenter mangler' },
    en: { one: '{count} answer or document is missing', other: '{count} answers and documents are missing' },
  },
  groupOurs: {
    da: { one: '{count} it-system venter på jer', other: '{count} it-systemer venter på jer' },
    en: { one: '{count} product waits for you', other: '{count} products wait for you' },
  },
  groupTheirs: {
    da: { one: '{count} it-system er hos kommunen', other: '{count} it-systemer er hos kommunen' },
    en: { one: '{count} product is with the municipality', other: '{count} products are with the municipality' },
  },
  groupRest: {
    da: { one: '{count} it-system, hvor intet venter', other: '{count} it-systemer, hvor intet venter' },
    en: { one: '{count} product where nothing waits', other: '{count} products where nothing waits' },
  },
  findLabel: { da: 'Find et it-system', en: 'Find a product' },
  findButton: { da: 'Find', en: 'Find' },
  findAll: { da: 'Vis alle', en: 'Show all' },
  found: {
    da: { one: '{count} it-system passer til »{text}«.', other: '{count} it-systemer passer til »{text}«.' },
    en: { one: '{count} product matches “{text}”.', other: '{count} products match “{text}”.' },
  },
  foundNone: { da: 'Intet it-system passer til »{text}«.', en: 'No product matches “{text}”.' },
  dueOn: { da: 'Frist {date}', en: 'Due {date}' },
  overdueSince: { da: 'Fristen var {date}', en: 'Was due {date}' },
  caseNumber: { da: 'Sag {number}', en: 'Case {number}' },
  editFacts: { da: 'Ret oplysninger', en: 'Correct facts' },
  publicPage: { da: 'Se offentlig side', en: 'See public page' },
  forProduct: { da: 'for {product}', en: 'for {product}' },
  readOnlyHeading: { da: 'I kan læse, men ikke rette', en: 'You can read, but not change' },
  readOnlyState: {
    da: 'Erklæringen er sendt. Den kan rettes igen, hvis kommunen beder om ændringer, eller når I begynder en rettelse.',
    en: 'The declaration has been sent. It can be changed again if the municipality asks for changes, or when you begin a correction.',
  },
  readOnlyRole: {
    da: 'Din rolle giver adgang til at læse erklæringen. En redaktør eller underskriver kan rette den.',
    en: 'Your role lets you read the declaration. An editor or signatory can change it.',
  },
});

/** What the supplier does next, as a button or link says it. */
export const nextActionTexts = defineTexts({
  begin: { da: 'Begynd erklæringen', en: 'Begin the declaration' },
  'choose-scope': { da: 'Vælg snitflader', en: 'Choose interfaces' },
  answer: { da: 'Besvar spørgsmålene', en: 'Answer the questions' },
  submit: { da: 'Tjek og indsend', en: 'Check and submit' },
  'answer-changes': { da: 'Ret det, kommunen beder om', en: 'Change what the municipality asks for' },
  'answer-hearing': { da: 'Svar på partshøringen', en: 'Answer the hearing' },
  renew: { da: 'Forny erklæringen', en: 'Renew the declaration' },
  'start-again': { da: 'Begynd en ny indsendelse', en: 'Begin a new submission' },
  wait: { da: 'Følg sagen', en: 'Follow the case' },
  nothing: { da: 'Se erklæringen', en: 'See the declaration' },
} satisfies TextsOf<NextAction>);

/** Why it is next, in half a sentence. */
export const nextActionExplanations = defineTexts({
  begin: { da: 'It-systemet er ikke erklæret endnu.', en: 'The product has not been declared yet.' },
  'choose-scope': {
    da: 'Gå de foreslåede snitflader igennem, så spørgsmålene passer til it-systemet.',
    en: 'Go through the proposed interfaces so that the questions fit the product.',
  },
  answer: { da: 'Der er spørgsmål, som mangler svar.', en: 'There are questions without an answer.' },
  submit: {
    da: 'Alt påkrævet er besvaret. En underskriver kan indsende.',
    en: 'Everything required is answered. A signatory can submit.',
  },
  'answer-changes': {
    da: 'Kommunen har gennemgået erklæringen og beder om ændringer.',
    en: 'The municipality has reviewed the declaration and asks for changes.',
  },
  'answer-hearing': {
    da: 'Kommunen vil høre jer, før den træffer afgørelse.',
    en: 'The municipality wants to hear you before it decides.',
  },
  renew: {
    da: 'Godkendelsen udløber. Ret det, der er ændret, og indsend igen.',
    en: 'The approval expires. Change what is different now and submit again.',
  },
  'start-again': {
    da: 'Sagen er afsluttet. Svarene er bevaret, og I kan begynde forfra med dem.',
    en: 'The case is closed. The answers are kept, and you can start over with them.',
  },
  wait: { da: 'Kommunen har sagen.', en: 'The municipality has the case.' },
  nothing: { da: 'Erklæringen er godkendt og offentlig.', en: 'The declaration is approved and public.' },
} satisfies TextsOf<NextAction>);
