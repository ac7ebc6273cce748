import type { ProposalRelation } from '~/workflows/proposal';
import { defineTexts } from './texts';

/** Answers that wait for a person's yes or no, and copying from another product. */
export const proposalTexts = defineTexts({
  title: { da: 'Forslag til svar', en: 'Proposed answers' },
  lead: {
    da: 'Her står svar, som er hentet andre steder fra. Intet er ændret i erklæringen, før I godkender det.',
    en: 'These answers were fetched from elsewhere. Nothing in the declaration has changed until you accept it.',
  },
  back: { da: 'Tilbage til opgavelisten', en: 'Back to the task list' },
  waiting: {
    da: { one: '{count} forslag til svar venter på jer', other: '{count} forslag til svar venter på jer' },
    en: { one: '{count} proposed answer is waiting for you', other: '{count} proposed answers are waiting for you' },
  },
  waitingLink: { da: 'Se forslagene', en: 'See the proposals' },
  none: { da: 'Der er ingen forslag', en: 'There are no proposals' },
  noneText: {
    da: 'Når svar bliver hentet andre steder fra, for eksempel fra et andet af jeres it-systemer, står de her, til I har taget stilling.',
    en: 'When answers are fetched from elsewhere, for example from another of your products, they stand here until you have decided.',
  },
  copyLink: { da: 'Hent svar fra et andet it-system', en: 'Fetch answers from another product' },
  notEditable: {
    da: 'Erklæringen kan ikke rettes nu. Forslagene bliver liggende, til den kan.',
    en: 'The declaration cannot be changed now. The proposals stay until it can.',
  },
  batchMeta: { da: 'Hentet af {person}', en: 'Fetched by {person}' },
  accept: { da: 'Brug forslaget', en: 'Use the proposal' },
  decline: { da: 'Afvis', en: 'Decline' },
  forQuestion: { da: 'til »{question}«', en: 'for “{question}”' },
  acceptBatch: {
    da: { one: 'Brug forslaget her', other: 'Brug alle {count} forslag her' },
    en: { one: 'Use this proposal', other: 'Use all {count} proposals here' },
  },
  declineBatch: { da: 'Afvis alle her', en: 'Decline all here' },
  changeValue: { da: 'Svar', en: 'Answer' },
  changeReason: { da: 'Begrundelse', en: 'Reasons' },
  approvedValue: { da: 'Godkendt og offentligt', en: 'Approved and public' },
  atQuestion: { da: 'Forslag: {origin}', en: 'Proposal: {origin}' },
  acceptedCount: {
    da: { one: '{count} forslag er brugt.', other: '{count} forslag er brugt.' },
    en: { one: '{count} proposal has been used.', other: '{count} proposals have been used.' },
  },
  declinedCount: {
    da: { one: '{count} forslag er afvist.', other: '{count} forslag er afvist.' },
    en: { one: '{count} proposal has been declined.', other: '{count} proposals have been declined.' },
  },
  doneHeading: { da: 'Valget er gemt', en: 'Your choice is saved' },
  notAllHeading: { da: 'Nogle forslag blev ikke brugt', en: 'Some proposals were not used' },
  conflict: {
    da: {
      one: 'Ved {count} spørgsmål er svaret ændret, siden siden blev åbnet. Se det nye svar nedenfor, og vælg igen.',
      other: 'Ved {count} spørgsmål er svaret ændret, siden siden blev åbnet. Se de nye svar nedenfor, og vælg igen.',
    },
    en: {
      one: 'At {count} question the answer has changed since the page was opened. See the new answer below and choose again.',
      other:
        'At {count} questions the answer has changed since the page was opened. See the new answers below and choose again.',
    },
  },
  impossible: {
    da: {
      one: '{count} forslag passer ikke længere til spørgsmålet. Afvis det, eller skriv svaret selv.',
      other: '{count} forslag passer ikke længere til spørgsmålene. Afvis dem, eller skriv svarene selv.',
    },
    en: {
      one: '{count} proposal no longer fits its question. Decline it, or write the answer yourself.',
      other: '{count} proposals no longer fit their questions. Decline them, or write the answers yourself.',
    },
  },
  gone: {
    da: {
      one: '{count} forslag er der allerede taget stilling til.',
      other: '{count} forslag er der allerede taget stilling til.',
    },
    en: {
      one: '{count} proposal has already been decided on.',
      other: '{count} proposals have already been decided on.',
    },
  },

  copyTitle: { da: 'Hent svar fra et andet it-system', en: 'Fetch answers from another product' },
  copyLead: {
    da: 'Vælg et it-system, der ligner. Du ser forskellene først, og svarene bliver til forslag, som du tager stilling til ét for ét eller samlet.',
    en: 'Choose a product that is alike. You see the differences first, and the answers become proposals that you decide on one by one or all together.',
  },
  copyNone: { da: 'I har ingen andre erklæringer at hente fra', en: 'You have no other declarations to fetch from' },
  copyNoneText: {
    da: 'Når I har en erklæring for mindst ét it-system mere, kan I hente svar fra den her.',
    en: 'Once you have a declaration for at least one more product, you can fetch answers from it here.',
  },
  copyChoose: { da: 'Hvilket it-system vil du hente fra?', en: 'Which product do you want to fetch from?' },
  copyChooseHint: {
    da: 'Tallet er, hvor mange spørgsmål der er besvaret.',
    en: 'The number tells how many questions are answered.',
  },
  copyChoice: { da: '{name} ({count} svar)', en: '{name} ({count} answers)' },
  copyPreview: { da: 'Vis forskellene', en: 'Show the differences' },
  copyPreviewHeading: { da: 'Forskelle fra {name}', en: 'Differences from {name}' },
  copyPreviewText: {
    da: {
      one: '{count} svar bliver til et forslag. Navn, beskrivelse og andet, der kun gælder det ene it-system, hentes ikke.',
      other:
        '{count} svar bliver til forslag. Navn, beskrivelse og andet, der kun gælder det ene it-system, hentes ikke.',
    },
    en: {
      one: '{count} answer becomes a proposal. Name, description and other things that hold for the one product only are not fetched.',
      other:
        '{count} answers become proposals. Name, description and other things that hold for the one product only are not fetched.',
    },
  },
  copyNothing: {
    da: 'Der er intet at hente: svarene er de samme.',
    en: 'There is nothing to fetch: the answers are the same.',
  },
  copyButton: { da: 'Hent svarene som forslag', en: 'Fetch the answers as proposals' },
  copyCancel: { da: 'Vælg et andet it-system', en: 'Choose another product' },
  copyMissing: { da: 'Vælg et it-system.', en: 'Choose a product.' },
});

