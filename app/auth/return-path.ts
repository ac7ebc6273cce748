import { inLanguage, languageOf } from '~/app/i18n/language';
import type { Actor } from '~/workflows/actor';
import { hasRole } from '~/workflows/actor';
import { type Language, municipalRoles, supplierRoles } from '~/workflows/words';

/** In characters; longer than any address of ours. */
const longest = 500;

/**
 * Where to go after signing in: only a path of the portal, whatever the address says, so that nobody can be led from
 * our page to another site.
 * @returns null when it is none
 */
export function safeReturnPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > longest || !wanted.startsWith('/')) return null;
  const base = 'http://portal.invalid';
  if (!URL.canParse(wanted, base)) return null;
  const { origin, pathname, search } = new URL(wanted, base);
  // Two slashes at the start, also after the parser has tidied up, lead to another host.
  if (origin !== base || pathname.startsWith('//') || /\/sign-(?:in|out)(?:\/|$)/.test(pathname)) return null;
  return pathname + search;
}

/** The address of the sign-in page from which somebody comes back to what they asked for. */
export function signInAddress(request: Request): string {
  const language = languageOf(request);
  const page = inLanguage('/sign-in', language);
  const wanted = safeReturnPath(askedFor(request));
  return wanted === null ? page : `${page}?${new URLSearchParams({ return: wanted })}`;
}

/** A form's own address is often no page, so its sender comes back to the page it stood on. */
function askedFor(request: Request): string | null {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const address = isRead ? request.url : request.headers.get('Referer');
  if (address === null || !URL.canParse(address)) return null;
  const { origin, pathname, searchParams } = new URL(address);
  if (origin !== new URL(request.url).origin) return null;
  // What Remix adds when it asks for data only.
  searchParams.delete('_routes');
  searchParams.delete('index');
  const search = searchParams.toString();
  return pathname.replace(/\.data$/, '') + (search ? `?${search}` : '');
}

/** Where somebody's work begins. */
export function startPage(actor: Actor, language: Language): string {
  if (hasRole(actor, ...supplierRoles)) return inLanguage('/supplier', language);
  if (hasRole(actor, ...municipalRoles)) return inLanguage('/review', language);
  return inLanguage('/admin', language);
}
