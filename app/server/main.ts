// The program that `npm start` runs once everything is built; bundled to build/server/main.js.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { projectRoot } from '~/db/project-root';
import type { PageHandler } from './http';
import { encodeWhenRead } from './lazy-handoff';
import { narrowBuilds } from './narrow-builds';
import { runPortal } from './run-portal';
import { staticFiles } from './static-files';

await runPortal(async () => {
  // React's and Remix's packages choose their fast half by this, whatever rules the portal itself runs under. The
  // settings have been read by now.
  process.env.NODE_ENV = 'production';
  const build = path.join(projectRoot, 'build');
  const serverBuild: ServerBuild = await import(pathToFileURL(path.join(build, 'server', 'index.js')).href);
  return {
    pages: narrowHandler(serverBuild),
    files: staticFiles(path.join(build, 'client')),
    development: false,
    close: async () => undefined,
  };
});

function narrowHandler(build: ServerBuild): PageHandler {
  encodeWhenRead();
  const narrow = narrowBuilds(build);
  const handlers = new Map<ServerBuild, PageHandler>();
  return (request, context) => {
    const part = narrow(new URL(request.url).pathname);
    const handler = handlers.get(part) ?? createRequestHandler(part, 'production');
    handlers.set(part, handler);
    return handler(request, context);
  };
}
