import { describe, expect, test } from 'vitest';
import { isForgeryFree } from '~/app/server/origin';

const production = { publicUrl: 'https://portal.example.dk', production: true };
const local = { publicUrl: 'http://localhost:3000', production: false };
const own = 'https://portal.example.dk';

describe('a request that changes something', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'UNKNOWN'])('by %s is refused from another origin', (method) => {
    expect(isForgeryFree(method, { origin: 'https://evil.example' }, production)).toBe(false);
    expect(isForgeryFree(method, { origin: own }, production)).toBe(true);
  });

  test.each(['null', '', 'https://portal.example.dk.evil.example', 'http://portal.example.dk', `${own}:444`])(
    'is refused with the origin "%s"',
    (origin) => {
      expect(isForgeryFree('POST', { origin, cookie: 'a=b' }, production)).toBe(false);
      expect(isForgeryFree('POST', { origin }, production)).toBe(false);
    },
  );

  test.each(['cross-site', 'same-site', 'nonsense'])('is refused from the site "%s" whatever its origin', (site) => {
    expect(isForgeryFree('POST', { origin: own, 'sec-fetch-site': site }, production)).toBe(false);
    expect(isForgeryFree('POST', { 'sec-fetch-site': site }, production)).toBe(false);
  });

  test('without an origin must be same-origin, or carry no cookie that it could misuse', () => {
    expect(isForgeryFree('POST', { cookie: 'a=b' }, production)).toBe(false);
    expect(isForgeryFree('POST', { cookie: 'a=b', 'sec-fetch-site': 'none' }, production)).toBe(false);
    expect(isForgeryFree('POST', { cookie: 'a=b', 'sec-fetch-site': 'same-origin' }, production)).toBe(true);
    expect(isForgeryFree('POST', {}, production)).toBe(true);
  });

  test('believes the Host header never in production', () => {
    expect(isForgeryFree('POST', { origin: 'http://10.0.0.1', host: '10.0.0.1' }, production)).toBe(false);
  });

  test.each([
    ['http://127.0.0.1:3000', '127.0.0.1:3000', true],
    ['http://[::1]:3000', '[::1]:3000', true],
    ['http://192.168.1.5:3000', '192.168.1.5:3000', true],
    ['http://localhost:3001', 'localhost:3001', true],
    ['http://rebound.example:3000', 'rebound.example:3000', false],
    ['http://127.0.0.1:9999', '127.0.0.1:3000', false],
  ])('on a developer’s machine from %s to %s: %s', (origin, host, expected) => {
    expect(isForgeryFree('POST', { origin, host }, local)).toBe(expected);
  });
});

test.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere', (method) => {
  expect(isForgeryFree(method, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, production)).toBe(
    true,
  );
});
