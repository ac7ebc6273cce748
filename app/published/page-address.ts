import { languageOf } from '~/app/i18n/language';
import type { Language } from '~/workflows/words';

const patterns = {
  product: /^(?:\/en)?\/products\/([^/]+)$/,
  interface: /^(?:\/en)?\/interfaces\/([^/]+)$/,
};

/**
 * Of what an address is the page, in whichever language and as of whichever day.
 * @param address a whole address
 * @param publicUrl the portal's own
 * @returns undefined where it is no address of such a page on this portal
 */
export function readPageAddress(
  address: string,
  publicUrl: string,
  kind: keyof typeof patterns,
): { id: string; language: Language } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const [, id] = patterns[kind].exec(pathname) ?? [];
  if (origin !== publicUrl || id === undefined) return undefined;
  try {
    const decoded = decodeURIComponent(id);
    // No id has a control character, and PostgreSQL has no text with a NUL.
    return /\p{Cc}/u.test(decoded) ? undefined : { id: decoded, language: languageOf(address) };
  } catch {
    return undefined;
  }
}
