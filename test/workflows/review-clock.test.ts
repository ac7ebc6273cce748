import { describe, expect, it } from 'vitest';
import { type ClockStep, computeReviewClock, expectedDecision } from '~/workflows/review-clock';

const day = 86_400_000;
/** A case that is submitted, screened for a day, reviewed for so many, and decided after one more. */
const way = (caseId: string, reviewDays: number): ClockStep[] => [
  { caseId, from: 'draft', to: 'screening', at: 0 },
  { caseId, from: 'screening', to: 'review', at: day },
  { caseId, from: 'review', to: 'decision', at: (1 + reviewDays) * day },
  { caseId, from: 'decision', to: 'approved', at: (2 + reviewDays) * day },
];
const ten = Array.from({ length: 10 }, (_, index) => way(String(index), index + 1)).flat();
const stateOf = (steps: readonly ClockStep[], state: string) =>
  computeReviewClock(steps, 0).states.find((each) => each.state === state);

describe('computeReviewClock', () => {
  it('tells median and ninetieth percentile of the stays that have ended', () => {
    expect(stateOf(ten, 'review')).toEqual({ state: 'review', stays: 10, medianDays: 5, percentile90Days: 9 });
    expect(computeReviewClock(ten, 0)).toMatchObject({ wholeMedianDays: 7, wholePercentile90Days: 11, decisions: 10 });
  });

  it('says nothing of too few', () => {
    const few = ten.filter(({ caseId }) => Number(caseId) < 4);
    expect(stateOf(few, 'review')).toMatchObject({ medianDays: null, percentile90Days: null });
    expect(computeReviewClock(few, 0).wholeMedianDays).toBeNull();
    expect(expectedDecision(computeReviewClock(few, 0), new Date(0))).toBeNull();
  });

  it('counts neither what goes on still nor what began before the period', () => {
    const going = ten.filter(({ from }) => from !== 'review' && from !== 'decision');
    expect(stateOf(going, 'review')?.stays).toBe(0);
    const begunBefore = ten.filter(({ from }) => from === 'review');
    expect(stateOf(begunBefore, 'review')?.stays).toBe(0);
  });

  it('tells the queue in steps, so that one case more or less is not seen', () => {
    const queues = [0, 9, 10, 14, 15, 23].map((waiting) => computeReviewClock([], waiting).queue);
    expect(queues).toEqual([null, null, 10, 10, 20, 20]);
  });

  it('expects a decision when half of the cases had theirs', () => {
    expect(expectedDecision(computeReviewClock(ten, 0), new Date(0))).toEqual(new Date(7 * day));
  });
});
