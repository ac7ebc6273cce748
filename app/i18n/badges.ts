import type { LedgerEvent } from '~/workflows/ledger';
import { defineTexts, type TextsOf } from './texts';

/** What badges say, and how they are put on another page. */
export const badgeTexts = defineTexts({
  product: { da: 'snitflader', en: 'interfaces' },
  ready: { da: '{ready} af {all} klar', en: '{ready} of {all} ready' },
  noneDeclared: { da: 'ingen erklæret', en: 'none declared' },
  interfaceReady: {
    da: { one: '{count} it-system klar', other: '{count} it-systemer klar' },
    en: { one: '{count} product ready', other: '{count} products ready' },
  },
  disputed: { da: 'omstridt', en: 'disputed' },
  notDeclared: { da: 'ikke erklæret', en: 'not declared' },
  unknownProduct: { da: 'it-systemet kendes ikke', en: 'unknown product' },
  unknownInterface: { da: 'snitfladen kendes ikke', en: 'unknown interface' },
  heading: { da: 'Vis det på jeres egen side', en: 'Show it on your own page' },
  lead: {
    da: 'Mærket viser altid den seneste afgørelse. Bliver godkendelsen suspenderet, tilbagekaldt eller udløber den, skifter mærket med det samme; er et svar omstridt, står det på mærket.',
    en: 'The badge always shows the latest decision. If the approval is suspended, revoked or expires, the badge changes at once; where an answer is disputed the badge says so.',
  },
  alt: { da: '{product} på Snitfladeklar', en: '{product} on Snitfladeklar' },
  asHtml: { da: 'Som HTML', en: 'As HTML' },
  asMarkdown: { da: 'Som Markdown', en: 'As Markdown' },
  asElement: { da: 'Som webkomponent', en: 'As a web component' },
  leadInterface: {
    da: 'Mærket viser altid, hvor mange it-systemer der er klar til snitfladen lige nu.',
    en: 'The badge always shows how many products are ready for the interface right now.',
  },
  asData: {
    da: 'Med .json i stedet for .svg fås det samme som data. Et CMS, der kender oEmbed, finder selv mærket ud fra sidens adresse.',
    en: 'With .json instead of .svg you get the same as data. A CMS that knows oEmbed finds the badge by the page’s address.',
  },
  perInterface: {
    da: 'For én snitflade: skriv SF1500.svg i stedet for product.svg, eller interface="SF1500" i webkomponenten.',
    en: 'For one interface: write SF1500.svg instead of product.svg, or interface="SF1500" in the web component.',
  },
});

/** What became of a product's publication, in a word. */
export const badgeEndTexts = defineTexts({
  superseded: { da: 'afløst', en: 'superseded' },
  withdrawn: { da: 'trukket tilbage', en: 'withdrawn' },
  suspended: { da: 'suspenderet', en: 'suspended' },
  revoked: { da: 'tilbagekaldt', en: 'revoked' },
  expired: { da: 'udløbet', en: 'expired' },
  merged: { da: 'lagt sammen med et andet', en: 'merged into another' },
} satisfies TextsOf<Exclude<LedgerEvent, 'published' | 'resumed'>>);
