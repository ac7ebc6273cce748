import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast, graceDays, isKept, noRecord, type PlannedDate, recordsOf, weightOf } from '~/workflows/forecast';
import { addDays } from '~/workflows/working-days';

const today = '2026-11-24';
const day = fc.integer({ min: -800, max: 1500 }).map((count) => addDays(today, count));
const supplier = fc.constantFrom('alfa', 'beta', 'gamma');
const dates = fc.array(
  fc.record({ supplierSlug: supplier, plannedOn: day, readyOn: fc.option(day) }) satisfies fc.Arbitrary<PlannedDate>,
  { maxLength: 30 },
);
const plans = fc.array(fc.record({ supplierSlug: supplier, plannedOn: day }), { maxLength: 20 });
const later = fc.integer({ min: 1, max: 1800 }).map((count) => addDays(today, count));

describe('a planned date', () => {
  it.each<[string, string | null, boolean | null]>([
    ['2026-01-01', '2025-12-01', true],
    ['2026-01-01', addDays('2026-01-01', graceDays), true],
    ['2026-01-01', addDays('2026-01-01', graceDays + 1), false],
    ['2026-01-01', null, false],
    ['2026-11-01', null, null],
    ['2027-01-01', null, null],
    ['2027-01-01', '2026-11-01', true],
    // What is told of tomorrow is not known today.
    ['2027-01-01', '2026-11-25', null],
  ])('of %s, ready on %s: %s', (plannedOn, readyOn, kept) => {
    expect(isKept({ supplierSlug: 'a', plannedOn, readyOn }, today)).toBe(kept);
  });
});

describe('the weight', () => {
  it('is one half of whoever has no record, and comes near the share where there is much', () => {
    expect(weightOf(noRecord)).toBe(0.5);
    expect(weightOf({ kept: 3, known: 4 })).toBeCloseTo(4 / 6);
    expect(weightOf({ kept: 300, known: 400 })).toBeCloseTo(0.75, 2);
  });

  it('is never certain, and grows with each date kept', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (kept, missed) => {
        const weight = weightOf({ kept, known: kept + missed });
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(1);
        expect(weightOf({ kept: kept + 1, known: kept + missed + 1 })).toBeGreaterThan(weight);
        expect(weightOf({ kept, known: kept + missed + 1 })).toBeLessThan(weight);
      }),
    );
  });
});

describe('records', () => {
  it('count each date that is known once, whatever the order', () => {
    fc.assert(
      fc.property(dates, (given) => {
        const records = recordsOf(given, today);
        const known = given.filter((date) => isKept(date, today) !== null);
        expect([...records.values()].reduce((sum, record) => sum + record.known, 0)).toBe(known.length);
        for (const { kept, known: all } of records.values()) expect(kept).toBeLessThanOrEqual(all);
        expect(new Map([...recordsOf([...given].reverse(), today)].sort())).toEqual(new Map([...records].sort()));
      }),
    );
  });
});

describe('a forecast', () => {
  it('lies between what is ready and all that is planned, and never falls with a later day', () => {
    fc.assert(
      fc.property(fc.nat(50), plans, dates, later, fc.nat(400), (ready, planned, given, on, more) => {
        const facts = { ready, plans: planned, records: recordsOf(given, today) };
        const found = forecast(facts, { day: on, today });
        expect(found.expected).toBeGreaterThanOrEqual(ready);
        expect(found.expected).toBeLessThanOrEqual(ready + found.planned);
        expect(found.expected).toBeCloseTo(
          ready + found.plans.reduce((sum, { state, weight }) => sum + (state === 'due' ? weight : 0), 0),
        );
        const after = forecast(facts, { day: addDays(on, more), today });
        expect(after.expected).toBeGreaterThanOrEqual(found.expected - 1e-9);
      }),
    );
  });

  it('gives a date that has passed no weight', () => {
    const facts = { ready: 2, plans: [{ supplierSlug: 'alfa', plannedOn: '2026-11-23' }], records: new Map() };
    const found = forecast(facts, { day: '2027-01-01', today });
    expect(found).toMatchObject({ expected: 2, planned: 0, plans: [{ state: 'overdue' }] });
  });
});
