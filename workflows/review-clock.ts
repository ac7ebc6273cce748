import type { CaseState } from './words';

/** States whose length says something to somebody who waits. */
export const clockedStates = [
  'screening',
  'review',
  'changes-requested',
  'hearing',
  'decision',
] as const satisfies readonly CaseState[];
export type ClockedState = (typeof clockedStates)[number];

/** One stay of a case in a state. Times in milliseconds since 1970; `to` null: it is there still. */
export interface Stay {
  state: ClockedState;
  from: number;
  to: number | null;
}

export interface StateClock {
  state: ClockedState;
  /** How many stays have ended. */
  stays: number;
  /** In days with one decimal; null where too few stays have ended to say anything. */
  medianDays: number | null;
  percentile90Days: number | null;
}

/** What everybody may know of how long reviews take: figures alone, of no case and no product. */
export interface ReviewClock {
  /** The days that were looked at, back from now. */
  periodDays: number;
  states: StateClock[];
  /** Cases before their decision that await municipalities; null when so few that a case could be guessed. */
  queue: number | null;
  /** From submission to decision, in days. */
  wholeMedianDays: number | null;
  wholePercentile90Days: number | null;
  /** Decisions in the period. */
  decisions: number;
}

/** The days that are looked at. */
export const clockPeriodDays = 365;
/** Fewer than this say nothing of how long it takes, and too much of the few. */
export const fewestStays = 5;
/** The queue is told in steps, so that no single case can be seen to come or go. */
export const queueStep = 10;

const day = 86_400_000;

/** A case's step from one state to another, as the log has it; in the log's order. */
export interface ClockStep {
  caseId: string;
  from: CaseState;
  to: CaseState;
  /** Milliseconds since 1970. */
  at: number;
}

const decided: readonly CaseState[] = ['approved', 'partially-approved', 'rejected'];

/**
 * Computes the public clock: whole days and parts of them that ended stays lasted, from the first submission to the
 * decision, and how many cases wait. Nothing in it is about one case.
 * @param steps of the period, in the log's order
 * @param waiting cases before their decision now, that municipalities or the portal hold
 */
export function computeReviewClock(steps: readonly ClockStep[], waiting: number): ReviewClock {
  const stays = new Map<ClockedState, number[]>();
  const whole: number[] = [];
  const since = new Map<string, { entered: number; submitted: number | null }>();
  for (const { caseId, from, to, at } of steps) {
    const known = since.get(caseId);
    const state = clockedStates.find((each) => each === from);
    if (known && state) stays.set(state, [...(stays.get(state) ?? []), at - known.entered]);
    const submitted = from === 'draft' ? at : (known?.submitted ?? null);
    if (decided.includes(to) && submitted !== null) whole.push(at - submitted);
    since.set(caseId, { entered: at, submitted });
  }
  return {
    periodDays: clockPeriodDays,
    states: clockedStates.map((state) => {
      const lengths = stays.get(state) ?? [];
      return { state, stays: lengths.length, medianDays: share(lengths, 0.5), percentile90Days: share(lengths, 0.9) };
    }),
    queue: waiting < queueStep ? null : Math.round(waiting / queueStep) * queueStep,
    wholeMedianDays: share(whole, 0.5),
    wholePercentile90Days: share(whole, 0.9),
    decisions: whole.length,
  };
}

/** The smallest length that so large a share does not exceed, in days with one decimal (nearest rank). */
function share(lengths: readonly number[], part: number): number | null {
  if (lengths.length < fewestStays) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  const length = sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return Math.round((length / day) * 10) / 10;
}

/** When a case that is submitted now can be expected to be decided; null where that is not known. */
export function expectedDecision({ wholeMedianDays }: ReviewClock, now: Date): Date | null {
  return wholeMedianDays === null ? null : new Date(now.getTime() + Math.ceil(wholeMedianDays) * day);
}