/** How a proposal stands to what is there, in one word. */
export const proposalRelationTexts = defineTexts({
  same: { da: 'uændret', en: 'unchanged' },
  proposed: { da: 'foreslået', en: 'proposed' },
  overrides: { da: 'overskriver', en: 'overrides' },
  disagrees: { da: 'uenig', en: 'disagrees' },
} satisfies Record<ProposalRelation, { da: string; en: string }>);

/** The same in a sentence. */
export const proposalRelationExplanations = defineTexts({
  same: { da: 'Svaret er allerede sådan.', en: 'The answer is like this already.' },
  proposed: { da: 'Spørgsmålet er ikke besvaret endnu.', en: 'The question is not answered yet.' },
  overrides: { da: 'Erstatter det svar, I har skrevet.', en: 'Replaces the answer you have written.' },
  disagrees: {
    da: 'Siger noget andet end det svar, en kommune har godkendt. Et nyt svar skal vurderes igen.',
    en: 'Says something else than the answer that a municipality has approved. A new answer has to be reviewed again.',
  },
} satisfies Record<ProposalRelation, { da: string; en: string }>);

/** Where proposals come from; {source} is a file, a product, an address … */
export const proposalOriginTexts = defineTexts({
  import: { da: 'importeret fra {source}', en: 'imported from {source}' },
  api: { da: 'sendt af jeres system {source}', en: 'sent by your system {source}' },
  copy: { da: 'hentet fra {source}', en: 'fetched from {source}' },
  family: { da: 'som {source} svarer', en: 'as {source} answers' },
  library: { da: 'fra tekstbiblioteket: {source}', en: 'from the text library: {source}' },
  'well-known': { da: 'hentet fra {source}', en: 'fetched from {source}' },
  evidence: { da: 'læst i testrapporten {source}', en: 'read in the test report {source}' },
  renewal: { da: 'fra den tidligere erklæring {source}', en: 'from the earlier declaration {source}' },
});
