import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '~/workflows/canonical';
import { canonicalJson } from '~/workflows/canonical-json';

test('the example of RFC 8785, section 3.2.2 and 3.2.3', () => {
  const example = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
  const example = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  const order = [...canonicalJson(example).matchAll(/:"([^"]*)"/g)].map(([, name]) => name);
  expect(order).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [9.999999999999997e22, '9.999999999999997e+22'],
  [1e23, '1e+23'],
  [333333333.3333332, '333333333.3333332'],
  [0.000001, '0.000001'],
])('the number %d, from RFC 8785, appendix B', (number, expected) => {
  expect(canonicalJson(number)).toBe(expected);
});

test.each([
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['half a surrogate pair', '\ud83d'],
  ['half a surrogate pair as a key', { '\ude00': 1 }],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['a map, which would read as an empty object', new Map([['a', 1]])],
  ['a set', new Set([1])],
  ['a symbol', Symbol('a')],
])('refuses %s', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson({ inside: [value] })).toThrow(TypeError);
});

test('leaves out what is undefined, keeps places in lists, and writes moments as ISO texts', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, 1], c: new Date(0) })).toBe(
    '{"a":[null,1],"c":"1970-01-01T00:00:00.000Z"}',
  );
});

const json = fc.jsonValue({ stringUnit: 'grapheme' });

test('means the same as the value, and the order of keys never changes it', () => {
  fc.assert(
    fc.property(json, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const text = canonicalJson(plain);
      expect(JSON.parse(text)).toEqual(plain);
      expect(canonicalJson(reversed(plain))).toBe(text);
      expect(hashOf(reversed(plain))).toBe(hashOf(plain));
    }),
  );
});

test('a hash is SHA-256 in lower case hexadecimal', () => {
  expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
