import { describe, expect, it } from 'vitest';
import { fewestVerdicts, minutesPerVerdict, minutesSaved, type ReviewAct } from '~/workflows/review/minutes-saved';

const minute = 60_000;
const act = (at: number, kind: ReviewAct['kind'] = 'give', personId = 'a'): ReviewAct => ({
  caseId: 'case',
  personId,
  at: at * minute,
  kind,
});

describe('minutesPerVerdict', () => {
  it('shares the time between one act and the next among the verdicts given in it', () => {
    const saves = [10, 20].flatMap((at) => Array.from({ length: 10 }, () => act(at)));
    expect(minutesPerVerdict([act(0, 'claim'), ...saves])).toBe(1);
  });

  it('counts neither a pause nor the verdicts after it', () => {
    const one = [act(0, 'claim'), ...Array.from({ length: 20 }, () => act(10))];
    const afterTheWeekend = Array.from({ length: 20 }, () => act(4_000));
    expect(minutesPerVerdict([...one, ...afterTheWeekend])).toBe(0.5);
  });

  it('keeps people apart: what a colleague does meanwhile shortens nothing', () => {
    const mine = [act(0, 'claim'), ...Array.from({ length: 20 }, () => act(20))];
    expect(minutesPerVerdict([...mine, act(10, 'claim', 'b')])).toBe(1);
  });

  it('says nothing of too few', () => {
    const few = Array.from({ length: fewestVerdicts - 1 }, () => act(5));
    expect(minutesPerVerdict([act(0, 'claim'), ...few])).toBeNull();
    expect(minutesPerVerdict([])).toBeNull();
  });
});

it('minutesSaved is whole minutes, and unknown where the measure is', () => {
  expect(minutesSaved(30, 1.25)).toBe(38);
  expect(minutesSaved(30, null)).toBeNull();
});
