import { composeLetter, translateLetter } from '~/app/letters/compose-letter';
import { composer } from '~/app/mail/compose';
import type { CaseNotice } from '~/db/mail/notice';
import { noticeSubjects, type PlainNotice } from '~/db/mail/plain-notice';
import type { Rewordings } from '~/db/portal-texts';
import type { LetterDocument, LetterFacts } from '~/workflows/letter';
import { placeholdersOf } from '~/workflows/placeholders';
import { caseEvents, type Language } from '~/workflows/words';
import type { EditableText } from './editable';

/** A mail or a letter as it would be written, about a case that does not exist. */
export type TextPreview = { kind: 'mail'; subject: string; text: string } | { kind: 'letter'; letter: LetterDocument };

const sampleId = '00000000-0000-4000-8000-000000000000';
const sample = {
  product: 'Eksempel Omsorg',
  supplier: 'Eksempel A/S',
  municipality: 'Eksempel Kommune',
  number: '2026-0042',
  date: '2026-12-08',
} as const;
const moment = '2026-11-24T12:00:00.000Z';

/**
 * The whole mail or letter that a text stands in, with the text as it was typed.
 * @param own the words that hold now
 */
export function previewOf(
  edited: EditableText,
  typed: { language: Language; text: string },
  { own, publicUrl }: { own: Rewordings; publicUrl: string },
): TextPreview {
  const { language, text } = typed;
  const words = new Map(own).set(`${edited.key}:${language}`, text);
  const name = edited.key.slice(edited.group.length + 1);
  if (edited.group === 'letter') {
    const write = language === 'en' ? translateLetter : composeLetter;
    const at = { datedAt: new Date(moment), code: null };
    return { kind: 'letter', letter: write(sampleFacts(name), at, publicUrl, null, words) };
  }
  const notice = edited.group.startsWith('notice-') ? sampleNotice(name, edited) : sampleCase(name);
  return { kind: 'mail', ...composer(publicUrl, words)(notice, language) };
}

function sampleCase(name: string): CaseNotice {
  return {
    caseId: sampleId,
    declarationId: sampleId,
    about: caseEvents.find((each) => each === name) ?? 'confirm',
    to: 'supplier',
    caseNumber: sample.number,
    product: sample.product,
    supplier: sample.supplier,
    municipality: sample.municipality,
    state: 'approved',
    dueAt: null,
  };
}

/** What no sample stands for is shown as its own name. */
function sampleNotice(name: string, { builtIn }: EditableText): PlainNotice {
  const about = noticeSubjects.find((each) => each === name) ?? 'steward';
  const names = placeholdersOf(`${builtIn.da} ${builtIn.en}`);
  const params = { ...Object.fromEntries(names.map((each) => [each, `[${each}]`])), ...sample };
  return { about, to: { personIds: [] }, params, link: { page: 'home' }, topic: null, secretOf: null };
}

function sampleFacts(name: string): LetterFacts {
  const both = (da: string, en: string) => ({ da, en });
  const outcome = name === 'approved' || name === 'rejected' ? name : 'partially-approved';
  const as = name === 'overturned' || name === 'overturnedNext' ? 'overturned' : 'upheld';
  const isRuling = [
    'rulingTitle',
    'rulingHeading',
    'upheld',
    'overturned',
    'appealedHeading',
    'appealedOn',
    'rulingBasis',
    'nextHeading',
    'overturnedNext',
  ].includes(name);
  return {
    caseNumber: sample.number,
    submissionNumber: 1,
    submittedAt: moment,
    product: sample.product,
    supplier: { name: sample.supplier, cvr: '00000000' },
    municipality: sample.municipality,
    outcome,
    reasons: 'Her står kommunens begrundelse.',
    questionnaire: { title: both('Fælleskommunal infrastruktur', 'Shared municipal infrastructure'), version: '1.0' },
    hearings: name.startsWith('hearing')
      ? [
          {
            openedAt: moment,
            statement: 'Her står, hvad kommunen har oplyst.',
            reply: name === 'hearingUnanswered' ? null : { text: 'Her står leverandørens svar.', at: moment },
          },
        ]
      : [],
    counts: { answers: 12, approved: outcome === 'rejected' ? 0 : 10 },
    answers: (['rejected', 'accepted-with-remark'] as const).map((kind) => ({
      section: both('Organisation', 'Organisation'),
      interface: { id: 'SF1500', name: both('Organisation', 'Organisation') },
      question: both('Et spørgsmål fra spørgeskemaet', 'A question of the questionnaire'),
      kind,
      reason: 'Her står bedømmerens begrundelse.',
    })),
    ...(isRuling
      ? {
          ruling: {
            as,
            municipality: sample.municipality,
            decidedAt: moment,
            appealedAt: moment,
            appeal: 'Her står leverandørens klage.',
            reasons: 'Her står begrundelsen for afgørelsen af klagen.',
          },
        }
      : {}),
  };
}
