import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementByQuestion, agreementOf, isDrawn } from '~/workflows/calibration';
import { leastPairs } from '~/workflows/calibration-task';
import { type VerdictKind, verdictKinds } from '~/workflows/words';

const times = (count: number, first: VerdictKind, second: VerdictKind) =>
  Array.from({ length: count }, () => ({ first, second }));

describe('agreement', () => {
  test('nobody compared: nothing to say', () => {
    expect(agreementOf([])).toBeUndefined();
  });

  test('the example of Cohen’s kappa with 50 pairs: 0.4', () => {
    const pairs = [
      ...times(20, 'accepted', 'accepted'),
      ...times(5, 'accepted', 'rejected'),
      ...times(10, 'rejected', 'accepted'),
      ...times(15, 'rejected', 'rejected'),
    ];
    const found = agreementOf(pairs);
    expect(found).toMatchObject({ pairs: 50, agreed: 35, share: 0.7 });
    expect(found?.kappa).toBeCloseTo(0.4, 10);
  });

  test('both always accept: full agreement, and chance explains it', () => {
    expect(agreementOf(times(9, 'accepted', 'accepted'))).toEqual({ pairs: 9, agreed: 9, share: 1, kappa: null });
  });

  test('kappa is never more than the share, and the same from either side', () => {
    const kind = fc.constantFrom(...verdictKinds);
    const some = fc.array(fc.record({ first: kind, second: kind }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (pairs) => {
        const one = agreementOf(pairs);
        const other = agreementOf(pairs.map(({ first, second }) => ({ first: second, second: first })));
        expect(other?.share).toBe(one?.share);
        if (one && typeof one.kappa === 'number') {
          expect(one.kappa).toBeLessThanOrEqual(one.share + 1e-12);
          expect(other?.kappa).toBeCloseTo(one.kappa, 10);
        }
      }),
    );
  });
});

test('by question over all interfaces: low ones first, and only with enough pairs', () => {
  const of = (questionKey: string, count: number, second: VerdictKind) =>
    times(count, 'accepted', second).map((pair) => ({ ...pair, questionKey }));
  const pairs = [
    ...of('clear@SF1500', leastPairs, 'accepted'),
    ...of('unclear@SF1500', 3, 'rejected'),
    ...of('unclear@SF1470', leastPairs - 3, 'rejected'),
    ...of('few', leastPairs - 1, 'rejected'),
  ];
  expect(agreementByQuestion(pairs, 70).map(({ questionId, isLow }) => [questionId, isLow])).toEqual([
    ['unclear', true],
    ['few', false],
    ['clear', false],
  ]);
});

describe('the draw', () => {
  const sections = Array.from({ length: 2_000 }, (_, index) => ({
    submissionId: `s${index}`,
    sectionId: 'organisation',
  }));
  const drawn = (share: number) => sections.filter((section) => isDrawn(section, share));

  test('takes none, all, and about the share; a larger share keeps what a smaller one took', () => {
    expect(drawn(0)).toEqual([]);
    expect(drawn(100)).toEqual(sections);
    expect(drawn(10).length).toBeGreaterThan(140);
    expect(drawn(10).length).toBeLessThan(260);
    expect(drawn(20)).toEqual(expect.arrayContaining(drawn(10)));
  });
});
