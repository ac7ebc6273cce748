import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords } from '~/workflows/diff';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(diffWords('Vi understøtter version 5.0 i dag.', 'Vi understøtter version 6.0 i dag.')).toEqual([
      { kind: 'same', text: 'Vi understøtter version' },
      { kind: 'removed', text: ' 5.0' },
      { kind: 'added', text: ' 6.0' },
      { kind: 'same', text: ' i dag.' },
    ]);
  });

  it('is nothing between equal texts, and everything where one is empty', () => {
    expect(diffWords('ens', 'ens')).toEqual([{ kind: 'same', text: 'ens' }]);
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('', 'nyt svar')).toEqual([{ kind: 'added', text: 'nyt svar' }]);
    expect(diffWords('gammelt svar', '')).toEqual([{ kind: 'removed', text: 'gammelt svar' }]);
  });

  it('gives both texts back, whatever they are', () => {
    const word = fc.constantFrom('a', 'b', 'ø', '5.0', ' ', '\n', '  ', 'b.');
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(without(parts, 'added')).toBe(before);
        expect(without(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('does not compare texts too long to be read as a difference', () => {
    const long = Array.from({ length: 5_000 }, (_, index) => `a${index}`).join(' ');
    const other = Array.from({ length: 5_000 }, (_, index) => `b${index}`).join(' ');
    expect(diffWords(long, other).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
