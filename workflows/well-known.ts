import { type InterchangeDeclaration, readInterchange, unknownVersionOf } from './interchange/declaration';

/** Where a supplier's site keeps its declarations (RFC 8615). */
export const wellKnownPath = '/.well-known/snitfladeklar.json';

/** In milliseconds, between two pulls by the portal itself. */
export const pullEvery = 24 * 60 * 60_000;

/** Why nothing came of a pull. */
export const pullFailures = [
  'not-https',
  'address-not-public',
  'port-not-allowed',
  'host-unknown',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many-redirects',
  'not-found',
  'wrong-status',
  'wrong-content-type',
  'not-a-declaration',
  'unknown-version',
  'other-product',
  'other-questionnaire',
  'answers-wrong',
  'role-required',
  'no-declaration',
] as const;
export type PullFailure = (typeof pullFailures)[number];

/** What came of a pull. */
export type PullOutcome = 'proposed' | 'nothing-new' | PullFailure;

/** @returns the address of the file; null where the text is no address of a site */
export function wellKnownUrl(text: string): string | null {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || typed.length > 500 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || url.search || url.hash) return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.pathname !== '/' && url.pathname !== wellKnownPath) return null;
  return url.origin + wellKnownPath;
}

/**
 * Finds a product's declaration in the file of a site: one declaration, or a list of several products'.
 * @param text as it came
 */
export function readWellKnown(
  text: string,
  productId: string,
): { ok: true; declaration: InterchangeDeclaration } | { ok: false; failure: PullFailure } {
  const whole = listOf(text);
  const own = whole?.find((each) => productIdOf(each) === productId);
  // Where another version says whose declaration it is, is not known.
  const isOfUnknownVersion = own === undefined && whole?.some((each) => unknownVersionOf(each) !== null);
  if (isOfUnknownVersion) return { ok: false, failure: 'unknown-version' };
  if (!whole?.every((each) => productIdOf(each) !== null)) return { ok: false, failure: 'not-a-declaration' };
  if (own === undefined) return { ok: false, failure: 'other-product' };
  const read = readInterchange(JSON.stringify(own));
  if (read.ok) return read;
  return { ok: false, failure: read.problem === 'unknown-schema' ? 'unknown-version' : 'not-a-declaration' };
}

function listOf(text: string): unknown[] | null {
  try {
    const raw: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const list = Array.isArray(raw) ? raw : [raw];
    return list.length > 0 ? list : null;
  } catch {
    return null;
  }
}

function productIdOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('product' in raw)) return null;
  const { product } = raw;
  if (typeof product !== 'object' || product === null || !('id' in product)) return null;
  return typeof product.id === 'string' ? product.id : null;
}
