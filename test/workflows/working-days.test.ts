import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  copenhagenDay,
  dueAfter,
  easterSunday,
  endOfDay,
  isWorkingDay,
  publicHolidays,
} from '~/workflows/working-days';

describe('Easter', () => {
  // From the almanac of the University of Copenhagen.
  it.each([
    [2019, '2019-04-21'],
    [2020, '2020-04-12'],
    [2021, '2021-04-04'],
    [2022, '2022-04-17'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    // The earliest and the latest day there is.
    [1818, '1818-03-22'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, day) => expect(easterSunday(year)).toBe(day));
});

describe('public holidays', () => {
  it('of 2026', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('had Store Bededag until 2023', () => {
    expect(publicHolidays(2023)).toContain('2023-05-05');
    expect(isWorkingDay('2023-05-05')).toBe(false);
    expect(publicHolidays(2024)).not.toContain('2024-04-26');
    expect(isWorkingDay('2024-04-26')).toBe(true);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-24', true, 'a Tuesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-06-05', false, 'Constitution Day'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-31', false, "New Year's Eve"],
    ['2026-12-30', true, 'the day before it'],
    ['2026-04-02', false, 'Maundy Thursday'],
  ])('%s: %s (%s)', (day, expected) => expect(isWorkingDay(day)).toBe(expected));

  it('are counted over weekends and Christmas', () => {
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-23', 4)).toBe('2027-01-04');
    expect(addWorkingDays('2026-12-24', 0)).toBe('2026-12-24');
  });

  it('count other closed days when told so', () => {
    expect(addWorkingDays('2026-06-04', 1)).toBe('2026-06-08');
    expect(addWorkingDays('2026-06-04', 1, [])).toBe('2026-06-05');
  });
});

describe('the clock in Copenhagen', () => {
  it('has its own midnight', () => {
    expect(copenhagenDay(new Date('2026-11-24T22:59:59Z'))).toBe('2026-11-24');
    expect(copenhagenDay(new Date('2026-11-24T23:00:00Z'))).toBe('2026-11-25');
    expect(copenhagenDay(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  });

  it.each([
    ['2026-11-24', '2026-11-24T22:59:59.000Z'],
    ['2026-07-01', '2026-07-01T21:59:59.000Z'],
    // The days on which the clock changes.
    ['2026-03-29', '2026-03-29T21:59:59.000Z'],
    ['2026-10-25', '2026-10-25T22:59:59.000Z'],
  ])('ends %s at %s', (day, moment) => expect(endOfDay(day).toISOString()).toBe(moment));

  it('lets a deadline run to the end of its last day', () => {
    const due = dueAfter(new Date('2026-11-24T23:30:00Z'), 5);
    expect(due.toISOString()).toBe('2026-12-02T22:59:59.000Z');
  });
});
