import { defineTexts } from './texts';

/** Products that answer alike. */
export const familyTexts = defineTexts({
  title: { da: 'Familier af it-systemer', en: 'Product families' },
  lead: {
    da: 'Saml de it-systemer, der ligner hinanden. Ét af dem er forlæg, og de andre får dets svar tilbudt som forslag, også når det ændrer sig. Intet bliver ændret, uden at I siger ja.',
    en: 'Group products that are alike. One of them is the model, and the others are offered its answers as proposals, also when it changes. Nothing changes unless you say yes.',
  },
  none: { da: 'I har ingen familier endnu', en: 'You have no families yet' },
  noneText: {
    da: 'Når I har to erklæringer, der ligner hinanden, kan den ene arve svar fra den anden.',
    en: 'When you have two declarations that are alike, one can inherit answers from the other.',
  },
  familySource: { da: 'Forlæg: {name}', en: 'Model: {name}' },
  memberCount: {
    da: { one: '{count} it-system følger det', other: '{count} it-systemer følger det' },
    en: { one: '{count} product follows it', other: '{count} products follow it' },
  },
  createHeading: { da: 'Opret en familie', en: 'Create a family' },
  name: { da: 'Navn på familien', en: 'Name of the family' },
  nameHint: { da: 'For eksempel »Byggesagssystemer«.', en: 'For example “Building case systems”.' },
  source: { da: 'Hvilket it-system er forlæg?', en: 'Which product is the model?' },
  sourceHint: {
    da: 'Vælg det, hvis svar er mest færdige. Et it-system kan kun være med i én familie.',
    en: 'Choose the one whose answers are most complete. A product can only be in one family.',
  },
  create: { da: 'Opret familien', en: 'Create the family' },
  noCandidates: {
    da: 'Alle jeres erklæringer er med i en familie, eller I har ingen, I kan rette.',
    en: 'All your declarations are in a family, or you have none that you can edit.',
  },

  familyLead: {
    da: 'Svarene kommer fra {name}. Når {name} sendes ind, får de andre ændringerne tilbudt som forslag.',
    en: 'The answers come from {name}. When {name} is submitted, the others are offered the changes as proposals.',
  },
  membersHeading: { da: 'It-systemer i familien', en: 'Products in the family' },
  membersNone: { da: 'Ingen it-systemer følger forlægget endnu', en: 'No products follow the model yet' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnSame: { da: 'Svarer som forlægget', en: 'Answers as the model' },
  columnDiffers: { da: 'Svarer noget andet', en: 'Answers something else' },
  columnExcepted: { da: 'Undtaget', en: 'Excepted' },
  columnWaiting: { da: 'Forslag, der venter', en: 'Proposals waiting' },
  memberLink: { da: 'Forskelle og undtagelser', en: 'Differences and exceptions' },
  offer: { da: 'Tilbyd ændringerne nu', en: 'Offer the changes now' },
  offerHint: {
    da: 'Det sker af sig selv, når forlægget sendes ind. Det, der er afvist, tilbydes ikke igen, før svaret ændres.',
    en: 'This happens by itself when the model is submitted. What was declined is not offered again until the answer changes.',
  },
  joinHeading: { da: 'Tilføj et it-system', en: 'Add a product' },
  joinLabel: { da: 'Hvilket it-system skal følge {name}?', en: 'Which product is to follow {name}?' },
  join: { da: 'Tilføj, og tilbyd svarene', en: 'Add and offer the answers' },
  joinedDone: {
    da: 'It-systemet er med i familien. Antal svar, det er tilbudt som forslag: {count}.',
    en: 'The product is in the family. Number of answers it has been offered as proposals: {count}.',
  },
  offeredDone: {
    da: 'Antal svar tilbudt som forslag: {count}.',
    en: 'Number of answers offered as proposals: {count}.',
  },
  offeredNothing: {
    da: 'Der er intet nyt at tilbyde. Alt er tilbudt før, undtaget eller ens.',
    en: 'There is nothing new to offer. All has been offered before, is excepted or is the same.',
  },
  leftDone: {
    da: 'It-systemet er taget ud af familien. Dets svar er, som de var.',
    en: 'The product has been taken out of the family. Its answers are as they were.',
  },

  memberTitle: { da: 'Som {source}, undtagen …', en: 'The same as {source}, except …' },
  memberLead: {
    da: 'Vælg, hvad {name} svarer på for sig selv. Dér kommer der ingen forslag fra {source}.',
    en: 'Choose what {name} answers for itself. No proposals from {source} come there.',
  },
  backToFamily: { da: 'Tilbage til familien', en: 'Back to the family' },
  exceptionsHeading: { da: 'Undtaget', en: 'Excepted' },
  exceptionsNone: { da: 'Intet er undtaget: alt følger {source}.', en: 'Nothing is excepted: all follows {source}.' },
  inherit: { da: 'Følg {source} igen', en: 'Follow {source} again' },
  inheritWhat: { da: 'i »{part}«', en: 'in “{part}”' },
  exceptHeading: { da: 'Undtag noget', en: 'Except something' },
  part: { da: 'Hvad svarer {name} på for sig selv?', en: 'What does {name} answer for itself?' },
  reason: { da: 'Hvorfor?', en: 'Why?' },
  reasonHint: {
    da: 'Kun jeres egne kolleger ser det.',
    en: 'Only your own colleagues see this.',
  },
  except: { da: 'Undtag', en: 'Except' },
  partSection: { da: 'Afsnit: {name}', en: 'Section: {name}' },
  partInterface: { da: 'Snitflade: {name}', en: 'Interface: {name}' },
  partQuestion: { da: 'Spørgsmål: {name}', en: 'Question: {name}' },
  differsHeading: { da: 'Svarer noget andet end {source}', en: 'Answers something else than {source}' },
  differsNone: {
    da: 'Ingen besvarede spørgsmål afviger, uden at de er undtaget.',
    en: 'No answered questions differ without being excepted.',
  },
  differsWhy: { da: 'Undtag, og skriv hvorfor', en: 'Except it, and say why' },
  leaveHeading: { da: 'Tag {name} ud af familien', en: 'Take {name} out of the family' },
  leaveText: {
    da: 'Svarene bliver stående. Forslag fra familien, som ingen har taget stilling til, forsvinder.',
    en: 'The answers stay. Proposals from the family that nobody has decided on disappear.',
  },
  leave: { da: 'Tag ud af familien', en: 'Take out of the family' },
  savedDone: { da: 'Det er gemt', en: 'Saved' },
  waitingLink: {
    da: { one: 'Se {count} forslag', other: 'Se {count} forslag' },
    en: { one: 'See {count} proposal', other: 'See {count} proposals' },
  },
  waitingOnTask: {
    da: { one: '{count} forslag fra familien', other: '{count} forslag fra familien' },
    en: { one: '{count} proposal from the family', other: '{count} proposals from the family' },
  },
  taskSource: { da: 'Forlæg for familien {family}', en: 'The model of the family {family}' },
  taskMember: { da: 'Følger {source} (familien {family})', en: 'Follows {source} (the family {family})' },
});

/** What stands at an answer of a member. */
export const inheritanceTexts = defineTexts({
  same: { da: 'Som {source}, version {version}', en: 'As {source}, version {version}' },
  differs: { da: 'Svarer noget andet end {source}', en: 'Answers something else than {source}' },
  excepted: { da: 'Svarer for sig selv, ikke som {source}', en: 'Answers for itself, not as {source}' },
});
