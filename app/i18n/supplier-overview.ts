import type { EvidenceAge } from '~/workflows/evidence-age';
import type { SectionState } from '~/workflows/section-state';
import { defineTexts, type TextsOf } from './texts';

/** All own products beside all sections. */
export const overviewTexts = defineTexts({
  title: { da: 'Overblik over alle it-systemer', en: 'Overview of all products' },
  lead: {
    da: 'Hvor langt hvert it-system er i hvert afsnit. Vælg et afsnit for at gå til det.',
    en: 'How far each product has come in each section. Choose a section to go to it.',
  },
  product: { da: 'It-system', en: 'Product' },
  state: { da: 'Sag', en: 'Case' },
  notBegun: { da: 'Ikke erklæret', en: 'Not declared' },
  counts: { da: '{done} af {total} påkrævede', en: '{done} of {total} required' },
  evidenceCounts: { da: 'dokumentation til {done} af {total}', en: 'evidence for {done} of {total}' },
  renew: { da: 'Flyt til version {to} af spørgeskemaet', en: 'Move to version {to} of the questionnaire' },
  doneSections: { da: '{done} af {total} afsnit er færdige', en: '{done} of {total} sections are done' },
  toChange: {
    da: { one: '{count} afsnit skal ændres', other: '{count} afsnit skal ændres' },
    en: { one: '{count} section to change', other: '{count} sections to change' },
  },
  toDeclaration: { da: 'Gå til erklæringen', en: 'Go to the declaration' },
  cellLabel: { da: '{section} for {product}', en: '{section} for {product}' },
  empty: { da: 'I har ikke oprettet et it-system endnu.', en: 'You have not added a product yet.' },
});

export const sectionStateTexts = defineTexts({
  'not-asked': { da: 'Ingen spørgsmål', en: 'No questions' },
  'not-started': { da: 'Ikke begyndt', en: 'Not started' },
  'in-progress': { da: 'I gang', en: 'In progress' },
  done: { da: 'Færdig', en: 'Done' },
  'to-change': { da: 'Skal ændres', en: 'To be changed' },
} satisfies TextsOf<SectionState>);

/** The supplier's evidence, wherever it is used. */
export const libraryTexts = defineTexts({
  title: { da: 'Dokumentation', en: 'Evidence' },
  lead: {
    da: 'Al jeres dokumentation ét sted: hvor den er brugt, hvornår den er fra, og hvornår den udløber. Vi skriver 30 og 7 dage, før noget udløber.',
    en: 'All your evidence in one place: where it is used, what date it is from and when it expires. We write to you 30 and 7 days before something expires.',
  },
  found: {
    da: { one: '{count} stykke dokumentation', other: '{count} stykker dokumentation' },
    en: { one: '{count} piece of evidence', other: '{count} pieces of evidence' },
  },
  filterProduct: { da: 'It-system', en: 'Product' },
  filterAll: { da: 'Alle it-systemer', en: 'All products' },
  filterAge: { da: 'Gyldighed', en: 'Validity' },
  filterAnyAge: { da: 'Alt', en: 'Everything' },
  filterCare: { da: 'Udløbet eller udløber snart', en: 'Expired or expires soon' },
  filterApply: { da: 'Vis', en: 'Show' },
  nothingFound: {
    da: 'Ingen dokumentation passer til det valgte.',
    en: 'No evidence matches your choice.',
  },
  showAll: { da: 'Vis al dokumentation', en: 'Show all evidence' },
  columnTitle: { da: 'Dokumentation', en: 'Evidence' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnUploaded: { da: 'Vedlagt', en: 'Attached' },
  columnValid: { da: 'Gyldighed', en: 'Validity' },
  columnUsed: { da: 'Bruges i', en: 'Used in' },
  columnActions: { da: 'Handlinger', en: 'Actions' },
  until: { da: '{state} {date}', en: '{state} {date}' },
  replaced: { da: 'Erstattet', en: 'Replaced' },
  standsFor: { da: 'Afløser »{title}«', en: 'Stands in for “{title}”' },
  replacedBy: { da: 'Erstattet af »{title}«', en: 'Replaced by “{title}”' },
  replace: { da: 'Erstat', en: 'Replace' },
  replaceWhich: { da: '»{title}«', en: '“{title}”' },
  usedCount: {
    da: { one: '{count} svar', other: '{count} svar' },
    en: { one: '{count} answer', other: '{count} answers' },
  },
  unused: { da: 'Ikke vedlagt noget svar', en: 'Not attached to any answer' },
  empty: {
    da: 'I har ikke vedlagt dokumentation endnu. Det gør I ved de enkelte spørgsmål.',
    en: 'You have not attached any evidence yet. You do that at each question.',
  },
});

export const evidenceAgeTexts = defineTexts({
  'no-end': { da: 'Udløber ikke', en: 'Does not expire' },
  valid: { da: 'Gyldig til', en: 'Valid until' },
  expiring: { da: 'Udløber snart:', en: 'Expires soon:' },
  expired: { da: 'Udløbet', en: 'Expired' },
} satisfies TextsOf<EvidenceAge>);
