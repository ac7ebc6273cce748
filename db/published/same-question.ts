import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { PublicAnswer } from '~/workflows/publication';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';

/** What another product answered to the same question, as the public reads it. */
export interface PublishedElsewhere {
  productSlug: string;
  product: string;
  supplier: string;
  answer: PublicAnswer;
}

/**
 * How products of other suppliers answered some questions: published answers alone, so nothing of a draft or a case is
 * among them.
 * @param keys question keys, with the interface where the question is about one
 * @param supplierCvr whose own products are left out
 * @param most answers per question
 * @returns by question key, in the order of the products' names
 */
export async function listPublishedElsewhere(
  db: Db,
  { keys, supplierCvr, most = 5 }: { keys: readonly string[]; supplierCvr: string; most?: number },
): Promise<Map<string, PublishedElsewhere[]>> {
  const found = new Map<string, PublishedElsewhere[]>();
  if (keys.length === 0) return found;
  const wanted = new Set(keys);
  const interfaceIds = [...new Set(keys.flatMap((key) => key.split('@')[1] ?? []))];
  const about = { slug: publicProducts.slug, name: publicProducts.name, supplier: publicProducts.supplierName };
  const own = ne(publicProducts.supplierCvr, supplierCvr);
  const isGeneral = keys.some((key) => !key.includes('@'));
  const general = isGeneral
    ? await db
        .select({ ...about, answers: publicProducts.answers })
        .from(publicProducts)
        .where(own)
        .orderBy(asc(publicProducts.name), asc(publicProducts.slug))
    : [];
  const support =
    interfaceIds.length > 0
      ? await db
          .select({ ...about, answers: publicSupport.answers })
          .from(publicSupport)
          .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
          .where(and(own, inArray(publicSupport.interfaceId, interfaceIds)))
          .orderBy(asc(publicProducts.name), asc(publicProducts.slug))
      : [];
  for (const { slug, name, supplier, answers } of [...general, ...support]) {
    for (const answer of answers) {
      const present = found.get(answer.key) ?? [];
      if (!wanted.has(answer.key) || present.length >= most) continue;
      found.set(answer.key, [...present, { productSlug: slug, product: name, supplier, answer }]);
    }
  }
  return found;
}
