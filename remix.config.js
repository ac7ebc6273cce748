// The one configuration of Remix, Vite and Vitest: `remix vite:build --config remix.config.js` and
// `vitest --config remix.config.js` both read it, so no further file is needed in the root.
import { vitePlugin as remix } from '@remix-run/dev';
import tsconfigPaths from 'vite-tsconfig-paths';
import { routes } from './app/routes.js';
import { vitestOptions } from './test/vitest.js';

/** @type {import('@remix-run/dev').VitePluginConfig} */
const remixOptions = {
  appDirectory: 'app',
  buildDirectory: 'build',
  // Every route stands in app/routes.js; no file becomes a route by lying in a folder.
  ignoredRouteFiles: ['**/*'],
  routes,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Its manifest endpoint is a known denial-of-service target.
    v3_lazyRouteDiscovery: false,
    // Would take the table from app/routes.ts through one more package; the move to React Router does that.
    v3_routeConfig: false,
  },
};

const ownPaths = () => tsconfigPaths({ projects: ['./tsconfig.json'] });

/**
 * The server's half is built around the programs that run it, so that there is one copy of every module of ours in a
 * process; app/server/build.js puts the packages in. Behind Remix's plugin, whose own input it replaces.
 */
const programs = () => ({
  name: 'programs',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild && {
      build: {
        rollupOptions: {
          input: { main: 'app/server/main.ts', cli: 'app/server/cli.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
});

export default {
  plugins: [process.env.VITEST ? null : remix(remixOptions), process.env.VITEST ? null : programs(), ownPaths()],
  // Scripts of app/enhancements: bundled by themselves for pages that have no other (`?worker&url`).
  worker: { format: 'es', plugins: () => [ownPaths()] },
  build: {
    // An image as a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  css: {
    // The design system's own Sass is written for an older compiler.
    preprocessorOptions: { scss: { silenceDeprecations: ['if-function'] } },
  },
  // The default is for browsers so old that esbuild can no longer write for them.
  optimizeDeps: { esbuildOptions: { target: 'es2022' } },
  ssr: {
    // Its style sheets are imported by file path.
    noExternal: ['dkfds'],
  },
  test: vitestOptions,
};
