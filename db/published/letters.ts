import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { municipalities, publications, publicLetters } from '../schema';

/** What everybody may learn of a letter whose code they have. */
export interface PublicLetter {
  sentAt: Date;
  municipality: string;
  /** Only while the decision's publication is public. */
  product: { slug: string; name: string } | null;
}

/** @param code as it is stored @returns undefined: no such letter has been sent */
export async function findPublicLetter(db: Db, code: string): Promise<PublicLetter | undefined> {
  const [row] = await db
    .select({
      sentAt: publicLetters.sentAt,
      municipality: municipalities.name,
      slug: publications.productSlug,
      document: publications.document,
    })
    .from(publicLetters)
    .innerJoin(municipalities, eq(municipalities.code, publicLetters.municipalityCode))
    .leftJoin(publications, and(eq(publications.decisionId, publicLetters.decisionId), isNull(publications.endedAt)))
    .where(eq(publicLetters.code, code));
  if (!row) return undefined;
  const { sentAt, municipality, slug, document } = row;
  return { sentAt, municipality, product: slug && document ? { slug, name: document.product.name } : null };
}
