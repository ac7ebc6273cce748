import type { ProofProblem } from '~/workflows/declaration-proof';
import type { LedgerEvent } from '~/workflows/ledger';
import { defineTexts, type TextsOf } from './texts';

/** The page that checks a signed declaration, and what it answers. */
export const verifyDeclarationTexts = defineTexts({
  title: { da: 'Kontrollér en signeret erklæring', en: 'Verify a signed declaration' },
  lead: {
    da: 'Vælg den fil, du har fået. Din browser kontrollerer underskriften og filens plads i den offentlige protokol. Filen sendes ingen steder hen, og kontrollen virker også uden netforbindelse, når siden først er åbnet.',
    en: 'Choose the file you were given. Your browser checks the signature and the file’s place in the public ledger. The file is sent nowhere, and the check also works without a network once the page is open.',
  },
  field: { da: 'Signeret erklæring (.json)', en: 'Signed declaration (.json)' },
  fieldHint: {
    da: 'Hentes på it-systemets side under »Signeret erklæring«.',
    en: 'Found on the product’s page under “Signed declaration”.',
  },
  needsScript: {
    da: 'Kontrollen sker i din browser og kræver JavaScript. Uden JavaScript kan filen kontrolleres med »npm run portal -- declaration verify fil.json«.',
    en: 'The check happens in your browser and needs JavaScript. Without it, the file can be checked with “npm run portal -- declaration verify file.json”.',
  },
  noKeys: {
    da: 'Portalen har ikke signeret noget endnu, så der er ingen nøgler at kontrollere med.',
    en: 'The portal has not signed anything yet, so there are no keys to check with.',
  },
  valid: { da: 'Erklæringen er ægte og uændret', en: 'The declaration is genuine and unchanged' },
  validEnded: {
    da: 'Erklæringen er ægte, men gælder ikke længere',
    en: 'The declaration is genuine but no longer in force',
  },
  unchecked: { da: 'Filen er ikke kontrolleret', en: 'The file was not checked' },
  invalid: { da: 'Filen kan ikke godkendes', en: 'The file cannot be accepted' },
  product: { da: 'It-system', en: 'Product' },
  publication: { da: 'Offentliggørelse', en: 'Publication' },
  number: { da: 'nr. {number}', en: 'no. {number}' },
  publishedAt: { da: 'Offentliggjort', en: 'Published' },
  latest: { da: 'Seneste hændelse i filen', en: 'Latest event in the file' },
  asOf: { da: 'Protokollens stand', en: 'State of the ledger' },
  asOfText: { da: '{at}, {size} hændelser', en: '{at}, {size} events' },
  hash: { da: 'Kontrolsum (SHA-256)', en: 'Checksum (SHA-256)' },
  later: {
    da: 'Filen viser, hvordan det så ud på dette tidspunkt. Hvad der er sket siden, står på it-systemets side.',
    en: 'The file shows how things stood at that moment. What has happened since is on the product’s page.',
  },
  toProduct: { da: 'Se it-systemets side', en: 'See the product’s page' },
  keys: { da: 'Nøgler', en: 'Keys' },
  keysLead: {
    da: 'Underskrifterne kontrolleres med disse offentlige nøgler. Gem kontrolsummen et andet sted, hvis du vil kunne opdage, at de bliver skiftet ud.',
    en: 'Signatures are checked with these public keys. Keep their thumbprints elsewhere if you want to notice that they are replaced.',
  },
  sectionTitle: { da: 'Signeret erklæring', en: 'Signed declaration' },
  sectionLead: {
    da: 'Alt, der står på siden, som én fil med portalens underskrift og bevis for, hvornår det blev offentliggjort. Den kan lægges ved et udbud og kontrolleres mange år efter.',
    en: 'Everything on this page as one file with the portal’s signature and proof of when it was published. It can be attached to a tender and verified many years later.',
  },
  download: { da: 'Hent den signerede erklæring', en: 'Download the signed declaration' },
  howToVerify: { da: 'Kontrollér en fil', en: 'Verify a file' },
});

export const ledgerEventTexts = defineTexts({
  published: { da: 'Offentliggjort', en: 'Published' },
  resumed: { da: 'Gælder igen', en: 'In force again' },
  superseded: { da: 'Afløst af en nyere', en: 'Superseded by a newer one' },
  withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
  suspended: { da: 'Suspenderet', en: 'Suspended' },
  revoked: { da: 'Tilbagekaldt', en: 'Revoked' },
  expired: { da: 'Udløbet', en: 'Expired' },
  merged: { da: 'It-systemet er lagt sammen med et andet', en: 'The product has been merged into another' },
} satisfies TextsOf<LedgerEvent>);

export const proofProblemTexts = defineTexts({
  'not-a-declaration': {
    da: 'Filen er ikke en signeret erklæring fra Snitfladeklar, eller der mangler noget i den.',
    en: 'The file is not a signed declaration from Snitfladeklar, or something is missing from it.',
  },
  'unknown-key': {
    da: 'Filen er underskrevet med en nøgle, som denne portal ikke kender.',
    en: 'The file is signed with a key that this portal does not know.',
  },
  'bad-signature': {
    da: 'Underskriften passer ikke til indholdet. Filen er ændret eller underskrevet af en anden.',
    en: 'The signature does not fit the content. The file was changed or signed by somebody else.',
  },
  'altered-document': {
    da: 'Indholdet er ikke det, der blev offentliggjort. Filen er ændret.',
    en: 'The content is not what was published. The file was changed.',
  },
  'not-in-ledger': {
    da: 'Beviset passer ikke til den offentlige protokol. Filen er ændret eller lavet et andet sted.',
    en: 'The proof does not fit the public ledger. The file was changed or made somewhere else.',
  },
  'cannot-check': {
    da: 'Din browser kan ikke kontrollere underskriften (Ed25519). Prøv med en nyere browser, eller brug »npm run portal -- declaration verify fil.json«.',
    en: 'Your browser cannot check the signature (Ed25519). Try a newer browser, or use “npm run portal -- declaration verify file.json”.',
  },
} satisfies TextsOf<ProofProblem>);
