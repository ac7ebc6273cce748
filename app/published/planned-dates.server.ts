import type { Db } from '~/db/client';
import { listPlannedDates, type PublishedPlannedDate } from '~/db/published/planned-dates';
import { isKept, type KeepingRecord, noRecord, recordsOf } from '~/workflows/forecast';

export interface KeptDate extends PublishedPlannedDate {
  /** `open`: nobody can say yet. */
  outcome: 'kept' | 'missed' | 'open';
}

/** A supplier's planned dates as of a day, the latest first, and the record that they make. @param today yyyy-mm-dd */
export async function loadKeptDates(
  db: Db,
  supplierSlug: string,
  today: string,
): Promise<{ dates: KeptDate[]; record: KeepingRecord }> {
  const dates = await listPlannedDates(db, [supplierSlug]);
  return {
    record: recordsOf(dates, today).get(supplierSlug) ?? noRecord,
    dates: dates.reverse().map((date) => ({ ...date, outcome: outcomeOf(isKept(date, today)) })),
  };
}

function outcomeOf(kept: boolean | null): KeptDate['outcome'] {
  if (kept === null) return 'open';
  return kept ? 'kept' : 'missed';
}
