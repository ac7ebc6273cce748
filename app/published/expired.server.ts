import type { PortalContext } from '~/app/context.server';
import { listExpired } from '~/db/published/publications';
import { copenhagenDay } from '~/workflows/day';
import type { ProductFilters } from '~/workflows/product-query';
import { foldForSearch, readSearch } from '~/workflows/search-words';

/** An expired declaration that can still be read. Days are yyyy-mm-dd in Copenhagen. */
export interface ExpiredItem {
  slug: string;
  name: string;
  supplierSlug: string;
  supplierName: string;
  endedOn: string;
}

/** Those of everybody, the last to expire first. */
export function loadExpired({ remember, publicDb, now }: PortalContext): Promise<ExpiredItem[]> {
  const today = copenhagenDay(now());
  return remember(`expired ${today}`, async () => {
    const expired = await listExpired(publicDb, today);
    return expired.map(({ slug, name, supplierSlug, supplierName, endedAt }) => ({
      slug,
      name,
      supplierSlug,
      supplierName,
      endedOn: copenhagenDay(endedAt),
    }));
  });
}

/**
 * Those that a reader of the list of products looks for by name or supplier. What is asked about support or anything
 * else, no expired declaration answers.
 */
export async function findExpired(context: PortalContext, filters: ProductFilters): Promise<ExpiredItem[]> {
  const { q, supplier, match: _, ...others } = filters;
  if (Object.values(others).some(({ length }) => length > 0)) return [];
  const clauses = readSearch(q);
  const expired = await loadExpired(context);
  return expired.filter(({ name, supplierName, supplierSlug }) => {
    const text = foldForSearch(`${name} ${supplierName}`);
    const isSuppliers = supplier.length === 0 || supplier.includes(supplierSlug);
    return isSuppliers && clauses.every(({ terms, negated }) => terms.some((term) => text.includes(term)) !== negated);
  });
}
