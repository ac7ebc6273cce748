import { describe, expect, test } from 'vitest';
import { fictionalCvr, passesModulus11 } from '~/app/demo/fictional-cvr';
import { market } from '~/app/demo/market';

describe('modulus 11', () => {
  test.each(['64942212', '29189420', '55133018'])('holds for the CVR number of a municipality: %s', (cvr) => {
    expect(passesModulus11(cvr)).toBe(true);
  });
  test('does not hold when a digit is another', () => {
    expect(passesModulus11('64942213')).toBe(false);
  });
});

describe('fictional CVR numbers', () => {
  test('can belong to nobody, whatever the name', () => {
    for (let index = 0; index < 2_000; index += 1) {
      const cvr = fictionalCvr(`Firma ${index}`);
      expect(cvr).toMatch(/^[1-9]\d{7}$/);
      expect(passesModulus11(cvr)).toBe(false);
    }
  });
  test('of the demo are each their own', () => {
    const numbers = market.map(({ name }) => fictionalCvr(name));
    expect(new Set(numbers).size).toBe(market.length);
  });
});
