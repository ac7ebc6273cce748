// The program that `npm run dev` runs: the same server, with Vite building pages as they are asked for.
import path from 'node:path';
import { createRequestHandler } from '@remix-run/node';
import { createServer } from 'vite';
import { projectRoot } from '~/db/project-root';
import { runPortal } from './run-portal';

process.env.NODE_ENV ??= 'development';

await runPortal(async (server) => {
  const vite = await createServer({
    root: projectRoot,
    configFile: path.join(projectRoot, 'remix.config.js'),
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    pages: async (request, context) => {
      const build = await vite.ssrLoadModule('virtual:remix/server-build');
      return createRequestHandler(build as Parameters<typeof createRequestHandler>[0], 'development')(request, context);
    },
    files: vite.middlewares,
    development: true,
    close: () => vite.close(),
  };
});
