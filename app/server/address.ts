/** What the address of a request turned out to be. */
export type Address =
  | { kind: 'fine'; path: string; search: string }
  /** Another spelling of an address of ours. */
  | { kind: 'moved'; to: string }
  | { kind: 'malformed' }
  | { kind: 'too-long' };

/** In characters: what browsers and proxies can be counted on to carry is half of it. */
const longestAddress = 16_000;

/**
 * Reads the target of a request line. One spelling per address: no slash at the end, no double ones (which would
 * also make a redirect to `//evil.example` leave the site). Text that PostgreSQL or the router cannot hold is malformed.
 */
export function readAddress(target: string): Address {
  if (target.length > longestAddress) return { kind: 'too-long' };
  if (!target.startsWith('/')) return { kind: 'malformed' };
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const search = at < 0 ? '' : (target.slice(at).split('#')[0] ?? '');
  // Remix's old way to ask for one loader's data; nothing of ours uses it.
  if (!isDecodable(path) || holdsNul(search) || new URLSearchParams(search).has('_data')) return { kind: 'malformed' };
  const only = spellOnce(path);
  return only === path ? { kind: 'fine', path, search } : { kind: 'moved', to: only + search };
}

/**
 * The one spelling of a path: no slash at the end, no double ones, no way back (`..`), and nothing encoded that needs no
 * encoding. Otherwise the router, which reads all of these, would find other things than those who look at the path.
 */
function spellOnce(path: string): string {
  const plain = path.replaceAll(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : code;
  });
  const { pathname } = new URL(`http://portal${withoutDoubles(plain)}`);
  return withoutDoubles(pathname);
}

function withoutDoubles(path: string): string {
  return `/${path.split(/[/\\]/).filter(Boolean).join('/')}`;
}

/** Whether everybody may see what stands at a path. All else is never stored by a cache. */
export function isPublicPath(path: string): boolean {
  if (isSupplierApiPath(path)) return false;
  return !/^(?:\/en)?\/(?:supplier|review|admin|calendar|sign-in|sign-out|disputes|access|subscribe|subscriptions|invitation|account)(?:[/.]|$)/.test(
    path,
  );
}

/** Whether pages of other sites may read what stands at a path: data, feeds, and what is shown elsewhere. */
export function isOpenToAll(path: string): boolean {
  if (isApiPath(path)) return !isSupplierApiPath(path);
  return /^\/(?:oembed$|catalog\.|schemas\/)|^(?:\/en)?\/(?:products|interfaces)(?:\/[^/]+)?\/(?:badges|feed)\/[^/]+$/.test(
    path,
  );
}

/** Whether it is a table of what is public at the moment, of any length: it is sent as it is made, and not kept. */
export function isStreamedTable(path: string, search: string): boolean {
  return isApiPath(path) && (/[?&]format=(?:csv|xlsx)(?:&|$)/.test(search) || path === '/api/v1/answers.csv');
}

/** Whether it is of the dump, which is made without anything being published: it is not kept, and tells itself when it was made. */
export function isOfDump(path: string): boolean {
  return path.startsWith('/api/v1/dump/') || /^\/catalog\.(?:ttl|jsonld)$/.test(path);
}

/** Whether a path is of the part of the API that suppliers' own systems use, with a token. */
export function isSupplierApiPath(path: string): boolean {
  return path === '/api/v1/supplier' || path.startsWith('/api/v1/supplier/');
}

/** Whether answers are saved there: a text may be far over its limit, and is to be refused at its question, not here. */
export function isAnswersPath(path: string): boolean {
  return /^(?:\/en)?\/supplier\/declarations\/[^/]+\/(?:answers|sections\/[^/]+)$/.test(path);
}

/** Whether mail programs end a subscription there with one click: from their own site, many from one address. */
export function isOneClickPath(path: string): boolean {
  return /^\/subscriptions\/[^/]+\/end$/.test(path);
}

/** Whether anybody can send a form there, without being signed in. What they send is counted by where they send it from. */
export function isOpenFormPath(path: string): boolean {
  if (isApiPath(path) || isOneClickPath(path)) return false;
  return !/^(?:\/en)?\/(?:supplier|review|admin|calendar|account|sign-out)(?:[/.]|$)/.test(path);
}

/** Whether a path is the API's, whose errors are JSON. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function isDecodable(path: string): boolean {
  try {
    // Nor does any address of ours have a line break or another control character in it; the router's patterns stop at them.
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** PostgreSQL's text holds every character but this one. */
function holdsNul(text: string): boolean {
  return text.includes('\0') || /%00/.test(text);
}
