import type { PortalContext } from '~/app/context.server';
import { interfaceLabel } from '~/app/published/interface-label';
import { listInterfaces } from '~/db/catalogue';
import { findPublishedProduct } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';

/** What a public product says is in production. @returns undefined for a product that is not public */
export async function loadContradictable({ db, now }: PortalContext, slug: string) {
  const product = await findPublishedProduct(db, slug, copenhagenDay(now()));
  if (!product) return undefined;
  const labels = new Map((await listInterfaces(db)).map((each) => [each.id, interfaceLabel(each)]));
  return {
    slug: product.slug,
    name: product.name,
    interfaces: product.support
      .filter(({ level }) => level === 'in_production')
      .map(({ interfaceId: id }) => ({ id, name: labels.get(id) ?? { da: id, en: id } })),
  };
}

export type Contradictable = NonNullable<Awaited<ReturnType<typeof loadContradictable>>>;
