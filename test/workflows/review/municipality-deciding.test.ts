import { expect, test } from 'vitest';
import { canDecide, decidingOf } from '~/workflows/review/municipality-deciding';

test.each([
  [{ reviewers: 0, leads: 0, leadsThere: 0 }, 'nobody', false],
  [{ reviewers: 3, leads: 0, leadsThere: 0 }, 'no-lead', false],
  [{ reviewers: 3, leads: 2, leadsThere: 0 }, 'leads-away', false],
  [{ reviewers: 0, leads: 2, leadsThere: 1 }, 'with-others', true],
  [{ reviewers: 0, leads: 2, leadsThere: 2 }, 'alone', true],
] as const)('%o: %s', (there, state, can) => {
  expect(decidingOf(there)).toBe(state);
  expect(canDecide(state)).toBe(can);
});
