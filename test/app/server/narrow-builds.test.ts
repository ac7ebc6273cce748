import type { ServerBuild } from '@remix-run/node';
import { matchRoutes, type RouteObject } from 'react-router-dom';
import { expect, test } from 'vitest';
import { routes as table } from '~/app/routes.js';
import { narrowBuilds } from '~/app/server/narrow-builds';

type Routes = Record<string, { id: string; parentId?: string; path?: string; index?: boolean }>;
type Define = (path: string, file: string, optionsOrNested?: unknown, nested?: () => void) => void;

/** As Remix makes it of app/routes.js. */
function readRoutes(): Routes {
  const found: Routes = { root: { id: 'root', path: '' } };
  const parents = ['root'];
  const define: Define = (path, file, optionsOrNested, nested) => {
    const index = (optionsOrNested as { index?: boolean } | undefined)?.index === true;
    found[file] = { id: file, parentId: parents.at(-1) ?? 'root', path, index };
    parents.push(file);
    (typeof optionsOrNested === 'function' ? optionsOrNested : nested)?.();
    parents.pop();
  };
  const defineRoutes = (callback: (route: Define) => void) => callback(define);
  table(defineRoutes as unknown as Parameters<typeof table>[0]);
  return found;
}

const routes = readRoutes();
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const buildFor = narrowBuilds(build);

function treeOf(all: Routes, parent?: string): RouteObject[] {
  return Object.values(all)
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) =>
      index ? { id, index: true as const } : { id, path: path ?? '', children: treeOf(all, id) },
    );
}

function matched(all: Routes, address: string) {
  return matchRoutes(treeOf(all), address)?.map(({ route, params }) => [route.id, params]);
}

const addresses = Object.values(routes).flatMap(({ path = '' }) => {
  const address = `/${path.replace('en?', '').replace(/\*$/, 'nothing/at/all')}`;
  const filled = address.replace(/:\w+/g, 'new');
  return [filled, address.replace(/:\w+/g, 'some-thing'), `${filled}/below`, `/en${filled}`, filled.toUpperCase()];
});

test('an address is of the same route as among all of them', () => {
  const odd = ['/', '/en', '/en/', '/EN/products', '/products/', '/%70roducts', '/nowhere', '/en/en', '/product'];
  for (const address of [...addresses, ...odd]) {
    const narrow = buildFor(address) as unknown as { routes: Routes };
    expect([address, matched(narrow.routes, address)]).toEqual([address, matched(routes, address)]);
  }
  expect(Object.keys(buildFor('/products').routes).length).toBeLessThan(Object.keys(routes).length / 4);
});
