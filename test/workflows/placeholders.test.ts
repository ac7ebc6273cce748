import { expect, it } from 'vitest';
import { checkPlaceholders, fitsPlaceholders, placeholdersOf } from '~/workflows/placeholders';

it('finds each placeholder once, in its order', () => {
  expect(placeholdersOf('{product} hos {supplier}: {product}')).toEqual(['product', 'supplier']);
  expect(placeholdersOf('Ingen')).toEqual([]);
});

it.each([
  ['the same in another order', '{supplier} har {product} og {product}', [], []],
  ['one too many', '{product} {supplier} {cvr}', ['{cvr}'], []],
  ['one too few', '{product}', [], ['{supplier}']],
  ['a misspelt one', '{Product} {supplier}', ['{Product}'], ['{product}']],
  ['one that is not closed', '{product {supplier}', ['{'], ['{product}']],
  ['stray braces', '{product} {supplier} } {} { x }', ['}', '{'], []],
])('%s', (_, text, unknown, missing) => {
  const found = checkPlaceholders('{product} fra {supplier}', text);
  expect(found).toEqual({ unknown: expect.arrayContaining(unknown), missing });
  expect(found.unknown).toHaveLength(unknown.length);
  expect(fitsPlaceholders('{product} fra {supplier}', text)).toBe(unknown.length + missing.length === 0);
});
