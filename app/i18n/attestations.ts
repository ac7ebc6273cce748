import { defineTexts } from './texts';

/** What a municipality attests that it runs, as its own page and the product's page have it. */
export const attestationTexts = defineTexts({
  title: { da: 'Driftsbekræftelser', en: 'Attestations of use' },
  link: { da: 'Bekræft systemer i drift', en: 'Attest systems in use' },
  lead: {
    da: 'Bekræft, hvilke snitflader jeres it-systemer bruger i drift. Det er det stærkeste bevis, en erklæring kan få. En bekræftelse gælder i 12 måneder og kan fornys eller trækkes tilbage når som helst.',
    en: 'Attest which interfaces your IT systems use in production. It is the strongest proof that a declaration can get. An attestation holds for 12 months and can be renewed or withdrawn at any time.',
  },
  done_give: { da: 'Driften er bekræftet.', en: 'The use is attested.' },
  done_renew: {
    da: 'Bekræftelsen gælder nu 12 måneder fra i dag.',
    en: 'The attestation now holds 12 months from today.',
  },
  done_withdraw: { da: 'Bekræftelsen er trukket tilbage.', en: 'The attestation is withdrawn.' },
  done_name: { da: 'Kommunens navn vises nu offentligt.', en: 'The municipality’s name is now shown in public.' },
  done_unname: {
    da: 'Kommunens navn vises ikke længere. Bekræftelsen tæller stadig med.',
    en: 'The municipality’s name is no longer shown. The attestation still counts.',
  },
  suggested: { da: 'Leverandører siger, at I bruger', en: 'Suppliers say that you use' },
  suggestedLead: {
    da: 'Jeres kommune er nævnt i de godkendte svar.',
    en: 'Your municipality is named in the approved answers.',
  },
  confirmThis: { da: 'Bekræft', en: 'Attest' },
  since: { da: 'I drift siden {date}', en: 'In production since {date}' },
  find: { da: 'Find et it-system', en: 'Find an IT system' },
  findLabel: { da: 'Navn, leverandør eller snitflade', en: 'Name, supplier or interface' },
  found: {
    da: { one: '{count} it-system fundet', other: '{count} it-systemer fundet' },
    en: { one: '{count} IT system found', other: '{count} IT systems found' },
  },
  foundNone: {
    da: 'Ingen offentliggjorte it-systemer passer til søgningen.',
    en: 'No published IT systems match the search.',
  },
  foundMore: {
    da: 'Kun de første {count} vises. Skriv mere for at finde det rigtige.',
    en: 'Only the first {count} are shown. Write more to find the right one.',
  },
  give: { da: 'Bekræft driften af {product}', en: 'Attest the use of {product}' },
  giveNone: {
    da: 'Der er ikke mere at bekræfte for {product}.',
    en: 'There is nothing more to attest for {product}.',
  },
  interface: { da: 'Snitflade', en: 'Interface' },
  sinceOn: { da: 'I drift hos jer siden', en: 'In production with you since' },
  sinceHint: { da: 'Et omtrentligt tidspunkt er nok.', en: 'An approximate day is enough.' },
  isNamed: { da: 'Vis kommunens navn offentligt', en: 'Show the municipality’s name in public' },
  isNamedHint: {
    da: 'Ellers tæller bekræftelsen med, uden at nogen kan se, hvem den kommer fra.',
    en: 'Otherwise the attestation counts without anybody seeing whom it comes from.',
  },
  contradictThis: { da: 'Vi har det ikke i drift', en: 'We do not run it' },
  contradictLink: {
    da: 'Uenigheder med leverandører om, hvad I har i drift',
    en: 'Disagreements with suppliers about what you run',
  },
  submit: { da: 'Bekræft driften', en: 'Attest the use' },
  own: { da: 'Kommunens bekræftelser', en: 'The municipality’s attestations' },
  none: { da: 'I har ikke bekræftet nogen systemer endnu', en: 'You have not attested any systems yet' },
  state_valid: { da: 'Gælder til {date}', en: 'Holds until {date}' },
  'state_ends-soon': { da: 'Udløber {date}', en: 'Runs out {date}' },
  state_ended: { da: 'Udløb {date}', en: 'Ran out {date}' },
  named: { da: 'Navnet er offentligt', en: 'The name is public' },
  unnamed: { da: 'Tælles uden navn', en: 'Counted without a name' },
  notPublic: {
    da: 'Tæller ikke med lige nu, fordi svaret ikke er offentligt.',
    en: 'Does not count at present, since the answer is not public.',
  },
  renew: { da: 'Forny', en: 'Renew' },
  withdraw: { da: 'Træk tilbage', en: 'Withdraw' },
  name: { da: 'Vis navnet', en: 'Show the name' },
  unname: { da: 'Skjul navnet', en: 'Hide the name' },
  about: { da: '{interface} i {product}', en: '{interface} in {product}' },
});

/** The same for everybody, on a product's page. */
export const publicAttestationTexts = defineTexts({
  heading: { da: 'Bekræftet i drift af kommuner', en: 'Attested in use by municipalities' },
  lead: {
    da: 'Kommuner har selv bekræftet, at de bruger systemet med snitfladen i drift. En bekræftelse gælder i 12 måneder.',
    en: 'Municipalities have themselves attested that they use the system with the interface in production. An attestation holds for 12 months.',
  },
  none: {
    da: 'Ingen kommuner har endnu bekræftet, at de bruger systemet i drift.',
    en: 'No municipality has attested yet that it uses the system in production.',
  },
  count: {
    da: { one: 'Bekræftet af {count} kommune', other: 'Bekræftet af {count} kommuner' },
    en: { one: 'Attested by {count} municipality', other: 'Attested by {count} municipalities' },
  },
  named: { da: '{municipality} (siden {date})', en: '{municipality} (since {date})' },
  unnamed: {
    da: { one: '{count} kommune, der ikke er nævnt', other: '{count} kommuner, der ikke er nævnt' },
    en: { one: '{count} municipality that is not named', other: '{count} municipalities that are not named' },
  },
  confirm: {
    da: 'Bruger jeres kommune systemet? Bekræft driften',
    en: 'Does your municipality use it? Attest the use',
  },
});
