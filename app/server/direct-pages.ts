import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { LRUCache } from 'lru-cache';
import { matchRoutes, type RouteObject } from 'react-router-dom';
import type { DirectMatch, DirectPage } from '~/app/direct-page';
import { isPage } from '~/app/page';
import { isPublicPath } from './address';
import type { PageHandler } from './http';
import { WholeResponse } from './whole-response';

/** app/entry.server.tsx has it beside what Remix wants of that file. */
type Entry = ServerBuild['entry']['module'] & { writeDirectly: (page: DirectPage) => Buffer<ArrayBuffer> };
type Loader = NonNullable<ServerBuild['routes'][string]>['module']['loader'];

/** What loaders gave or threw, by route, for the request that has this context. */
const outcomes = new WeakMap<AppLoadContext, Map<string, Promise<unknown>>>();

/** Addresses whose routes are remembered: anybody can make up others. */
const mostMatched = 5_000;

/**
 * Answers public pages without scripts on the shortest way: the same loaders, side by side, and the same components. As
 * soon as anything is not as usual (a loader gives or throws an answer of its own, something breaks, headers of the
 * route's own) Remix answers with what the loaders have given by then: each is called once (decision 0041).
 * @param build as `withOutcomes` has made it
 * @param narrow of it those routes that an address can be of (`narrowBuilds`)
 */
export function answerDirectly(
  build: ServerBuild,
  narrow: (path: string) => ServerBuild,
  whole: PageHandler,
): PageHandler {
  const trees = new Map<ServerBuild, RouteObject[]>();
  const matched = new LRUCache<string, { matches: readonly DirectMatch[] | null }>({ max: mostMatched });
  const find = (path: string): readonly DirectMatch[] | null => {
    const known = matched.get(path);
    if (known) return known.matches;
    const routes = narrow(path);
    const tree = trees.get(routes) ?? treeOf(routes);
    trees.set(routes, tree);
    const matches = directMatches(build, tree, path);
    matched.set(path, { matches });
    return matches;
  };
  return async (request, context) => {
    const url = new URL(request.url);
    const matches = request.method === 'GET' && !meansRemix(url) ? find(url.pathname) : null;
    if (!matches) return whole(request, context);
    const given = await load(build, matches, request, context);
    const loaderData = Object.fromEntries(matches.map(({ route }, index) => [route.id, given[index]]));
    try {
      if (given.every(isPlain)) {
        const bytes = (build.entry.module as Entry).writeDirectly({ build, matches, loaderData, url, context });
        return new WholeResponse(bytes, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
      }
    } catch (error) {
      // A component that breaks, breaks for Remix too, which shows the error's page. One that only cannot be written here
      // would make its page slow without anybody's knowing.
      context.log.warn({ err: error, path: url.pathname }, 'A page was left to Remix');
    }
    return whole(request, context);
  };
}

/** The build, with loaders that are not called again where `answerDirectly` has called them for the same request. */
export function withOutcomes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const loader = route?.module.loader;
    if (!route || !loader) return [id, route];
    const once: Loader = (args) => outcomes.get(args.context)?.get(id) ?? loader(args);
    return [id, { ...route, module: { ...route.module, loader: once } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

const failed = Symbol('failed');
const withoutLoader = Symbol('without loader');

async function load(
  build: ServerBuild,
  matches: readonly DirectMatch[],
  request: Request,
  context: AppLoadContext,
): Promise<unknown[]> {
  const own = new Map<string, Promise<unknown>>();
  const settled = matches.map(({ route: { id }, params }) => {
    const loader = build.routes[id]?.module.loader;
    if (!loader) return withoutLoader;
    const outcome = (async () => loader({ request, params, context }))();
    own.set(id, outcome);
    return outcome.catch(() => failed);
  });
  outcomes.set(context, own);
  const given = await Promise.all(settled);
  return given.map((value) => (value === withoutLoader ? undefined : (value ?? failed)));
}

/** Whether it is what the page shows, and not what Remix would make an answer of. */
function isPlain(value: unknown): boolean {
  if (value === failed || value instanceof Response) return false;
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  return type !== 'DataWithResponseInit';
}

/** What only Remix's own scripts ask for. */
function meansRemix({ pathname, searchParams }: URL): boolean {
  return pathname.endsWith('.data') || ['_data', '_routes', 'index'].some((name) => searchParams.has(name));
}

function directMatches(build: ServerBuild, tree: RouteObject[], path: string): readonly DirectMatch[] | null {
  const matches = isPublicPath(path) ? matchRoutes(tree, path) : null;
  if (!matches) return null;
  const modules = matches.map(({ route }) => build.routes[route.id ?? '']?.module);
  const page = modules.map((module) => module?.handle).findLast(isPage);
  const isUsual = modules.every((module) => module && module.headers === undefined) && modules.at(-1)?.default;
  if (!isUsual || !page || page.scripts === true) return null;
  const { params } = matches.at(-1) ?? { params: {} };
  return matches.map(({ route, pathname }) => ({ route: { id: route.id ?? '' }, pathname, params }));
}

function treeOf(build: ServerBuild, parent?: string): RouteObject[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.parentId === parent)
    .map(({ id, path, index, caseSensitive }) => {
      const common = { id, path, caseSensitive };
      return index ? { ...common, index: true as const } : { ...common, children: treeOf(build, id) };
    }) as RouteObject[];
}
