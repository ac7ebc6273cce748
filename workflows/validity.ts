/**
 * How long an approval is valid. Days are yyyy-mm-dd in Copenhagen; both limits are in calendar time, since they are
 * about how old a statement may be and not about how long somebody has to work on it.
 */
import { addDays, copenhagenDay, endOfDay } from './working-days';

/** How many months an approved or partially approved publication is valid, from the day it is published. */
export const validityMonths = 12;

/** How many days before the end its supplier is told, so that a renewal can be reviewed in time. */
export const expiryNoticeDays = 30;

/**
 * The same day so many months later; the last day of the month where it has no such day.
 * @param months a whole number from 0 up
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The last second of the last day on which a publication is valid. */
export function expiresAt(publishedAt: Date): Date {
  return endOfDay(lastDay(publishedAt));
}

/** The last second of the day that is `expiryNoticeDays` before the last one. */
export function expiresSoonAt(publishedAt: Date): Date {
  return endOfDay(addDays(lastDay(publishedAt), -expiryNoticeDays));
}

function lastDay(publishedAt: Date): string {
  return addMonths(copenhagenDay(publishedAt), validityMonths);
}

/**
 * What was published after this moment cannot have come near its end. Coarse, for a query: `expiresSoonAt` is exact.
 */
export function earliestEnd(now: Date): Date {
  return new Date(now.getTime() - (validityMonths * 28 - expiryNoticeDays) * 86_400_000);
}
