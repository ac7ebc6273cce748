import { describe, expect, it } from 'vitest';
import { minutesLeft, paceOf } from '~/workflows/questionnaire/effort';

const minute = 60_000;
const every = (minutes: number, count: number, together = 1) =>
  Array.from({ length: count * together }, (_, index) => new Date(Math.floor(index / together) * minutes * minute));

const section = {
  sectionId: 's',
  questions: 12,
  answered: 2,
  required: 10,
  requiredAnswered: 2,
  evidenceRequired: 3,
  evidenceAttached: 1,
  missing: [],
};

describe('the pace of whoever answers', () => {
  it('is a rule of thumb until there is enough to tell', () => {
    expect(paceOf([])).toBe(2);
    expect(paceOf(every(1, 10))).toBe(2);
  });

  it('is the middle of the times between saves, in any order', () => {
    expect(paceOf(every(4, 12).reverse())).toBe(4);
  });

  it('shares the time between answers that were saved together, and leaves pauses out', () => {
    expect(paceOf(every(10, 5, 5))).toBe(2);
    expect(paceOf(every(10, 6, 10))).toBe(1);
    expect(paceOf(every(60, 40))).toBe(2);
  });

  it('stays within reason', () => {
    expect(paceOf(every(14, 20))).toBe(10);
    expect(paceOf(every(5, 4, 30))).toBe(0.5);
  });
});

describe('the time left', () => {
  it('counts required answers at the own pace, and evidence apart', () => {
    expect(minutesLeft({ sections: [section] })).toBe(8 * 2 + 2 * 5);
    expect(minutesLeft({ sections: [section] }, 0.5)).toBe(8 * 0.5 + 2 * 5);
    expect(minutesLeft({ sections: [{ ...section, requiredAnswered: 10, evidenceAttached: 3 }] }, 4)).toBe(0);
  });
});
