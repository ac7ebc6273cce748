const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The calendar day of a moment in Copenhagen.
 * @returns yyyy-mm-dd
 */
export function copenhagenDay(moment: Date): string {
  return copenhagen.format(moment);
}
