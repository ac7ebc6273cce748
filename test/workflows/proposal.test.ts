import { describe, expect, it } from 'vitest';
import { type ComparableAnswer, relateProposal } from '~/workflows/proposal';

const says = (value: ComparableAnswer['value'], justification: string | null = null) => ({ value, justification });

describe('how a proposal stands to what is there', () => {
  it.each([
    ['nothing is answered', undefined, undefined, says('4.1'), 'proposed'],
    ['the answer was taken back', says(null), undefined, says('4.1'), 'proposed'],
    ['the draft says something else', says('4.0'), undefined, says('4.1'), 'overrides'],
    ['only the reason differs', says('yes', 'Fordi'), undefined, says('yes', 'Derfor'), 'overrides'],
    ['it would take an answer away', says('4.0'), undefined, says(null), 'overrides'],
    ['something else is approved', says('4.0'), says('4.0'), says('4.1'), 'disagrees'],
    ['something else is approved, and the draft is empty', undefined, says('4.0'), says('4.1'), 'disagrees'],
    ['it goes back to what is approved', says('4.1'), says('4.0'), says('4.0'), 'overrides'],
    ['the draft says it already', says('4.1'), says('4.0'), says('4.1'), 'same'],
    ['nothing is there and nothing is proposed', undefined, undefined, says(null), 'same'],
  ] as const)('%s', (_, present, published, proposed, relation) => {
    expect(relateProposal(present, published, proposed)).toBe(relation);
  });

  it('compares rows whatever the order of their columns', () => {
    expect(relateProposal(says([{ a: '1', b: '2' }]), undefined, says([{ b: '2', a: '1' }]))).toBe('same');
  });
});
