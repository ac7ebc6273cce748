import { once } from 'node:events';
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import type postgres from 'postgres';
import { routes as routeTable } from '~/app/routes.js';
import { createPortalServer, type PageHandler, serve } from '~/app/server/http';
import type { KeptPages } from '~/app/server/kept-pages';
import { answerOnDay } from '~/app/server/on-day';
import { type ContextOptions, fakeContext } from '~/test/app/context';

/** What came over the wire, uncompressed; the request's own number, which error pages tell, is left out. */
export interface WireAnswer {
  status: number;
  /** Without what differs with each request by its nature: the time, the request's number, the connection. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  text: string;
}

export interface InProcessPortal {
  ask(path: string, headers?: Readonly<Record<string, string>>, method?: string, body?: string): Promise<WireAnswer>;
  close(): Promise<void>;
}

/** One entry of app/routes.js. */
export interface RouteEntry {
  id: string;
  parentId: string;
  path: string | undefined;
  index: boolean;
  caseSensitive: boolean;
  file: string;
}

const modules = import.meta.glob<ServerBuild['entry']['module']>(['/app/root.tsx', '/app/routes/**/*.{ts,tsx}']);
const workplaces = /^routes\/(account|admin|calendar|review|supplier|supplier-api)\//;

/** The table as Remix reads it, parents before children. */
export function listRouteEntries(): RouteEntry[] {
  const found: RouteEntry[] = [];
  let parentId = 'root';
  type Rest = readonly (undefined | { index?: boolean; caseSensitive?: boolean } | (() => void))[];
  const route = (path: string | undefined, file: string, ...rest: Rest): void => {
    const id = file.replace(/\.tsx?$/, '');
    const { index = false, caseSensitive = false } = rest.find((part) => typeof part === 'object') ?? {};
    found.push({ id, parentId, path: path === '' ? undefined : path, index, caseSensitive, file });
    const children = rest.find((part) => typeof part === 'function');
    if (typeof children !== 'function') return;
    const outer = parentId;
    parentId = id;
    children();
    parentId = outer;
  };
  routeTable((define: (add: typeof route) => void) => {
    define(route);
    return {};
  });
  return found;
}

/** Whether somebody comes there without signing in. */
export function isOpen({ file }: RouteEntry): boolean {
  return !workplaces.test(file);
}

/** What Remix's compiler would make of the sources: the routes with their modules, and no browser bundle. */
async function assemble(isWanted: (entry: RouteEntry) => boolean): Promise<ServerBuild> {
  const load = async (file: string) => {
    const module = await modules[`/app/${file}`]?.();
    if (!module) throw new Error(`${file} is no module.`);
    return module as never;
  };
  const root = { id: 'root', parentId: undefined, path: '', module: await load('root.tsx') };
  const children = await Promise.all(
    listRouteEntries()
      .filter(isWanted)
      .map(async ({ file, ...entry }) => ({ ...entry, module: await load(file) })),
  );
  const routes: ServerBuild['routes'] = Object.fromEntries([root, ...children].map((entry) => [entry.id, entry]));
  const entryModule = (await import('~/app/entry.server')) as ServerBuild['entry']['module'];
  return {
    entry: { module: entryModule },
    routes,
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries(
        Object.values(routes).flatMap((entry) => (entry ? [[entry.id, manifestOf(entry)]] : [])),
      ),
      url: '/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: false,
      unstable_optimizeDeps: false,
    } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  };
}

function manifestOf({ id, parentId, path, index, caseSensitive, module }: NonNullable<ServerBuild['routes'][string]>) {
  const has = (name: string) => name in (module as object);
  return {
    ...{ id, parentId, path, index, caseSensitive, module: `/${id}.js`, imports: [] },
    hasAction: has('action'),
    hasLoader: has('loader'),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: has('ErrorBoundary'),
  };
}

/**
 * The portal in this process, from the sources, behind its own HTTP server on a free port: routes, pages and headers as
 * they are, and unless it is said otherwise nothing kept, so that each answer is made anew from the database. Needs neither build nor browser.
 * @param options.sql the pool of the database: with it, pages can be asked for as of another day
 * @param options.kept pages that are kept; without it each answer is made anew
 * @param isWanted which routes are there. The workplaces are most of the portal: a test takes what it asks for.
 */
export async function openInProcess(
  { sql, kept = null, ...options }: ContextOptions & { sql?: postgres.Sql; kept?: KeptPages | null },
  isWanted: (entry: RouteEntry) => boolean = isOpen,
): Promise<InProcessPortal> {
  const build = await assemble(isWanted);
  const context = fakeContext(options);
  const failures: string[] = [];
  const log = pino(
    { level: 'error' },
    {
      write: (line: string) =>
        void failures.push(String((JSON.parse(line) as { err?: { stack?: string } }).err?.stack)),
    },
  );
  const { nonce: _nonce, requestId: _requestId, ...portal } = { ...context, log };
  const handler: PageHandler = createRequestHandler(build, 'production');
  const server = createPortalServer();
  serve(server, {
    portal,
    pages: sql ? answerOnDay(handler, { ...context, publicSql: sql }) : handler,
    files: (_request, _response, next) => next(),
    health: () => null,
    kept,
    limits: null,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ask: async (path, headers = {}, method = 'GET', body = '') => {
      const answer = await exchange(port, path, { headers, method, body });
      const failed = failures.splice(0);
      if (failed.length > 0) throw new Error(`${method} ${path} failed inside:\n${failed.join('\n')}`);
      return answer;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ofTheMoment = new Set(['date', 'x-request-id', 'connection', 'keep-alive', 'transfer-encoding']);

/** Not fetch: that rewrites addresses, adds headers and hides what was sent. */
function exchange(
  port: number,
  path: string,
  { headers, method, body }: { headers: Readonly<Record<string, string>>; method: string; body: string },
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const asked = send({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const requestId = String(response.headers['x-request-id']);
        const body = whole.includes(requestId) ? Buffer.from(whole.toString().replaceAll(requestId, '…')) : whole;
        const kept = Object.entries(response.headers).filter(([name]) => !ofTheMoment.has(name));
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
          body,
          text: body.toString('utf8'),
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
