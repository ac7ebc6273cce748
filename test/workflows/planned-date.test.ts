import { describe, expect, it } from 'vitest';
import { isPastPlan } from '~/workflows/planned-date';
import { sectionStateOf } from '~/workflows/section-state';

describe('a planned date', () => {
  it.each([
    ['if-planned-date', '2026-11-23', true],
    ['if-planned-date', '2026-11-24', false],
    ['if-planned-date', '2027-01-01', false],
    ['if-planned-date', null, false],
    ['if-since', '2020-01-01', false],
  ])('of %s, %s: has passed %s', (id, value, past) => expect(isPastPlan(id, value, '2026-11-24')).toBe(past));
});

describe('the state of a section', () => {
  const missing = [{ key: 'a', sectionId: 's', problem: 'required' as const }];

  it('is in a word', () => {
    expect(sectionStateOf(undefined)).toBe('not-asked');
    expect(sectionStateOf({ answered: 0, missing })).toBe('not-started');
    expect(sectionStateOf({ answered: 1, missing })).toBe('in-progress');
    expect(sectionStateOf({ answered: 1, missing: [] })).toBe('done');
    expect(sectionStateOf({ answered: 1, missing: [] }, 2)).toBe('to-change');
  });
});
