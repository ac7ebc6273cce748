// The program that `npm start` runs once everything is built; bundled to build/server/main.js.
import path from 'node:path';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import singleFetch from '@remix-run/server-runtime/dist/single-fetch.js';
import { projectRoot } from '~/db/project-root';
import { answerDirectly, withOutcomes } from './direct-pages';
import type { PageHandler } from './http';
import { encodeWhenRead } from './lazy-handoff';
import { narrowBuilds } from './narrow-builds';
import { runPortal } from './run-portal';
import { staticFiles } from './static-files';

await runPortal(async () => {
  const imported: ServerBuild = await import('virtual:remix/server-build');
  const serverBuild = withOutcomes(imported);
  const narrow = narrowBuilds(serverBuild);
  return {
    pages: answerDirectly(serverBuild, narrow, narrowHandler(narrow)),
    files: staticFiles(path.join(projectRoot, 'build', 'client')),
    development: false,
    close: async () => undefined,
  };
});

function narrowHandler(narrow: (path: string) => ServerBuild): PageHandler {
  encodeWhenRead(singleFetch);
  const handlers = new Map<ServerBuild, PageHandler>();
  return (request, context) => {
    const part = narrow(new URL(request.url).pathname);
    const handler = handlers.get(part) ?? createRequestHandler(part, 'production');
    handlers.set(part, handler);
    return handler(request, context);
  };
}
