// The program that `npm start` runs once everything is built; bundled to build/server/main.js.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import sirv from 'sirv';
import { projectRoot } from '~/db/project-root';
import type { PageHandler } from './http';
import { encodeWhenRead } from './lazy-handoff';
import { narrowBuilds } from './narrow-builds';
import { runPortal } from './run-portal';

await runPortal(async () => {
  // React's and Remix's packages choose their fast half by this, whatever rules the portal itself runs under. The
  // settings have been read by now.
  process.env.NODE_ENV = 'production';
  const build = path.join(projectRoot, 'build');
  const serverBuild: ServerBuild = await import(pathToFileURL(path.join(build, 'server', 'index.js')).href);
  return {
    pages: narrowHandler(serverBuild),
    files: sirv(path.join(build, 'client'), {
      extensions: [],
      etag: true,
      gzip: true,
      brotli: true,
      setHeaders: (response, pathname) => {
        // Files in assets carry a hash of their content in their name.
        const lasting = pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'max-age=3600';
        response.setHeader('Cache-Control', `public, ${lasting}`);
        // What other sites load: it asks for public badges and knows no session.
        if (!pathname.startsWith('/embed/')) return;
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      },
    }),
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
