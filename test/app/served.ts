import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { PortalContext } from '~/app/context.server';
import * as entry from '~/app/entry.server';
import * as root from '~/app/root';
import * as layout from '~/app/routes/layout';
import { createPortalServer, serve } from '~/app/server/http';
import type { ContextOptions } from './context';
import { fakeContext } from './context';

/** A part of the portal behind its own HTTP server, in this process: without a build, so without scripts and styles. */
export interface Served {
  url: string;
  stop(): Promise<void>;
}

type RouteModule = ServerBuild['routes'][string] extends infer R | undefined
  ? R extends { module: infer M }
    ? M
    : never
  : never;

/**
 * Serves routes under their addresses, inside the real document and layout.
 * @param routes modules by their patterns, as they stand in app/routes.js
 */
export async function serveRoutes(routes: Readonly<Record<string, unknown>>, options: ContextOptions): Promise<Served> {
  const server = createPortalServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const { nonce: _, requestId: __, ...portal }: PortalContext = fakeContext({ publicUrl: url, ...options });
  serve(server, {
    portal,
    pages: createRequestHandler(buildOf(routes), 'production'),
    files: (_request, _response, next) => next(),
    health: () => null,
    kept: null,
    limits: null,
  });
  return { url, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function buildOf(routes: Readonly<Record<string, unknown>>): ServerBuild {
  const module = (value: unknown) => value as RouteModule;
  const all: ServerBuild['routes'] = {
    root: { id: 'root', path: '', module: module(root) },
    layout: { id: 'layout', parentId: 'root', path: 'en?', module: module(layout) },
  };
  for (const [path, value] of Object.entries(routes)) {
    all[path] = { id: path, parentId: 'layout', path, module: module(value) };
  }
  const listed = Object.values(all).flatMap((route) => (route ? [route] : []));
  const manifest = Object.fromEntries(
    listed.map(({ id, parentId, path }) => [
      id,
      {
        id,
        ...(parentId ? { parentId } : {}),
        ...(path ? { path } : {}),
        module: '',
        imports: [],
        hasAction: true,
        hasLoader: true,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: true,
      },
    ]),
  );
  return {
    mode: 'production',
    entry: { module: entry },
    routes: all,
    assets: { entry: { imports: [], module: '' }, routes: manifest, url: '', version: 'test' },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: false,
    } as ServerBuild['future'],
  };
}
