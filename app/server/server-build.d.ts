// What Remix's plugin for Vite makes of app/routes.js and every route; only it can be asked for this module.
declare module 'virtual:remix/server-build' {
  export * from '@remix-run/dev/server-build';
}
