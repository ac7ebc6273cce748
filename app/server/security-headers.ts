import { isPublicPath } from './address';

export interface HeaderOptions {
  /** The portal's own address tells whether browsers must insist on https. */
  publicUrl: string;
  /** Vite's development server puts styles into the page and talks over a web socket. */
  development: boolean;
}

/** For every response, files included. A response that is no page may do nothing at all, should it be opened as one. */
export function baseHeaders({ publicUrl }: HeaderOptions): Record<string, string> {
  return {
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Not `no-referrer`: with it, browsers send forms with the origin `null`.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** The policy of a page: scripts only with the nonce or from our own files, styles and images only from ours. */
export function pagePolicy(nonce: string, { development }: HeaderOptions): string {
  return [
    "default-src 'none'",
    nonce ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'self'",
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    development ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The policy of a file that needs more than `baseHeaders` leave, or null. A worker has the policy of its own file: that of
 * pdf.js, which reads what suppliers have sent, may fetch nothing and run nothing but itself and the WebAssembly that it
 * is handed (docs/decisions/0043).
 */
export function filePolicy(path: string): string | null {
  if (!/^\/(?:assets|node_modules\/pdfjs-dist\/build)\/pdf\.worker\.min[^/]*\.mjs$/.test(path)) return null;
  return "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";
}

export interface CacheFacts {
  method: string;
  path: string;
  status: number;
  hasSession: boolean;
  setsCookie: boolean;
  /** What the route asked for. */
  wanted: string | null;
}

const neverStored = 'private, no-store';

/**
 * Whatever was made for one person, or may be in the next moment, is stored nowhere. A public page without a wish of
 * its own may be stored but is asked for again each time: a revoked approval must not live on in a cache.
 */
export function cacheControl({ method, path, status, hasSession, setsCookie, wanted }: CacheFacts): string {
  const isShared = (method === 'GET' || method === 'HEAD') && isPublicPath(path) && !hasSession && !setsCookie;
  if (!isShared || status >= 500) return neverStored;
  return wanted ?? (status === 200 || status === 304 ? 'public, no-cache' : 'no-store');
}
