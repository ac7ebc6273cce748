import { describe, expect, it } from 'vitest';
import { decideScope, type PresentScope } from '~/workflows/questionnaire/scope-choice';

const entry = (id: string) => [id, { id, groupId: 'g', status: 'in_operation', versions: [] }] as const;
const catalogue = new Map([entry('P'), entry('Q'), entry('D')]);
const present: PresentScope[] = [
  { interfaceId: 'P', isProposed: true, isIncluded: true, reason: null, isDemanded: false },
  { interfaceId: 'D', isProposed: false, isIncluded: true, reason: null, isDemanded: true },
];
const choose = (interfaceId: string, isIncluded: boolean, reason = '') => ({ interfaceId, isIncluded, reason });
const problemsOf = (...choices: ReturnType<typeof choose>[]) => {
  const decided = decideScope(present, choices, catalogue);
  return decided.ok ? null : Object.fromEntries(decided.problems);
};

describe('the choice of interfaces', () => {
  it('needs a reason to take a proposed one out, and to add another', () => {
    expect(problemsOf(choose('P', false, ' '), choose('Q', true))).toEqual({
      P: 'reason-to-remove',
      Q: 'reason-to-add',
    });
    expect(problemsOf(choose('P', false, 'Ingen borgere.'), choose('Q', true, 'Bruges af to kunder.'))).toBeNull();
  });

  it('never lets go of what a reviewer demanded', () => {
    expect(problemsOf(choose('D', false, 'Vi vil ikke.'))).toEqual({ D: 'demanded' });
    expect(problemsOf(choose('D', true))).toBeNull();
  });

  it('adds nothing that the catalogue does not have', () => {
    expect(problemsOf(choose('X', true, 'Fordi.'))).toEqual({ X: 'unknown-interface' });
    expect(problemsOf(choose('X', false))).toBeNull();
  });

  it('refuses reasons that are too long', () => {
    expect(problemsOf(choose('P', false, 'x'.repeat(1_001)))).toEqual({ P: 'too-long' });
  });

  it('tells what changes, and forgets a reason that is no longer one', () => {
    const before = [{ interfaceId: 'P', isProposed: true, isIncluded: false, reason: 'Nej.', isDemanded: false }];
    expect(decideScope(before, [choose('P', true, 'Nej.')], catalogue)).toEqual({
      ok: true,
      changes: [
        {
          interfaceId: 'P',
          isProposed: true,
          from: { isIncluded: false, reason: 'Nej.' },
          to: { isIncluded: true, reason: null },
        },
      ],
    });
    expect(decideScope(present, [choose('P', true), choose('Q', false)], catalogue)).toEqual({ ok: true, changes: [] });
  });
});
