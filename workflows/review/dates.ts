import { addDays } from '../working-days';

/** What a reviewer is warned of about a piece of evidence. */
export const evidenceWarnings = ['expired', 'old', 'from-the-future'] as const;
export type EvidenceWarning = (typeof evidenceWarnings)[number];

/**
 * The questionnaire's review check "Er dokumentationen under 12 måneder gammel?", and whether it has run out.
 * @param evidence days as yyyy-mm-dd
 * @param today yyyy-mm-dd in Copenhagen
 */
export function warningsOf(
  { observedOn, validTo }: { observedOn: string; validTo: string | null },
  today: string,
): EvidenceWarning[] {
  return [
    ...(validTo !== null && validTo < today ? (['expired'] as const) : []),
    ...(observedOn < twelveMonthsBefore(today) ? (['old'] as const) : []),
    ...(observedOn > today ? (['from-the-future'] as const) : []),
  ];
}

/** The same day of the year before; the day before a leap day is 28 February. */
function twelveMonthsBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** Days from one to the other, yyyy-mm-dd; never negative. */
export function daysBetween(from: string, to: string): number {
  const milliseconds = Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`);
  return Math.max(0, Math.round(milliseconds / 86_400_000));
}

/**
 * What to say of a deadline: that it has passed, that it is near (one of the next seven days), or nothing.
 * @param day the deadline's day, yyyy-mm-dd in Copenhagen
 */
export function deadlineState(day: string, today: string): 'passed' | 'near' | null {
  if (day < today) return 'passed';
  return day <= addDays(today, 7) ? 'near' : null;
}
