import type { EvidenceAge } from '~/workflows/evidence-age';
import type { SectionState } from '~/workflows/section-state';
import { defineTexts, type TextsOf } from './texts';

/** All own products beside all sections. */
export const overviewTexts = defineTexts({
  title: { da: 'Overblik over alle it-systemer', en: 'Overview of all products' },
  lead: {
    da: 'Hvert it-system har en række og hvert afsnit en kolonne. Vælg en celle for at gå til afsnittet.',
    en: 'Each product has a row and each section a column. Choose a cell to go to the section.',
  },
  product: { da: 'It-system', en: 'Product' },
  state: { da: 'Sag', en: 'Case' },
  notBegun: { da: 'Ikke erklæret', en: 'Not declared' },
  counts: { da: '{done} af {total} påkrævede', en: '{done} of {total} required' },
  evidenceCounts: { da: 'dokumentation til {done} af {total}', en: 'evidence for {done} of {total}' },
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
  columnTitle: { da: 'Dokumentation', en: 'Evidence' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnUploaded: { da: 'Vedlagt', en: 'Attached' },
  columnValid: { da: 'Gyldighed', en: 'Validity' },
  columnUsed: { da: 'Bruges i', en: 'Used in' },
  columnActions: { da: 'Handlinger', en: 'Actions' },
  until: { da: '{state} {date}', en: '{state} {date}' },
  replaced: { da: 'Erstattet', en: 'Replaced' },
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
