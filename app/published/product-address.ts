import { languageOf } from '~/app/i18n/language';
import type { Language } from '~/workflows/words';

/**
 * Which product's page an address is of, in whichever language and as of whichever day.
 * @param address a whole address
 * @param publicUrl the portal's own
 * @returns undefined where it is no address of a product's page on this portal
 */
export function readProductAddress(
  address: string,
  publicUrl: string,
): { slug: string; language: Language } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const [, slug] = /^(?:\/en)?\/products\/([^/]+)$/.exec(pathname) ?? [];
  if (origin !== publicUrl || slug === undefined) return undefined;
  try {
    return { slug: decodeURIComponent(slug), language: languageOf(address) };
  } catch {
    return undefined;
  }
}
