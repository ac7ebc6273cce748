/** Days before the last valid day on which those who look after evidence are reminded, the farthest first. */
export const reminderDays = [30, 7] as const;

const dayMilliseconds = 86_400_000;

/**
 * How many days are left of what is valid to and including a day.
 * @param validTo yyyy-mm-dd
 * @param today yyyy-mm-dd in Copenhagen
 * @returns 0 on the last day, negative when it has run out
 */
export function daysLeft(validTo: string, today: string): number {
  return Math.round((Date.parse(`${validTo}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMilliseconds);
}

/**
 * The reminder whose time has come: the nearest one only, so that whoever comes late is not told twice in one day.
 * @returns null when it is too early, or too late
 */
export function dueReminder(left: number): (typeof reminderDays)[number] | null {
  if (left < 0) return null;
  return reminderDays.findLast((days) => left <= days) ?? null;
}

export type EvidenceAge = 'no-end' | 'valid' | 'expiring' | 'expired';

/** How old evidence is, in a word; it expires soon from the first reminder on. */
export function ageOf(validTo: string | null, today: string): EvidenceAge {
  if (validTo === null) return 'no-end';
  const left = daysLeft(validTo, today);
  if (left < 0) return 'expired';
  return left <= reminderDays[0] ? 'expiring' : 'valid';
}
