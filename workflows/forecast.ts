import { addDays } from './working-days';

/**
 * What is to be expected of planned dates: each counts with the share of its supplier's earlier planned dates that were
 * kept (docs/decisions/0029). Pure; nothing here is a fact, and whoever shows it says so.
 */

/** A date on which a supplier has said that support of an interface will be there, in a publication. */
export interface PlannedDate {
  supplierSlug: string;
  /** yyyy-mm-dd, as all days here. */
  plannedOn: string;
  /** The first day on which it was ready or in production as published; null: it is not yet. */
  readyOn: string | null;
}

/** In days: what is there on the day is published when it has been reviewed, so a date is not missed before. */
export const graceDays = 60;

/** Two dates more, one kept and one missed: so that one date does not say everything of a supplier with few. */
export const prior = { kept: 1, missed: 1 } as const;

/** @returns null while nobody can say: the date has not come, or its time of grace runs */
export function isKept({ plannedOn, readyOn }: PlannedDate, today: string): boolean | null {
  const last = addDays(plannedOn, graceDays);
  if (readyOn !== null && readyOn <= today) return readyOn <= last;
  return today > last ? false : null;
}

/** A supplier's record of keeping planned dates. */
export interface KeepingRecord {
  kept: number;
  /** Dates of which it is known whether they were kept. */
  known: number;
}

export const noRecord: KeepingRecord = { kept: 0, known: 0 };

export function recordsOf(dates: readonly PlannedDate[], today: string): ReadonlyMap<string, KeepingRecord> {
  const records = new Map<string, KeepingRecord>();
  for (const date of dates) {
    const kept = isKept(date, today);
    if (kept === null) continue;
    const before = records.get(date.supplierSlug) ?? noRecord;
    records.set(date.supplierSlug, { kept: before.kept + Number(kept), known: before.known + 1 });
  }
  return records;
}

/** How much a planned date counts, from 0 to 1: the mean of the Beta distribution of the record with the prior. */
export function weightOf({ kept, known }: KeepingRecord): number {
  return (kept + prior.kept) / (known + prior.kept + prior.missed);
}

/** Support that is not there yet, with the day it is planned for. */
export interface Plan {
  supplierSlug: string;
  plannedOn: string;
}

export type Forecasted<P extends Plan> = P & {
  record: KeepingRecord;
  weight: number;
  /** `due`: planned for the day or before it; `later`; `overdue`: the date has passed, so it counts for nothing. */
  state: 'due' | 'later' | 'overdue';
};

export interface Forecast<P extends Plan> {
  /** Ready or in production today. */
  ready: number;
  /** What is planned until the day, and how much of it is to be expected. */
  planned: number;
  expectedOfPlanned: number;
  /** `ready` and `expectedOfPlanned` together. */
  expected: number;
  plans: Forecasted<P>[];
}

/** @param asked.day the day that the forecast is for, later than `today` */
export function forecast<P extends Plan>(
  { ready, plans, records }: { ready: number; plans: readonly P[]; records: ReadonlyMap<string, KeepingRecord> },
  { day, today }: { day: string; today: string },
): Forecast<P> {
  const forecasted = plans.map((plan) => {
    const record = records.get(plan.supplierSlug) ?? noRecord;
    const state = plan.plannedOn < today ? 'overdue' : plan.plannedOn <= day ? 'due' : 'later';
    return { ...plan, record, weight: weightOf(record), state } as const;
  });
  const due = forecasted.filter(({ state }) => state === 'due');
  const expectedOfPlanned = due.reduce((sum, { weight }) => sum + weight, 0);
  return { ready, planned: due.length, expectedOfPlanned, expected: ready + expectedOfPlanned, plans: forecasted };
}
