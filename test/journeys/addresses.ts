import { routes } from '~/app/routes.js';
import type { Client } from './client';

/** A route of app/routes.js, its Danish address as a pattern: `/supplier/declarations/:declaration`. */
export interface PortalRoute {
  pattern: string;
  /** The module below app/, which has no component when it is not a page. */
  file: string;
}

type Define = (path: string, file: string, optionsOrNested?: unknown, nested?: () => void) => void;

export const portalRoutes: readonly PortalRoute[] = listRoutes();

function listRoutes(): PortalRoute[] {
  const found: PortalRoute[] = [];
  const define: Define = (path, file, optionsOrNested, nested) => {
    const children = typeof optionsOrNested === 'function' ? optionsOrNested : nested;
    if (children) children();
    else found.push({ pattern: `/${path}`, file });
  };
  const defineRoutes = (callback: (route: Define) => void) => {
    callback(define);
    return {};
  };
  routes(defineRoutes as unknown as Parameters<typeof routes>[0]);
  return found;
}

/** @returns the pattern of a Danish address; undefined: no route but `/*` has it */
export function patternOf(address: string): string | undefined {
  const wanted = segmentsOf(new URL(address, 'http://portal').pathname);
  const fitting = portalRoutes.filter(({ pattern }) => {
    const segments = segmentsOf(pattern);
    return (
      segments.length === wanted.length && segments.every((each, at) => each.startsWith(':') || each === wanted[at])
    );
  });
  // A fixed word is nearer than a parameter: products/new is not a product.
  const fixed = ({ pattern }: PortalRoute) => segmentsOf(pattern).filter((each) => !each.startsWith(':')).length;
  return fitting.sort((one, two) => fixed(two) - fixed(one))[0]?.pattern;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/**
 * Follows the portal's own links and forms from an address on, as far as it comes to routes of which there are few
 * examples yet.
 * @param most examples of a route
 * @returns the addresses that were asked for, by the route's pattern, with what they answered
 */
export async function explore(client: Client, from: readonly string[], most: number): Promise<Map<string, string[]>> {
  const examples = new Map<string, string[]>();
  const seen = new Set<string>();
  const queue = [...from];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const pattern = patternOf(address);
    const known = pattern === undefined ? undefined : (examples.get(pattern) ?? []);
    if (pattern === undefined || known === undefined || known.length >= most || seen.has(address)) continue;
    seen.add(address);
    const { status, body, headers } = await client.get(address);
    if (status !== 200 || !headers.get('Content-Type')?.startsWith('text/html')) continue;
    examples.set(pattern, [...known, address]);
    queue.push(...addressesIn(body, address));
  }
  return examples;
}

/** Links, the addresses of forms, and where buttons of a section lead to. */
function addressesIn(html: string, at: string): string[] {
  const written = [...html.matchAll(/ (?:href|action)="(\/[^"#]*)/g)].map(([, address]) => plainText(address ?? ''));
  const declaration = /^\/supplier\/declarations\/[^/]+/.exec(at)?.[0];
  const intents = [...html.matchAll(/ value="(evidence|detach):([^":]+):?([^":]*)"/g)].map(
    ([, kind, key, evidence]) => {
      const question = `question=${encodeURIComponent(plainText(key ?? ''))}`;
      return `${declaration}/evidence/${kind === 'evidence' ? 'new' : `${evidence}/detach`}?${question}`;
    },
  );
  return [...written, ...intents].filter((address) => !address.startsWith('/en'));
}

function plainText(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
}
