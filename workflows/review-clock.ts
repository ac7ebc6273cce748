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
