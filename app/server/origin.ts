import { isIP } from 'node:net';
import type { Config } from '~/app/config.server';
import { isOneClickPath } from './address';

/** Methods that change nothing: everything else must come from one of our own pages. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

interface OriginHeaders {
  origin?: string | undefined;
  host?: string | undefined;
  cookie?: string | undefined;
  'sec-fetch-site'?: string | undefined;
}

/**
 * Whether a request may change something (against cross-site request forgery). Remix's own check leaves out resource
 * routes and requests without Origin, so this one stands before it and holds for every route.
 *
 * A request that names neither its origin nor its site is no current browser's. It may pass when it carries no cookie:
 * then there is nobody in whose name it could be forged.
 */
export function isForgeryFree(
  method: string,
  headers: OriginHeaders,
  config: Pick<Config, 'publicUrl' | 'production'>,
): boolean {
  if (safeMethods.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin, headers.host, config);
  return site === 'same-origin' || (site === undefined && headers.cookie === undefined);
}

/**
 * Whether a mail program ends a subscription for its reader (RFC 8058). It may come from any site: it carries no cookie,
 * so there is nobody in whose name it could be forged, and what it may do is told by the token in its address.
 */
export function isOneClick(method: string, path: string, headers: OriginHeaders): boolean {
  return method === 'POST' && isOneClickPath(path) && headers.cookie === undefined;
}

function isOwnOrigin(
  origin: string,
  host: string | undefined,
  { publicUrl, production }: Pick<Config, 'publicUrl' | 'production'>,
): boolean {
  if (origin === publicUrl) return true;
  // A developer opens the portal as localhost, 127.0.0.1 or the machine's address in the local network. A name that an
  // attacker's name server could point here is not believed.
  if (production || !URL.canParse(origin) || host === undefined) return false;
  const { host: originHost, hostname } = new URL(origin);
  return originHost === host && (hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0);
}
