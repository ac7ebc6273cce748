import { describe, expect, test } from 'vitest';
import { isApiPath, isOpenToAll, isPublicPath, readAddress } from '~/app/server/address';

describe('readAddress', () => {
  test.each([
    ['/', '/', ''],
    ['/products?q=sag%20og', '/products', '?q=sag%20og'],
    ['/products/caf%C3%A9', '/products/caf%C3%A9', ''],
    ['/products?a=1#b', '/products', '?a=1'],
  ])('takes %s', (target, path, search) => {
    expect(readAddress(target)).toEqual({ kind: 'fine', path, search });
  });

  test.each([
    ['/products/', '/products'],
    ['/%73ign-in', '/sign-in'],
    ['/en/%53ign-in', '/en/Sign-in'],
    ['/products/../sign-in', '/sign-in'],
    ['/products/%2e%2e/sign-in', '/sign-in'],
    ['/products/%2E./sign-in/', '/sign-in'],
    ['/..', '/'],
    ['/products/./a%2Db', '/products/a-b'],
    ['/a/..//evil.example', '/evil.example'],
    ['/products/?q=1', '/products?q=1'],
    ['//evil.example', '/evil.example'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/en//products', '/en/products'],
  ])('moves %s to %s, on this site', (target, to) => {
    expect(readAddress(target)).toEqual({ kind: 'moved', to });
  });

  test.each(['', '*', 'http://evil.example/', '/%E0%A4%A', '/%', '/a%00', '/a?b=%00', '/products?_data=root'])(
    'refuses %s',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'malformed' });
    },
  );
});

test.each([
  ['/', true],
  ['/products/supplier', true],
  ['/suppliers', true],
  ['/reviewers', true],
  ['/supplier', false],
  ['/en/supplier/products', false],
  ['/supplier.data', false],
  ['/review/cases/1', false],
  ['/en/sign-in', false],
  ['/sign-out', false],
  ['/admin', false],
])('%s is public: %s', (path, expected) => {
  expect(isPublicPath(path)).toBe(expected);
});

test('the API is told from pages', () => {
  expect(isApiPath('/api/v1/products')).toBe(true);
  expect(isApiPath('/apiary')).toBe(false);
});

test.each([
  '/products',
  '/products/a/badges',
  '/sign-in',
  '/api/v1/supplier/products',
  '/supplier/feed/a',
  '/en/oembed',
])('%s is not for pages of other sites', (path) => expect(isOpenToAll(path)).toBe(false));
