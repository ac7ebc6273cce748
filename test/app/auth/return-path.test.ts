import { describe, expect, test } from 'vitest';
import { safeReturnPath, signInAddress, startPage } from '~/app/auth/return-path';
import type { Actor } from '~/workflows/actor';

describe('safeReturnPath', () => {
  test.each(['/', '/supplier', '/en/review/cases/1?tab=log', '/products?q=a&q=b'])('takes %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  test.each([
    null,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'supplier',
    '/./\\evil.example',
    '/..//evil.example',
    '/sign-out',
    '/en/sign-in?return=/',
    `/${'a'.repeat(500)}`,
  ])('refuses %j', (path) => {
    expect(safeReturnPath(path)).toBeNull();
  });
});

describe('signInAddress', () => {
  const at = (path: string, init?: RequestInit) => signInAddress(new Request(`http://localhost:3000${path}`, init));

  test('leads back to the page in its language', () => {
    expect(at('/supplier?a=b')).toBe('/sign-in?return=%2Fsupplier%3Fa%3Db');
    expect(at('/en/review')).toBe('/en/sign-in?return=%2Fen%2Freview');
  });

  test('leaves out what Remix adds to ask for data', () => {
    expect(at('/supplier.data?_routes=routes%2Fsupplier&index')).toBe('/sign-in?return=%2Fsupplier');
  });

  test('from a form leads back to the page with the form', () => {
    const post = (Referer: string) => at('/supplier/events', { method: 'POST', headers: { Referer } });
    expect(post('http://localhost:3000/supplier/check')).toBe('/sign-in?return=%2Fsupplier%2Fcheck');
    expect(post('http://evil.example/supplier')).toBe('/sign-in');
    expect(at('/supplier/events', { method: 'POST' })).toBe('/sign-in');
  });
});

test.each<[Actor['roles'], string]>([
  [['editor'], '/en/supplier'],
  [['lead-reviewer'], '/en/review'],
  [['coordinator'], '/en/admin'],
  [['auditor'], '/en/admin'],
])('%j begin at %s', (roles, path) => {
  const actor = { personId: '1', name: 'A', roles, supplierId: null, municipalityCode: null };
  expect(startPage(actor, 'en')).toBe(path);
});
