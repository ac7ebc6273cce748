import type { ScopeProblem } from '~/workflows/questionnaire/scope-choice';
import { defineTexts, type TextsOf } from './texts';

/** The choice of the interfaces that a declaration answers for. */
export const scopeTexts = defineTexts({
  title: { da: 'Hvilke snitflader er relevante for it-systemet?', en: 'Which interfaces are relevant to the product?' },
  lead: {
    da: 'Vi foreslår snitflader ud fra it-systemets type og KLE-områder. I svarer på spørgsmål om dem, I vælger her.',
    en: 'We propose interfaces from the product’s type and KLE areas. You answer questions about those you choose here.',
  },
  rule: {
    da: 'Fravælger I en foreslået snitflade, eller tilføjer I en anden, skal I begrunde det. En snitflade, som I ikke understøtter, men som er relevant, skal blive stående. Det svarer I på bagefter.',
    en: 'If you leave out a proposed interface or add another one, you must give a reason. An interface that is relevant but not supported should stay. You answer that afterwards.',
  },
  proposedHeading: { da: 'Foreslået til it-systemet', en: 'Proposed for the product' },
  proposedNone: {
    da: 'Vi har ingen forslag ud fra it-systemets type og KLE-områder. Vælg selv blandt alle snitflader.',
    en: 'We have no proposals from the product’s type and KLE areas. Choose among all interfaces yourselves.',
  },
  othersHeading: { da: 'Andre snitflader', en: 'Other interfaces' },
  othersLead: {
    da: 'Åbn en gruppe for at tilføje en snitflade, som vi ikke har foreslået.',
    en: 'Open a group to add an interface that we have not proposed.',
  },
  groupCount: {
    da: '{chosen} af {total} valgt',
    en: '{chosen} of {total} chosen',
  },
  proposedBecause: { da: 'Foreslået: {reason}', en: 'Proposed: {reason}' },
  demanded: { da: 'Krævet af kommunen', en: 'Demanded by the municipality' },
  proposedTag: { da: 'Foreslået', en: 'Proposed' },
  reasonToRemove: {
    da: 'Hvorfor er den ikke relevant?',
    en: 'Why is it not relevant?',
  },
  reasonToAdd: {
    da: 'Hvorfor er den relevant?',
    en: 'Why is it relevant?',
  },
  about: { da: 'for {name}', en: 'for {name}' },
  readMore: { da: 'Læs om snitfladen', en: 'Read about the interface' },
  save: { da: 'Gem valget, og fortsæt', en: 'Save the choice and continue' },
  problemAt: { da: '{name}: {problem}', en: '{name}: {problem}' },
  changedTitle: { da: 'En kollega har ændret valget imens', en: 'A colleague has changed the choice in the meantime' },
  changedText: {
    da: 'Siden viser jeres kryds. Sammenlign med kollegaens valg, og gem igen, hvis jeres skal gælde.',
    en: 'The page shows your ticks. Compare with your colleague’s choice and save again if yours shall stand.',
  },
  changedChosen: { da: 'Kollegaens valg: {names}.', en: 'Your colleague’s choice: {names}.' },
  summaryIncluded: { da: 'Med i erklæringen', en: 'Part of the declaration' },
  summaryExcluded: { da: 'Foreslået, men fravalgt', en: 'Proposed, but left out' },
  added: { da: 'Tilføjet af jer: {reason}', en: 'Added by you: {reason}' },
  removed: { da: 'Jeres begrundelse: {reason}', en: 'Your reason: {reason}' },
});

export const scopeProblemTexts = defineTexts({
  'reason-to-remove': {
    da: 'Skriv, hvorfor snitfladen ikke er relevant, eller sæt krydset igen.',
    en: 'Write why the interface is not relevant, or tick it again.',
  },
  'reason-to-add': {
    da: 'Skriv, hvorfor snitfladen er relevant, eller fjern krydset.',
    en: 'Write why the interface is relevant, or untick it.',
  },
  demanded: {
    da: 'Kommunen har krævet snitfladen. Den kan ikke fravælges.',
    en: 'The municipality has demanded the interface. It cannot be left out.',
  },
  'unknown-interface': { da: 'Snitfladen findes ikke i kataloget.', en: 'The interface is not in the catalogue.' },
  'too-long': {
    da: 'Begrundelsen er for lang. Højst 1.000 tegn.',
    en: 'The reason is too long. 1,000 characters at most.',
  },
  'control-characters': {
    da: 'Begrundelsen indeholder et tegn, der ikke kan ses og ikke kan gemmes. Skriv den om.',
    en: 'The reason holds a character that cannot be seen or stored. Rewrite it.',
  },
} satisfies TextsOf<ScopeProblem>);
