import { expect, test } from 'vitest';
import { findDoubles } from '~/app/server/bundle.js';

test('a package from two folders is a double', () => {
  const sources = [
    'node_modules/react/index.js',
    'node_modules/a/node_modules/react/index.js',
    'node_modules/a/index.js',
  ];
  expect(findDoubles(sources)).toEqual(['react']);
});

test('a package in both of its forms is a double', () => {
  expect(
    findDoubles([
      'node_modules/@remix-run/router/dist/router.js',
      'node_modules/@remix-run/server-runtime/dist/server.js',
      'node_modules/@remix-run/server-runtime/dist/esm/server.js',
      'node_modules/zod/v4/core/core.js',
      'node_modules/zod/v4/core/core.cjs',
    ]),
  ).toEqual(['@remix-run/server-runtime', 'zod']);
});

test('a package once, whose name begins as another’s, is none', () => {
  expect(
    findDoubles([
      'node_modules/react/index.js',
      'node_modules/react-dom/index.js',
      'node_modules/react/cjs/react.production.min.js',
      'node_modules\\react-router\\index.js',
    ]),
  ).toEqual([]);
});
