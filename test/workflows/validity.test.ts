import { expect, it } from 'vitest';
import { addMonths, earliestEnd, expiresAt, expiresSoonAt } from '~/workflows/validity';

it('adds months by the calendar, to the last day where a month is too short', () => {
  expect(addMonths('2026-11-24', 12)).toBe('2027-11-24');
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
});

it('a publication ends with the day in Copenhagen, in summer and in winter time', () => {
  expect(expiresAt(new Date('2026-11-24T12:00:00Z')).toISOString()).toBe('2027-11-24T22:59:59.000Z');
  expect(expiresAt(new Date('2026-07-01T12:00:00Z')).toISOString()).toBe('2027-07-01T21:59:59.000Z');
  // Half past midnight in Copenhagen is the day before in UTC.
  expect(expiresAt(new Date('2026-06-30T22:30:00Z')).toISOString()).toBe('2027-07-01T21:59:59.000Z');
});

it('the notice comes thirty days before, across both changes of the clock', () => {
  // Summer time ends on 31 October 2027 and begins on 28 March 2027.
  expect(expiresSoonAt(new Date('2026-11-20T12:00:00Z')).toISOString()).toBe('2027-10-21T21:59:59.000Z');
  expect(expiresAt(new Date('2026-11-20T12:00:00Z')).toISOString()).toBe('2027-11-20T22:59:59.000Z');
  expect(expiresSoonAt(new Date('2026-04-10T12:00:00Z')).toISOString()).toBe('2027-03-11T22:59:59.000Z');
  expect(expiresAt(new Date('2026-04-10T12:00:00Z')).toISOString()).toBe('2027-04-10T21:59:59.000Z');
});

it('the coarse limit never hides a publication that is due', () => {
  for (let day = 0; day < 1_500; day += 1) {
    const publishedAt = new Date(Date.parse('2026-01-01T23:30:00Z') + day * 86_400_000);
    expect(publishedAt.getTime()).toBeLessThanOrEqual(earliestEnd(expiresSoonAt(publishedAt)).getTime());
  }
});
