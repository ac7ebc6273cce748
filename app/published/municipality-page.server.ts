import { shortInterfaceLabel } from '~/app/published/interface-label';
import { productItem } from '~/app/published/product-item';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { findMunicipalityView, listUseIn } from '~/db/published/municipalities';
import { listProductsById, listProductsDecidedBy } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import { groupBy } from '~/workflows/group-by';

/** Everything that a municipality's page shows. @param code four digits */
export async function loadMunicipalityPage(db: Db, code: string, now: Date) {
  const today = copenhagenDay(now);
  const municipality = await findMunicipalityView(db, code, today);
  if (!municipality) return undefined;
  const [uses, decided, listed] = await Promise.all([
    listUseIn(db, code, today),
    listProductsDecidedBy(db, code, today),
    listInterfaces(db),
  ]);
  const byProduct = groupBy(uses, ({ productId }) => productId);
  const labels = new Map(listed.map((entry) => [entry.id, shortInterfaceLabel(entry)]));
  const products = await listProductsById(db, [...byProduct.keys()], today);
  return {
    municipality,
    inProduction: products.map(({ productId, slug, name, supplierSlug, supplierName, support }) => ({
      slug,
      name,
      supplier: { slug: supplierSlug, name: supplierName },
      interfaces: (byProduct.get(productId) ?? []).flatMap(({ interfaceId, sinceOn, isAttested }) => {
        const found = support.find((each) => each.interfaceId === interfaceId);
        if (!found) return [];
        const { level, rung, attestedBy, isDisputed } = found;
        const label = labels.get(interfaceId) ?? { da: interfaceId, en: interfaceId };
        return [{ id: interfaceId, name: label, level, rung, attestedBy, isDisputed, sinceOn, isAttested }];
      }),
    })),
    decided: decided.map((product) => productItem(product, { [municipality.code]: municipality.name })),
  };
}
