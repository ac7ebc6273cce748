import { describe, expect, it } from 'vitest';
import { limitsOutOfBounds, readPortalLimits } from '~/workflows/portal-limits';

const right = { leaseHours: '1', highImpactFrom: '98', reviewDays: '200', escalateDays: '5', expiredDays: '0' };
const wrongIn = (typed: Record<string, string>) => limitsOutOfBounds(readPortalLimits(typed));

describe('the coordinator’s limits', () => {
  it('hold at both ends', () => {
    expect(wrongIn(right)).toEqual([]);
    expect(wrongIn({ ...right, leaseHours: '0', highImpactFrom: '99', reviewDays: '201', expiredDays: '-1' })).toEqual([
      'leaseHours',
      'highImpactFrom',
      'reviewDays',
      'expiredDays',
    ]);
  });

  it.each(['', ' ', 'tredive', '2.5', '1e9', 'Infinity'])('%o is none', (expiredDays) => {
    expect(wrongIn({ ...right, expiredDays })).toEqual(['expiredDays']);
  });

  it('one that is not sent is not nought', () => {
    const { expiredDays: _, ...others } = right;
    expect(wrongIn(others)).toEqual(['expiredDays']);
  });
});
