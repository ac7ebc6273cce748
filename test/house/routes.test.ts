import { expect, test } from 'vitest';
import { routes } from '~/app/routes.js';
import { listSources } from './sources';

interface Declared {
  path: string | undefined;
  file: string;
}

/** The table as Remix reads it. */
function declaredRoutes(): Declared[] {
  const found: Declared[] = [];
  const route = (path: string | undefined, file: string, ...rest: unknown[]): void => {
    found.push({ path, file });
    const children = rest.find((part): part is () => void => typeof part === 'function');
    children?.();
  };
  routes((define: (add: typeof route) => void) => {
    define(route);
    return {};
  });
  return found;
}

test('every route has its file, and every file in app/routes is a route', () => {
  const files = listSources(['app/routes'], ['.ts', '.tsx']).map(({ file }) => file);
  const declared = declaredRoutes().map(({ file }) => `app/${file}`);
  expect([...files].sort()).toEqual([...declared].sort());
});

test('no address is declared twice', () => {
  const paths = declaredRoutes().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('what is done by POST only answers GET with 405 and not with an error', () => {
  const silent = listSources(['app/routes'], ['.ts', '.tsx']).filter(
    ({ text }) =>
      /export (?:async )?(?:function|const) action\b/.test(text) &&
      !/export (?:async )?(?:function|const) loader\b/.test(text) &&
      !/export default\b/.test(text),
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
});
