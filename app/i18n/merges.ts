import type { RegistryCollision, RegistryFate, RegistryKind, RegistryWhat } from '~/workflows/registry';
import { defineTexts, type TextsOf } from './texts';

/** The coordinator's pages for merging and splitting. */
export const mergeTexts = defineTexts({
  title: { da: 'Læg sammen og del op', en: 'Merge and split' },
  homeText: {
    da: 'Når to leverandører eller it-systemer i virkeligheden er ét, eller ét er blevet til to.',
    en: 'When two suppliers or products are really one, or one has become two.',
  },
  linkFromHome: { da: 'Læg sammen eller del op', en: 'Merge or split' },
  lead: {
    da: 'Gamle adresser fører videre, intet slettes, og alt kan fortrydes. Du ser, hvad der flytter, før du bekræfter.',
    en: 'Old addresses lead on, nothing is deleted, and everything can be undone. You see what moves before you confirm.',
  },
  history: { da: 'Hvad der er lagt sammen og delt op', en: 'What has been merged and split' },
  historyNone: { da: 'Intet er lagt sammen eller delt op endnu', en: 'Nothing has been merged or split yet' },
  columnWhat: { da: 'Hvad', en: 'What' },
  columnDone: { da: 'Dato', en: 'Date' },
  columnReason: { da: 'Begrundelse', en: 'Reason' },
  columnState: { da: 'Tilstand', en: 'State' },
  isUndone: { da: 'Fortrudt {date}', en: 'Undone on {date}' },
  stands: { da: 'Gælder', en: 'Stands' },
  mergedInto: { da: '{from} → {to}', en: '{from} → {to}' },
  fromProduct: { da: 'It-system, der ophører', en: 'Product that ends' },
  toProduct: { da: 'It-system, der består', en: 'Product that survives' },
  fromSupplier: { da: 'Leverandør, der ophører', en: 'Supplier that ends' },
  toSupplier: { da: 'Leverandør, der består', en: 'Supplier that survives' },
  productHint: {
    da: 'Navnet i adressen, f.eks. »aula« for /products/aula. Du kan også sætte hele adressen ind.',
    en: 'The name in the address, e.g. “aula” for /products/aula. You can also paste the whole address.',
  },
  supplierHint: { da: 'Cvr-nummer eller navnet i adressen', en: 'CVR number or the name in the address' },
  splitProduct: { da: 'It-system, der deles', en: 'Product to split' },
  newProduct: { da: 'Navn på det nye it-system', en: 'Name of the new product' },
  takesKitos: { da: 'KITOS-uuid’et hører til det nye', en: 'The KITOS uuid belongs to the new one' },
  splitSupplier: { da: 'Leverandør, der deles', en: 'Supplier to split' },
  receiverCvr: { da: 'Cvr-nummer på den, der får it-systemerne', en: 'CVR number of whoever gets the products' },
  receiverName: { da: 'Navn, hvis virksomheden ikke findes her', en: 'Name, if the company is not here yet' },
  splitProducts: { da: 'It-systemer, der flytter', en: 'Products that move' },
  splitProductsHint: {
    da: 'Navnene i adresserne, ét på hver linje',
    en: 'The names in the addresses, one on each line',
  },
  preview: { da: 'Se, hvad der sker', en: 'See what happens' },
  previewLead: { da: 'Intet er ændret endnu.', en: 'Nothing has changed yet.' },
  back: { da: 'Ret oplysningerne', en: 'Change the details' },
  swap: { da: 'Byt om: lad den anden bestå', en: 'Swap: let the other one survive' },
  refMissing: { da: 'Skriv navnet i alle felter.', en: 'Write the name in every field.' },
  refUnknown: {
    da: 'Portalen kender ikke »{ref}«. Gå tilbage, og ret navnet.',
    en: 'The portal does not know “{ref}”. Go back and correct the name.',
  },
  notPossible: { da: 'Det kan ikke lade sig gøre', en: 'This is not possible' },
  moves: { da: 'Hvad der sker med hvad', en: 'What happens to what' },
  columnFate: { da: 'Det sker', en: 'What happens' },
  columnCount: { da: 'Antal', en: 'Number' },
  columnNames: { da: 'Hvilke', en: 'Which' },
  nothingMoves: { da: 'Der hører ikke andet til', en: 'Nothing else belongs to it' },
  collisions: { da: 'Hvad der støder sammen', en: 'What collides' },
  addressText: {
    da: 'Adressen {from} fører fra nu af til {to}. Det gælder også mærker, feeds og API’et.',
    en: 'From now on the address {from} leads to {to}. So do badges, feeds and the API.',
  },
  splitText: {
    da: 'Begge offentlige sider fortæller om delingen, så snart det nye it-system er godkendt og offentliggjort; før det ser ingen noget til det. Derefter kan delingen ikke fortrydes.',
    en: 'Both public pages tell of the split as soon as the new product is approved and published; before that nobody sees anything of it. After that the split cannot be undone.',
  },
  reason: { da: 'Begrundelse', en: 'Reason' },
  reasonHint: {
    da: 'Mindst 10 tegn. Den står i loggen og her på siden, ikke offentligt.',
    en: 'At least 10 characters. It is in the log and on this page, not public.',
  },
  confirm: { da: 'Jeg har læst, hvad der sker', en: 'I have read what happens' },
  do_product_merge: { da: 'Læg it-systemerne sammen', en: 'Merge the products' },
  do_product_split: { da: 'Del it-systemet', en: 'Split the product' },
  do_supplier_merge: { da: 'Læg leverandørerne sammen', en: 'Merge the suppliers' },
  do_supplier_split: { da: 'Del leverandøren', en: 'Split the supplier' },
  done: { da: 'Det er gjort', en: 'Done' },
  doneText: {
    da: 'Leverandørens administratorer får besked på mail.',
    en: 'The supplier’s administrators are told by mail.',
  },
  undone: { da: 'Det er fortrudt. Alt er, som det var før.', en: 'Undone. Everything is as it was before.' },
  undoHeading: { da: 'Fortryd', en: 'Undo' },
  undoText: {
    da: 'Alt går tilbage til det, det var, også de offentlige adresser. Er noget af det ændret siden, fortrydes intet.',
    en: 'Everything goes back to what it was, public addresses too. If any of it has changed since, nothing is undone.',
  },
  undoConfirm: { da: 'Jeg vil have det tilbage, som det var', en: 'I want it back as it was' },
  undo: { da: 'Fortryd', en: 'Undo' },
  undoReason: { da: 'Begrundelse for at fortryde', en: 'Reason for undoing' },
});

