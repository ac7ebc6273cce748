import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react';
import { type ComponentType, createElement, type ReactElement } from 'react';
import {
  type Location,
  UNSAFE_LocationContext as LocationContext,
  type Params,
  UNSAFE_RouteContext as RouteContext,
  UNSAFE_DataRouterContext as RouterContext,
  UNSAFE_DataRouterStateContext as RouterStateContext,
} from 'react-router-dom';
import { writePage } from '~/app/plain-markup';
import { RequestInfoContext } from '~/app/request-info';

/** A route that an address is of, from the root inwards. */
export interface DirectMatch {
  route: { id: string };
  pathname: string;
  params: Params;
}

export interface DirectPage {
  build: ServerBuild;
  matches: readonly DirectMatch[];
  loaderData: Readonly<Record<string, unknown>>;
  url: URL;
  context: AppLoadContext;
}

type Value<Context> = Context extends React.Context<infer Given> ? Given : never;

/**
 * Writes a page without scripts of which every loader has given its data: what Remix would write (decision 0041), without
 * its router, which would match the address once more, and without all that a browser would need to go on from the page.
 * @throws what the page's components throw
 */
export function writeDirectly({ build, matches, loaderData, url, context }: DirectPage): Buffer<ArrayBuffer> {
  const location: Location = { pathname: url.pathname, search: url.search, hash: '', state: null, key: 'default' };
  const routed = matches.map((match) => ({
    ...match,
    pathnameBase: match.pathname,
    route: { id: match.route.id, handle: build.routes[match.route.id]?.module.handle },
  }));
  const state = { matches: routed, loaderData, actionData: null, errors: null, location } as unknown;
  const router = { router: { state, routes: [] }, static: true, basename: '/' } as unknown;
  const { requestId, nonce } = context;
  return writePage(
    <RequestInfoContext.Provider value={{ nonce, requestId }}>
      <RemixContext.Provider value={remixContext(build)}>
        <RouterContext.Provider value={router as Value<typeof RouterContext>}>
          <RouterStateContext.Provider value={state as Value<typeof RouterStateContext>}>
            <LocationContext.Provider value={{ location, navigationType: 'POP' as never }}>
              {nested(build, routed)}
            </LocationContext.Provider>
          </RouterStateContext.Provider>
        </RouterContext.Provider>
      </RemixContext.Provider>
    </RequestInfoContext.Provider>,
  );
}

/** Each route's component with the next one as its outlet. */
function nested(build: ServerBuild, matches: readonly DirectMatch[], at = 0): ReactElement | null {
  const match = matches[at];
  if (!match) return null;
  const { default: Page, Layout } = (build.routes[match.route.id]?.module ?? {}) as {
    default?: ComponentType;
    Layout?: ComponentType<{ children: ReactElement }>;
  };
  const outlet = nested(build, matches, at + 1);
  const page = Page ? <Page /> : outlet;
  const value = { outlet, matches: matches.slice(0, at + 1), isDataRoute: true } as unknown;
  return (
    <RouteContext.Provider value={value as Value<typeof RouteContext>}>
      {Layout && page ? createElement(Layout, null, page) : page}
    </RouteContext.Provider>
  );
}

type RemixValue = NonNullable<Value<typeof RemixContext>>;
const remixContexts = new WeakMap<ServerBuild, RemixValue>();

/** What links and style sheets of the document are found by. */
function remixContext(build: ServerBuild): RemixValue {
  const known = remixContexts.get(build);
  if (known) return known;
  const routeModules = Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route?.module]));
  const { assets: manifest, future, isSpaMode } = build;
  const made = { manifest, routeModules, future, isSpaMode, renderMeta: {} } as unknown as RemixValue;
  remixContexts.set(build, made);
  return made;
}
