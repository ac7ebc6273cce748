import { describe, expect, it } from 'vitest';
import { matchProfile, type Requirement } from '~/workflows/profile';
import { forecastProfile } from '~/workflows/profile-forecast';
import type { SupportLevel } from '~/workflows/words';

const need = (interfaceId: string, change: Partial<Requirement> = {}): Requirement => ({
  ...{ interfaceId, level: 'ready', importance: 'must', rung: '', label: '' },
  ...change,
});
const product = (slug: string, support: Record<string, SupportLevel | string>) => ({
  slug,
  name: slug,
  supplierSlug: `${slug}-aps`,
  support: new Map(
    Object.entries(support).map(([id, value]) => {
      const isDay = /^\d/.test(value);
      const level = isDay ? 'planned' : (value as SupportLevel);
      return [id, { level, rung: 'claimed' as const, version: null, plannedOn: isDay ? value : null }];
    }),
  ),
});
const forecastOf = (requirements: Requirement[], products: ReturnType<typeof product>[]) =>
  forecastProfile(requirements, matchProfile(requirements, products).matches, {
    records: new Map([['b-aps', { kept: 3, known: 4 }]]),
    day: '2027-06-01',
    today: '2026-12-01',
  });

describe('what to expect of a profile', () => {
  it('is what fits today, and each product whose planned dates close its gaps, with the weights multiplied', () => {
    const { fitting, coming, expected } = forecastOf(
      [need('A'), need('B'), need('C', { importance: 'should' })],
      [
        product('a', { A: 'ready', B: 'in_production' }),
        product('b', { A: '2027-03-01', B: '2027-06-01' }),
        product('c', { A: 'ready', B: '2027-01-01' }),
      ],
    );
    expect(fitting).toBe(1);
    // b kept three of four: (3 + 1) / (4 + 2) for each of two dates; c has no record.
    expect(coming.map(({ product: { slug } }) => slug)).toEqual(['c', 'b']);
    expect(coming.map(({ weight }) => weight)).toEqual([0.5, expect.closeTo((4 / 6) ** 2)]);
    expect(expected).toBeCloseTo(1 + 0.5 + (4 / 6) ** 2);
    expect(coming[1]?.due.map(({ index, plannedOn }) => [index, plannedOn])).toEqual([
      [0, '2027-03-01'],
      [1, '2027-06-01'],
    ]);
  });

  it.each([
    ['a date that is later', [need('A')], { A: '2027-06-02' }],
    ['a date that has passed', [need('A')], { A: '2026-11-30' }],
    ['another gap', [need('A'), need('B')], { A: '2027-01-01' }],
    ['a requirement of production', [need('A', { level: 'in_production' })], { A: '2027-01-01' }],
    ['a requirement of proof', [need('A', { rung: 'reviewed' })], { A: '2027-01-01' }],
  ] as const)('counts nothing for %s', (_, requirements, support) => {
    expect(forecastOf([...requirements], [product('a', support)])).toMatchObject({ coming: [], expected: 0 });
  });
});
