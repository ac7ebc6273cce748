/** A reviewer's act in a case, as the log has it. */
export interface ReviewAct {
  caseId: string;
  personId: string;
  /** Milliseconds since 1970. */
  at: number;
  /** `give`: a verdict on one answer; `claim`: the reviewer began a section. */
  kind: 'claim' | 'give';
}

/** Who is quiet for longer did something else meanwhile: that time is not counted as review. In milliseconds. */
export const longestPause = 30 * 60_000;
/** Fewer verdicts than this say nothing of how long a verdict takes. */
export const fewestVerdicts = 20;

/**
 * How long a verdict takes, from what reviewers did: the time between one act and the next of the same person in the
 * same case, pauses left out, shared among the verdicts that were given in it.
 * @param acts in any order
 * @returns minutes per verdict, or null where too few verdicts were given to say
 */
export function minutesPerVerdict(acts: readonly ReviewAct[]): number | null {
  const byPlace = new Map<string, ReviewAct[]>();
  for (const act of acts) {
    const place = `${act.caseId} ${act.personId}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), act]);
  }
  let worked = 0;
  let verdicts = 0;
  for (const members of byPlace.values()) {
    const times = [...new Set(members.map(({ at }) => at))].sort((a, b) => a - b);
    for (const [index, at] of times.entries()) {
      const before = times[index - 1];
      if (before === undefined || at - before > longestPause) continue;
      worked += at - before;
      verdicts += members.filter((act) => act.at === at && act.kind === 'give').length;
    }
  }
  return verdicts < fewestVerdicts ? null : worked / 60_000 / verdicts;
}

/** @returns whole minutes that carried answers spare their reviewer; null where it is not known how long a verdict takes */
export function minutesSaved(carried: number, perVerdict: number | null): number | null {
  return perVerdict === null ? null : Math.round(carried * perVerdict);
}
