import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RungFacts, rungOf } from '~/workflows/rung';
import { rungs } from '~/workflows/words';

const today = '2026-06-15';
const proof = (validTo: string | null) => ({ observedOn: '2026-01-01', validTo });

test.each<[string, RungFacts, string]>([
  ['no evidence', { evidence: [], isReviewed: true }, 'claimed'],
  ['evidence that has run out', { evidence: [proof('2026-06-14')], isReviewed: true }, 'claimed'],
  ['evidence on its last day', { evidence: [proof(today)], isReviewed: false }, 'documented'],
  ['reviewed', { evidence: [proof(null)], isReviewed: true }, 'reviewed'],
  ['one of two has run out', { evidence: [proof('2020-01-01'), proof(null)], isReviewed: true }, 'reviewed'],
  ['checked', { evidence: [proof(null)], isReviewed: true, checksValidTo: [today] }, 'checked'],
  [
    'a check that has run out',
    { evidence: [proof(null)], isReviewed: true, checksValidTo: ['2026-06-14'] },
    'reviewed',
  ],
  ['in use', { evidence: [proof(null)], isReviewed: true, attestationsValidTo: ['2027-01-01'] }, 'in-use'],
  [
    'in use and checked, not reviewed',
    { evidence: [proof(null)], isReviewed: false, checksValidTo: [today], attestationsValidTo: [today] },
    'documented',
  ],
])('%s', (_, facts, rung) => {
  expect(rungOf(facts, today)).toBe(rung);
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.array(day, { maxLength: 4 });
const facts = fc.record({
  evidence: fc.array(fc.record({ observedOn: day, validTo: fc.option(day) }), { maxLength: 4 }),
  isReviewed: fc.boolean(),
  checksValidTo: days,
  attestationsValidTo: days,
});

test('as time goes by, with nothing new, it only ever falls', () => {
  fc.assert(
    fc.property(facts, day, day, (given, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      expect(rungs.indexOf(rungOf(given, late))).toBeLessThanOrEqual(rungs.indexOf(rungOf(given, early)));
    }),
  );
});
