import { and, asc, inArray, type SQL, sql } from 'drizzle-orm';
import type { OfferedProduct, OfferedSupport } from '~/workflows/profile';
import type { ProductType } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';
import { provenOn, supportProof } from './attestations';

/** A product with what is published about some interfaces. */
export interface Offer extends OfferedProduct {
  supplierSlug: string;
  supplierName: string;
  isDemo: boolean;
  /** Of the publication in force, for citing. */
  publicationNumber: number;
}

export interface OffersAsked {
  interfaceIds: readonly string[];
  /** Empty: all. */
  type: readonly ProductType[];
  kle: readonly string[];
}

/**
 * Every published product with its support of the interfaces.
 * @param today yyyy-mm-dd in Copenhagen, for rungs
 */
export async function listOffers(db: Db, asked: OffersAsked, today: string): Promise<Offer[]> {
  const [products, support] = await Promise.all([
    db
      .select({
        productId: publicProducts.productId,
        slug: publicProducts.slug,
        name: publicProducts.name,
        supplierSlug: publicProducts.supplierSlug,
        supplierName: publicProducts.supplierName,
        isDemo: publicProducts.isDemo,
        publicationNumber: publicProducts.publicationNumber,
      })
      .from(publicProducts)
      .where(
        and(
          asked.type.length > 0 ? inArray(publicProducts.type, [...asked.type]) : undefined,
          asked.kle.length > 0 ? hasMainGroup(sql`to_jsonb(${publicProducts.kle})`, asked.kle) : undefined,
        ),
      )
      .orderBy(asc(publicProducts.slug)),
    db
      .select({
        productId: publicSupport.productId,
        interfaceId: publicSupport.interfaceId,
        level: publicSupport.level,
        version: publicSupport.version,
        plannedOn: publicSupport.plannedOn,
        ...supportProof,
      })
      .from(publicSupport)
      .where(inArray(publicSupport.interfaceId, [...asked.interfaceIds])),
  ]);
  const byProduct = new Map<string, Map<string, OfferedSupport>>();
  for (const { productId, interfaceId, evidence, attestations, ...given } of support) {
    const offered = byProduct.get(productId) ?? new Map<string, OfferedSupport>();
    const { rung } = provenOn({ level: given.level, evidence, attestations }, today);
    byProduct.set(productId, offered.set(interfaceId, { ...given, rung }));
  }
  return products.map(({ productId, ...product }) => ({ ...product, support: byProduct.get(productId) ?? new Map() }));
}

/** KLE numbers of a product whose main group is one of those asked for. */
function hasMainGroup(numbers: SQL, mainGroups: readonly string[]): SQL {
  return sql`exists (select from jsonb_array_elements_text(${numbers}) as n(number) where left(n.number, 2) in ${[...mainGroups]})`;
}
