import { matchRoutes, type RouteObject } from 'react-router-dom';
import { expect, test } from 'vitest';
import { withoutLanguage } from '~/app/i18n/language';
import {
  apiPaths,
  calendarFile,
  cataloguePaths,
  oembedPath,
  oneClickEnd,
  type Paths,
  paths,
  schemaPaths,
  sitemapPaths,
  withQuery,
} from '~/app/paths';
import { routes as table } from '~/app/routes.js';

/** The route table as the router sees it. */
function readTable(): RouteObject[] {
  const root: RouteObject[] = [];
  let here = root;
  const defineRoutes = (define: (route: unknown) => void) => {
    define((path: string, file: string, second?: unknown, third?: unknown) => {
      const children = typeof second === 'function' ? second : third;
      const isIndex = typeof second === 'object' && second !== null && 'index' in second;
      if (isIndex) {
        here.push({ index: true, id: file });
        return;
      }
      const route: RouteObject = { path: path || undefined, id: file, children: [] };
      here.push(route);
      if (typeof children !== 'function') return;
      const outer = here;
      here = route.children ?? [];
      children();
      here = outer;
    });
    return {};
  };
  table(defineRoutes as never);
  return root;
}

const routes = readTable();

function fileOf(address: string): string | undefined {
  return matchRoutes(routes, address)?.at(-1)?.route.id;
}

const unmatched = new Set([
  'routes/not-found.tsx',
  'routes/api/not-found.ts',
  'routes/supplier-api/not-found.ts',
  undefined,
]);

function addressesOf(to: Paths): string[] {
  const call = (build: unknown): string[] => {
    if (typeof build === 'function') return [build('a b', 'c/d')];
    return Object.values(build as Record<string, unknown>).flatMap(call);
  };
  return Object.entries(to).flatMap(([name, build]) =>
    takesQuery.has(name) ? [(build as () => string)()] : call(build),
  );
}
const takesQuery = new Set(['products', 'suppliers', 'interfaces', 'compare', 'municipalities']);

test.each(['da', 'en'] as const)('every address that is built in %s has a page', (language) => {
  const addresses = addressesOf(paths(language));
  for (const address of addresses) expect(address.startsWith('/en')).toBe(language === 'en');
  const missing = addresses.map((address) => address.split('?')[0] ?? '').filter((path) => unmatched.has(fileOf(path)));
  expect([...new Set(missing.map((path) => withoutLanguage(path)))].sort()).toEqual([]);
});

test('every page of the table can be addressed', () => {
  const built = new Set(
    [
      ...addressesOf(paths('da')),
      calendarFile('x'),
      oembedPath(),
      oneClickEnd('x'),
      schemaPaths.declaration(),
      ...Object.values(cataloguePaths).map((build) => build()),
      ...Object.values(sitemapPaths).map((build) => build('1')),
      ...Object.values(apiPaths).map((build) => build('x' as never)),
    ].map((address) => fileOf(address.split('?')[0] ?? '')),
  );
  const files = (list: RouteObject[]): string[] =>
    list.flatMap((route) => [...(route.children?.length ? [] : [route.id ?? '']), ...files(route.children ?? [])]);
  const missing = files(routes).filter((file) => !built.has(file) && !unmatched.has(file));
  expect(missing).toEqual([]);
});

test('what is put into an address cannot leave its place', () => {
  expect(paths('da').product('../admin')).toBe('/products/..%2Fadmin');
  expect(paths('en').supplier.section('d1', 'a/b')).toBe('/en/supplier/declarations/d1/sections/a%2Fb');
});

test('a query leaves out what is empty and repeats what is many', () => {
  expect(
    withQuery('/products', { q: '', page: 1, level: ['ready', 'planned'], only: true, not: false, none: null }),
  ).toBe('/products?page=1&level=ready&level=planned&only=1');
  expect(withQuery('/products', { q: undefined })).toBe('/products');
  expect(withQuery('/products', {})).toBe('/products');
  expect(withQuery('/products?q=a', { page: 2 })).toBe('/products?q=a&page=2');
  expect(withQuery('/products?q=a', {})).toBe('/products?q=a');
});

test('a query is written as every reader of addresses reads it', () => {
  const texts = ['a b', 'æøå', '100 %', 'a&b=c#d', 'x+y', "l'eau (1)~!*", '½ \u{1F600}', '-_.*', '"<'];
  for (const text of texts) {
    expect(withQuery('', { [text]: text, q: [text, 'z'] })).toBe(
      `?${new URLSearchParams([
        [text, text],
        ['q', text],
        ['q', 'z'],
      ])}`,
    );
  }
});
