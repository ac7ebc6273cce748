import { describe, expect, it } from 'vitest';
import { deltaOf, type EarlierVerdict } from '~/workflows/case/delta';

const answers = [
  { key: 'a', sectionId: 'first', answerHash: 'hash-a' },
  { key: 'b', sectionId: 'first', answerHash: 'hash-b' },
  { key: 'c', sectionId: 'second', answerHash: 'hash-c' },
];

function verdict(questionKey: string, kind: EarlierVerdict['kind'], more: Partial<EarlierVerdict> = {}) {
  return {
    id: `${questionKey}-${kind}`,
    questionKey,
    answerHash: `hash-${questionKey}`,
    kind,
    givenAt: new Date('2026-01-01T00:00:00Z'),
    ...more,
  };
}

describe('delta review', () => {
  it('opens everything of a first submission', () => {
    const delta = deltaOf(answers, []);
    expect(delta.moved).toEqual(['a', 'b', 'c']);
    expect(delta.sections).toEqual(['first', 'second']);
    expect(delta.carriedSections).toEqual([]);
    expect(delta.carried.size).toBe(0);
  });

  it('carries approvals of the same hash over, and opens the rest', () => {
    const delta = deltaOf(answers, [
      verdict('a', 'accepted'),
      verdict('b', 'accepted', { answerHash: 'older' }),
      verdict('c', 'accepted-with-remark'),
    ]);
    expect([...delta.carried]).toEqual([
      ['a', 'a-accepted'],
      ['c', 'c-accepted-with-remark'],
    ]);
    expect(delta.moved).toEqual(['b']);
    expect(delta.carriedSections).toEqual(['second']);
  });

  it('never carries a verdict that asks for more or refuses, nor one of another question', () => {
    const delta = deltaOf(answers, [
      verdict('a', 'needs-elaboration'),
      verdict('b', 'rejected'),
      verdict('x', 'accepted', { answerHash: 'hash-c' }),
    ]);
    expect(delta.moved).toEqual(['a', 'b', 'c']);
  });

  it('lets the latest verdict on a hash count', () => {
    const later = { givenAt: new Date('2026-02-01T00:00:00Z') };
    const doubted = deltaOf(answers, [verdict('a', 'rejected', later), verdict('a', 'accepted')]);
    expect(doubted.moved).toContain('a');
    const restored = deltaOf(answers, [verdict('a', 'rejected'), verdict('a', 'accepted', later)]);
    expect(restored.moved).not.toContain('a');
  });
});
