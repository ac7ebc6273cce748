import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords } from '~/workflows/review/word-diff';

const only = (parts: readonly DiffPart[], ...kinds: readonly DiffPart['kind'][]): string =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

describe('diffWords', () => {
  it('finds the words that changed and leaves the rest alone', () => {
    expect(diffWords('Vi bruger SF1500 i drift', 'Vi bruger SF1510 i drift')).toEqual([
      { kind: 'same', text: 'Vi bruger ' },
      { kind: 'removed', text: 'SF1500 ' },
      { kind: 'added', text: 'SF1510 ' },
      { kind: 'same', text: 'i drift' },
    ]);
  });

  it.each([
    ['', ''],
    ['', 'nyt'],
    ['gammelt', ''],
    ['  ', 'a'],
    ['a b c d e', 'b c x e f'],
    ['a a a b', 'a b a a'],
    ['linje et\nlinje to', 'linje et\n\nlinje tre'],
    ['samme', 'samme'],
  ])('keeps all of both texts: %j to %j', (before, after) => {
    const parts = diffWords(before, after);
    expect(only(parts, 'same', 'removed')).toBe(before);
    expect(only(parts, 'same', 'added')).toBe(after);
    for (const [index, part] of parts.entries()) expect(part.kind).not.toBe(parts[index + 1]?.kind);
  });

  it('says nothing changed of equal texts', () => {
    expect(diffWords('en to tre', 'en to tre')).toEqual([{ kind: 'same', text: 'en to tre' }]);
  });

  it('compares very long texts as wholes in between, and still loses nothing', () => {
    const before = Array.from({ length: 4_000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 4_000 }, (_, index) => `b${index}`).join(' ');
    const parts = diffWords(`start ${before} slut`, `start ${after} slut`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(only(parts, 'same', 'added')).toBe(`start ${after} slut`);
  });
});
