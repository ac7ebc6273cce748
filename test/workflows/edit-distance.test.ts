import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '~/workflows/edit-distance';

it.each([
  ['organisation', 'organisation', 0],
  ['organisaton', 'organisation', 1],
  ['ogranisation', 'organisation', 1],
  ['orgaisatoin', 'organisation', 2],
  ['', 'ab', 2],
  ['abcdef', 'uvwxyz', 3],
  ['ab', 'abcdef', 3],
])('from %j to %j are %i letters, of which more than two are as many as three', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(distance);
  expect(editDistance(other, one, 2)).toBe(distance);
});

it('is what trying every change finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  const oneStep = (from: string): string[] => {
    const letters = ['a', 'b', 'c'];
    const places = Array.from({ length: from.length + 1 }, (_, at) => at);
    return places.flatMap((at) => [
      ...letters.map((letter) => from.slice(0, at) + letter + from.slice(at)),
      ...(at < from.length ? letters.map((letter) => from.slice(0, at) + letter + from.slice(at + 1)) : []),
      ...(at < from.length ? [from.slice(0, at) + from.slice(at + 1)] : []),
      ...(at + 1 < from.length ? [from.slice(0, at) + from[at + 1] + from[at] + from.slice(at + 2)] : []),
    ]);
  };
  fc.assert(
    fc.property(word, word, (one, other) => {
      const isOneStep = one !== other && oneStep(one).includes(other);
      expect(editDistance(one, other, 2) === 1).toBe(isOneStep);
      expect(editDistance(one, other, 2) === 0).toBe(one === other);
    }),
  );
});