export const registryKindTexts = defineTexts({
  'product-merge': { da: 'Læg to it-systemer sammen', en: 'Merge two products' },
  'product-split': { da: 'Del et it-system i to', en: 'Split a product in two' },
  'supplier-merge': { da: 'Læg to leverandører sammen', en: 'Merge two suppliers' },
  'supplier-split': { da: 'Del en leverandør i to', en: 'Split a supplier in two' },
} satisfies TextsOf<RegistryKind>);

export const registryWhatTexts = defineTexts({
  products: { da: 'It-systemer', en: 'Products' },
  declarations: { da: 'Erklæringer', en: 'Declarations' },
  cases: { da: 'Sager', en: 'Cases' },
  publications: { da: 'Offentliggørelser', en: 'Publications' },
  attestations: { da: 'Driftsbekræftelser', en: 'Attestations' },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  disputes: { da: 'Indsigelser', en: 'Objections' },
  kitos: { da: 'KITOS-uuid', en: 'KITOS uuid' },
  kle: { da: 'KLE-numre', en: 'KLE numbers' },
  people: { da: 'Kollegers roller', en: 'Colleagues’ roles' },
  stewards: { da: 'Ansvarlige', en: 'Stewards' },
  handovers: { da: 'Afsnit givet til kolleger', en: 'Sections handed over' },
  families: { da: 'Systemfamilier', en: 'Product families' },
  library: { da: 'Tekster i biblioteket', en: 'Library texts' },
  tokens: { da: 'API-nøgler', en: 'API tokens' },
  'well-known': { da: 'Egen adresse til erklæringen', en: 'Own address of the declaration' },
  invitations: { da: 'Åbne invitationer', en: 'Open invitations' },
  conflicts: { da: 'Inhabilitet', en: 'Conflicts of interest' },
} satisfies TextsOf<RegistryWhat>);

export const registryFateTexts = defineTexts({
  moves: { da: 'Flytter med', en: 'Goes along' },
  stays: { da: 'Bliver og kan læses', en: 'Stays and can be read' },
  ends: { da: 'Ophører', en: 'Ends' },
} satisfies TextsOf<RegistryFate>);

export const registryCollisionTexts = defineTexts({
  'both-declared': {
    da: 'Begge har en erklæring. Den bestående lever videre; den anden bliver stående med sin historie.',
    en: 'Both have a declaration. The survivor’s lives on; the other one stays with its history.',
  },
  'both-kitos': {
    da: 'Begge har et KITOS-uuid. Den bestående beholder sit; det andet fører også hertil.',
    en: 'Both have a KITOS uuid. The survivor keeps its own; the other one leads there as well.',
  },
  'both-attested': {
    da: 'En kommune har bekræftet begge for samme snitflade. Bekræftelsen af den bestående gælder.',
    en: 'A municipality has attested both for the same interface. The one of the survivor holds.',
  },
  'both-stewards': {
    da: 'Der er højst to ansvarlige. De bestående bliver; dem, der ikke er plads til, ophører.',
    en: 'There are two stewards at most. The survivor’s stay; those without a place end.',
  },
  'both-well-known': {
    da: 'Begge hentes fra leverandørens egen adresse. Fremover hentes kun den beståendes.',
    en: 'Both are pulled from the supplier’s own address. From now on only the survivor’s is.',
  },
  'both-members': {
    da: 'Nogle kolleger har allerede adgang til begge. Det ændrer intet for dem.',
    en: 'Some colleagues already have access to both. Nothing changes for them.',
  },
  'family-names': {
    da: 'Begge har en systemfamilie med samme navn. Den, der flytter, får leverandørens navn med.',
    en: 'Both have a product family of the same name. The one that moves gets the supplier’s name added.',
  },
  'admins-of-survivor': {
    da: 'Den bestående leverandørs administratorer er administratorer. De andres rolle ophører, indtil de får den igen.',
    en: 'The survivor’s administrators are the administrators. The others’ role ends until it is given again.',
  },
  'restricted-people': {
    da: 'Kolleger, der flytter, får kun adgang til de it-systemer, de kom med. En administrator kan give dem flere.',
    en: 'Colleagues who move get access to the products they came with only. An administrator can give them more.',
  },
  'wide-tokens': {
    da: 'API-nøgler til alle it-systemer ville åbne for flere end før. De ophører, og der må laves nye.',
    en: 'API tokens for every product would open more than before. They end, and new ones have to be made.',
  },
} satisfies TextsOf<RegistryCollision>);
