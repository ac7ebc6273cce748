import { describe, expect, it } from 'vitest';
import { turnOf } from '~/workflows/review/turn';
import { caseStates } from '~/workflows/words';

describe('turnOf', () => {
  it('gives each open state to somebody and each ended one to nobody', () => {
    const turns = Object.fromEntries(caseStates.map((state) => [state, turnOf(state, null)]));
    expect(turns).toMatchObject({
      draft: 'supplier',
      screening: 'coordinator',
      review: 'reviewers',
      'changes-requested': 'supplier',
      decision: 'lead',
      appealed: 'appeal-lead',
      approved: 'nobody',
      withdrawn: 'nobody',
    });
    expect(turnOf('decision', 'second-pair-of-eyes')).toBe('second-lead');
  });
});
