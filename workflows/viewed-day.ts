import type { QueryProblem } from './product-query';
import { isIsoDate } from './questionnaire/answer';

/** Whether a page is shown as it is, as it was at the end of a past day, or with what is expected of a coming one. */
export type ViewedDay = { kind: 'past'; day: string } | { kind: 'future'; day: string };

export type ReadDay =
  | { kind: 'present' }
  | ViewedDay
  | { kind: 'refused'; problem: Pick<QueryProblem, 'parameter' | 'value' | 'because'> };

/** The parameter of an address that says as of which day. */
export const dayParameter = 'on';

/** So far ahead plans are looked at, in years: nobody promises anything for later. */
export const furthestYears = 5;

/** Pages, and lists of the API, that can be seen as of any day: those that show what is published. */
const pages =
  /^(?:\/en)?(?:\/|\/(?:products|suppliers|interfaces|municipalities)(?:\/[^/]+)?|\/interfaces\/groups\/[^/]+|\/products\/[^/]+\/(?:publications(?:\/[^/]+)?|answers\/[^/]+)|\/compare|\/statistics)?$/;
const lists = /^\/api\/v1\/(?:(?:products|suppliers|interfaces|interface-groups|municipalities)(?:\/[^/]+)?|matrix)$/;
/** A requirement profile, its files and its table: their day is a part of what they are, and stays in the address. */
const profiles = /^(?:(?:\/en)?\/profile(?:\/[^/]+)?|\/api\/v1\/profile)$/;
/** What tells only of the present, to programs that would take the present for the day that they asked for. */
const ofPresent =
  /^(?:\/en)?\/(?:products\/(?:feed|[^/]+\/(?:feed|badges))\/|interfaces\/[^/]+\/badges\/|oembed$|catalog\.|sitemap|api\/v1\/dump\/)/;

/** @param path of an address, without its query */
export function showsDays(path: string): boolean {
  return pages.test(path) || lists.test(path);
}

/** Whether the address keeps its day for the page to read, also where it is today. @param path as of showsDays */
export function keepsDay(path: string): boolean {
  return profiles.test(path);
}

/** Whether a day is refused there. @param path as of showsDays */
export function showsOnlyPresent(path: string): boolean {
  return ofPresent.test(path);
}

/**
 * Reads as of which day something is asked for. An empty value, as a form sends it, is no day.
 * @param given every value that the address has
 * @param facts.today yyyy-mm-dd in Copenhagen
 * @param facts.firstDay of the first publication ever; null: nothing was published yet
 */
export function readViewedDay(
  given: readonly string[],
  { today, firstDay }: { today: string; firstDay: string | null },
): ReadDay {
  const days = given.filter((value) => value !== '');
  const [day] = days;
  if (day === undefined) return { kind: 'present' };
  const blame = (because: QueryProblem['because'], value = day): ReadDay => ({
    kind: 'refused',
    problem: { parameter: dayParameter, value: value.slice(0, 100), because },
  });
  if (days.length > 1) return blame('several-days');
  if (!isIsoDate(day)) return blame('not-a-day');
  if (day === today) return { kind: 'present' };
  if (day > today) return day > furthestDay(today) ? blame('too-far-ahead') : { kind: 'future', day };
  return firstDay === null || day < firstDay ? blame('before-first', firstDay ?? today) : { kind: 'past', day };
}

/** @returns the last day that can be asked for, yyyy-mm-dd */
export function furthestDay(today: string): string {
  return yearsAfter(today, furthestYears);
}

/** The same day of a later year; the last of February stands for one that is missing. */
function yearsAfter(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isIsoDate(later) ? later : `${later.slice(0, 8)}28`;
}
