import { LRUCache } from 'lru-cache';
import type { PortalContext } from '~/app/context.server';
import { contentOf, findDrawn } from '~/app/drawn-parts.server';
import type { Drawn } from '~/app/kept-parts';
import { copenhagenDay } from '~/workflows/day';
import type { Language } from '~/workflows/words';

/** What the document says of a product beside its page. */
type Facts<View extends { product: object }> = View['product'];

export interface OpenedProduct<View extends { product: object }> {
  product: Facts<View>;
  drawn: Drawn;
  /** Null where the page is drawn already. */
  view: View | null;
}

interface Known<Product> {
  product: Product;
  content: string;
}

/** Products of which the content is known until the next publication. */
const mostKnown = 10_000;

/**
 * A product's page: everything that it is drawn from, or, where that is known not to have changed and is drawn already,
 * only what the document around it needs. Known is what was loaded since the last publication of anything (record 15);
 * after that everything is loaded again, and drawn again only where it has become something else.
 * @param wanted.part the name by which the part is drawn once
 * @returns undefined where there is no such product
 */
export async function openProduct<View extends { product: object }>(
  context: PortalContext,
  wanted: { slug: string; part: string; language: Language },
  load: () => Promise<View | undefined>,
): Promise<OpenedProduct<View> | undefined> {
  const { slug, part, language } = wanted;
  if (context.viewedDay !== null) {
    const view = await load();
    return view && { product: view.product, drawn: { content: '' }, view };
  }
  const today = copenhagenDay(context.now());
  const contents = await context.remember(
    `products drawn ${today}`,
    async () => new LRUCache<string, Known<Facts<View>>>({ max: mostKnown }),
  );
  const known = contents.get(slug);
  const drawn = known && findDrawn(part, language, known.content);
  if (drawn) return { product: known.product, drawn, view: null };
  const view = await load();
  if (!view) return undefined;
  const content = contentOf(view);
  contents.set(slug, { product: view.product, content });
  const again = findDrawn(part, language, content);
  return again
    ? { product: view.product, drawn: again, view: null }
    : { product: view.product, drawn: { content }, view };
}
