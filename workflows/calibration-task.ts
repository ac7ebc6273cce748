/** What a question on which reviewers do not agree gives its editors to do. Browser code may take from here. */

/** Fewer pairs of verdicts than this say nothing about a question. */
export const leastPairs = 5;

/** How many pairs of verdicts there are, and in how many of them both said the same. */
export interface PairCount {
  pairs: number;
  agreed: number;
}

/** Whether there are enough pairs to say something, and too few of them agree. */
export function isLowAgreement({ pairs, agreed }: PairCount, thresholdPercent: number): boolean {
  return pairs >= leastPairs && agreed * 100 < thresholdPercent * pairs;
}

/** What the editors can make of a question on which reviewers do not agree. */
export const calibrationOutcomes = ['kept', 'reworded'] as const;
/** Most characters of the note that a task is closed with. */
export const calibrationNoteLimit = 2_000;
export type CalibrationOutcome = (typeof calibrationOutcomes)[number];

/**
 * What becomes of the editors' task about a question of one version. A closed one opens again when the reviews since then
 * say by themselves that agreement is low: what the editors had before them when they closed it counts no second time.
 * @param closedAt the counts that the task was closed with; undefined: there is no task, null: it is open
 */
export function calibrationTaskStep(
  counted: PairCount,
  closedAt: PairCount | null | undefined,
  thresholdPercent: number,
): 'raise' | 'reopen' | null {
  if (closedAt === null || !isLowAgreement(counted, thresholdPercent)) return null;
  if (closedAt === undefined) return 'raise';
  const since = { pairs: counted.pairs - closedAt.pairs, agreed: counted.agreed - closedAt.agreed };
  return isLowAgreement(since, thresholdPercent) ? 'reopen' : null;
}
