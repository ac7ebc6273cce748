import type { FieldProblem } from '~/app/components/error-summary';
import { refusalSentence } from '~/app/i18n/refusals';
import { reviewTexts } from '~/app/i18n/review';
import { translator } from '~/app/i18n/texts';
import type { VerdictSummary } from '~/workflows/case/facts';
import { type GivenProposal, listProposalGaps } from '~/workflows/case/proposal-gaps';
import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';

/** Which field of an event's form has to be corrected, by the refusal; the others are about the case or the person. */
const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'deadline-out-of-bounds': 'workingDays',
  'municipality-unknown': 'municipalityCode',
  'municipality-without-lead': 'municipalityCode',
  'route-to-own-municipality-only': 'municipalityCode',
  'assignee-unfit': 'personId',
  'note-needed': 'note',
  'note-too-long': 'note',
  'note-control-characters': 'note',
};

/** @returns the refusal at its field; none where no field can mend it */
export function problemsOf(refusal: Refusal, event: string, language: Language): FieldProblem[] {
  const field = fieldsOfRefusals[refusal.code];
  return field === undefined ? [] : [{ field: `${event}-${field}`, message: refusalSentence(refusal, language) }];
}

/** Everything that a proposal lacks, each at its field. */
export function proposalProblems(
  typed: Readonly<Record<string, string>>,
  verdicts: VerdictSummary,
  language: Language,
): FieldProblem[] {
  const { outcome = '', reasons = '' } = typed;
  return listProposalGaps({ outcome, reasons } satisfies GivenProposal, verdicts).map((gap) => ({
    field: proposalFields[gap.code] ?? null,
    message: refusalSentence(gap, language),
  }));
}

const proposalFields: Readonly<Record<string, string>> = {
  'outcome-needed': 'outcome',
  'outcome-does-not-fit': 'outcome',
  'reasons-needed': 'reasons',
  'note-too-long': 'reasons',
  'note-control-characters': 'reasons',
};

/** What the person has to be told at its field, before the machine is asked. */
export function missingFields(typed: Readonly<Record<string, string>>, language: Language): FieldProblem[] {
  const t = translator(reviewTexts, language);
  const { event = '', workingDays: days = '' } = typed;
  const isMissing = (name: string): boolean => (typed[name] ?? '').trim() === '';
  return [
    ...(event === 'route' && isMissing('municipalityCode')
      ? [{ field: 'route-municipalityCode', message: t('municipalityMissing') }]
      : []),
    ...(days !== '' && !/^\d{1,3}$/.test(days.trim())
      ? [{ field: `${event}-workingDays`, message: t('workingDaysWrong') }]
      : []),
    ...(eventsWithNote.includes(event) && isMissing('note')
      ? [{ field: `${event}-note`, message: t('noteMissing') }]
      : []),
  ];
}

const eventsWithNote: readonly string[] = [
  'return-incomplete',
  'request-changes',
  'open-hearing',
  'return',
  'suspend',
  'reinstate',
  'revoke',
  'uphold',
  'overturn',
];
