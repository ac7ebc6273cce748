/**
 * Danish working days: Monday to Friday without public holidays and the days on which municipalities are closed.
 * Days are yyyy-mm-dd in Copenhagen. Pure; browser code may import it.
 */

import { copenhagenDay } from './day';

export { copenhagenDay };

const zone = 'Europe/Copenhagen';
const dayMilliseconds = 86_400_000;

/**
 * Month and day of the days that are no public holidays by law, but on which municipalities are closed by agreement.
 * A deadline that passes over them is longer, never shorter, which nobody is hurt by.
 */
export const closedByAgreement: readonly string[] = ['06-05', '12-24', '12-31'];

const clockFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The last second of a day in Copenhagen. */
export function endOfDay(day: string): Date {
  return momentOf(day, '23:59:59');
}

/** The beginning of an hour of a day in Copenhagen. @param hour 0 to 23; not 2, in which the clock changes */
export function momentAt(day: string, hour: number): Date {
  return momentOf(day, `${String(hour).padStart(2, '0')}:00:00`);
}

/** The hour that clocks in Copenhagen show, 0 to 23. */
export function hourOf(moment: Date): number {
  return Number(clockFormat.format(moment).slice(11, 13));
}

function momentOf(day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`);
  // The zone is one or two hours ahead of UTC; the clock never changes in the hours that are asked for.
  const shown = Date.parse(`${clockFormat.format(new Date(wanted)).replace(' ', 'T')}Z`);
  const guess = wanted - (shown - wanted);
  const shownAtGuess = Date.parse(`${clockFormat.format(new Date(guess)).replace(' ', 'T')}Z`);
  return new Date(guess - (shownAtGuess - wanted));
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * Easter Sunday in the Gregorian calendar.
 * Source: the anonymous algorithm of Nature 1876, as in Meeus, Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The public holidays of a year. Store Bededag (the fourth Friday after Easter) was abolished from 2024.
 * Source: helligdagslovgivningen; lov nr. 214 af 6. marts 2023 om konsekvenser ved afskaffelsen af store bededag.
 */
export function publicHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const moving = [-3, -2, 0, 1, ...(year < 2024 ? [26] : []), 39, 49, 50].map((days) => addDays(easter, days));
  return [`${year}-01-01`, ...moving, `${year}-12-25`, `${year}-12-26`];
}

/** @param closed month and day (mm-dd) of further days that do not count */
export function isWorkingDay(day: string, closed: readonly string[] = closedByAgreement): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || closed.includes(day.slice(5))) return false;
  return !publicHolidays(Number(day.slice(0, 4))).includes(day);
}

/**
 * The working day that is `count` working days after a day; the day itself does not count.
 * @param count a whole number from 0 up; 0 gives the day itself
 */
export function addWorkingDays(day: string, count: number, closed: readonly string[] = closedByAgreement): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, closed)) left -= 1;
  }
  return at;
}

/** The end of a deadline of `count` working days that begins to run at a moment. */
export function dueAfter(now: Date, count: number): Date {
  return endOfDay(addWorkingDays(copenhagenDay(now), count));
}
