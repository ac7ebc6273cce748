import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '~/workflows/slug';

describe('slugs', () => {
  it.each([
    ['KMD Nova', 'kmd-nova'],
    ['Ældreomsorg på Ærø & Øerne', 'aeldreomsorg-paa-aeroe-og-oeerne'],
    ['  Crème Brûlée 2.0! ', 'creme-brulee-2-0'],
    ['文書', 'x'],
  ])('%s becomes %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('are always part of an address, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it('take the first free number', () => {
    expect(freeSlug('a', new Set())).toBe('a');
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
  });
});
