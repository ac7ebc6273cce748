import { addDays } from './working-days';

/** Products that run in at most so many municipalities, as suppliers name them, are small. */
export const smallUpTo = 5;

/** Days of the readiness curve: the ends of the months before, and the day itself. */
export const curvePoints = 13;

/**
 * The days on which the readiness curve is measured, oldest first: at most `curvePoints`, none before the first
 * publication, the last one the day itself.
 * @param firstDay of the first publication; null: there was none
 */
export function curveDays(day: string, firstDay: string | null): string[] {
  const days = [day];
  let monthStart = `${day.slice(0, 8)}01`;
  while (firstDay !== null && days.length < curvePoints) {
    const end = addDays(monthStart, -1);
    if (end < firstDay) break;
    days.unshift(end);
    monthStart = `${end.slice(0, 8)}01`;
  }
  return days;
}
