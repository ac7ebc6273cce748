import { and, asc, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { OfferedProduct, OfferedSupport } from '~/workflows/profile';
import type { PublicAnswer, PublicationDocument } from '~/workflows/publication';
import { type PublishedCatalogue, publishedRowsOf } from '~/workflows/published-rows';
import type { ProductType } from '~/workflows/words';
import type { Db } from '../client';
import { publications, publicProducts, publicSupport } from '../schema';
import { loadAttestedPeriods, provenOn, supportProof } from './attestations';

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
 * Every published product with its support of the interfaces, as of today.
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

/**
 * The same as of an earlier day: from the publications that were in force at its end. One that was suspended in between
 * and is in force again counts as in force.
 * @param day yyyy-mm-dd in Copenhagen
 */
export async function listOffersOn(
  db: Db,
  asked: OffersAsked,
  { day, catalogue }: { day: string; catalogue: PublishedCatalogue },
): Promise<Offer[]> {
  const end = sql`((${day}::date + 1)::timestamp at time zone 'Europe/Copenhagen')`;
  const types = sql`${publications.document}->'product'->>'type'`;
  const about = JSON.stringify({ ids: asked.interfaceIds });
  const rows = await db
    .select({
      facts: sql<Omit<PublicationDocument, 'answers' | 'sections'>>`${publications.document} - 'answers' - 'sections'`,
      answers: sql<
        PublicAnswer[]
      >`jsonb_path_query_array(${publications.document}, '$.answers[*] ? (@.interfaceId == $ids[*])', ${about}::jsonb)`,
    })
    .from(publications)
    .where(
      and(
        lt(publications.publishedAt, end),
        or(isNull(publications.endedAt), gte(publications.endedAt, end)),
        asked.type.length > 0 ? sql`${types} in ${[...asked.type]}` : undefined,
        asked.kle.length > 0 ? hasMainGroup(sql`${publications.document}->'product'->'kle'`, asked.kle) : undefined,
      ),
    )
    .orderBy(asc(publications.productSlug));
  const periodsOf = await loadAttestedPeriods(db);
  return rows.map(({ facts, answers }) => {
    const { product, support } = publishedRowsOf({ ...facts, sections: [], answers }, catalogue);
    const offered = support.map(({ interfaceId, level, version, plannedOn, answers: given }) => {
      const evidence = given.flatMap((answer) => answer.evidence);
      const { rung } = provenOn({ level, evidence, attestations: periodsOf(product.slug, interfaceId) }, day);
      return [interfaceId, { level, version, plannedOn, rung }] as const;
    });
    const { slug, name, supplierSlug, supplierName, isDemo, publicationNumber } = product;
    return { slug, name, supplierSlug, supplierName, isDemo, publicationNumber, support: new Map(offered) };
  });
}

/** KLE numbers of a product whose main group is one of those asked for. */
function hasMainGroup(numbers: SQL, mainGroups: readonly string[]): SQL {
  return sql`exists (select from jsonb_array_elements_text(${numbers}) as n(number) where left(n.number, 2) in ${[...mainGroups]})`;
}
