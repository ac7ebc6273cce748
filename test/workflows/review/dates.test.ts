import { describe, expect, it } from 'vitest';
import { daysBetween, deadlineState, warningsOf } from '~/workflows/review/dates';

describe('warningsOf', () => {
  const today = '2026-11-24';

  it.each([
    ['2025-11-24', null, []],
    ['2025-11-23', null, ['old']],
    ['2026-11-24', '2026-11-24', []],
    ['2026-01-01', '2026-11-23', ['expired']],
    ['2024-01-01', '2025-01-01', ['expired', 'old']],
    ['2026-11-25', null, ['from-the-future']],
  ] as const)('seen %s, valid to %s', (observedOn, validTo, expected) => {
    expect(warningsOf({ observedOn, validTo }, today)).toEqual(expected);
  });

  it('knows the day before a leap day', () => {
    expect(warningsOf({ observedOn: '2027-02-28', validTo: null }, '2028-02-29')).toEqual([]);
    expect(warningsOf({ observedOn: '2027-02-27', validTo: null }, '2028-02-29')).toEqual(['old']);
  });
});

describe('daysBetween and deadlineState', () => {
  it('count days', () => {
    expect(daysBetween('2026-11-20', '2026-11-24')).toBe(4);
    expect(daysBetween('2026-11-24', '2026-11-20')).toBe(0);
    expect(deadlineState('2026-12-01', '2026-11-24')).toBe('near');
    expect(deadlineState('2026-12-02', '2026-11-24')).toBeNull();
    expect(deadlineState('2026-11-23', '2026-11-24')).toBe('passed');
  });
});
