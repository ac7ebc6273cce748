import { and, asc, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PublicationDocument } from '~/workflows/publication';
import type { Db } from '../client';
import { interfaceGroups, interfaces, publications, publicProducts } from '../schema';
import type { PublicationView } from './products';

export interface CitedPublication extends PublicationView {
  document: PublicationDocument;
}

/**
 * Every publication of a product as it was published, oldest first. Only of a product that is public: of one that was
 * withdrawn, suspended, revoked or has expired, nothing but the tombstone is shown. One that was merged stays to be read.
 */
export function listPublicationsInFull(db: Db, slug: string): Promise<CitedPublication[]> {
  return db
    .select({
      number: publications.number,
      publishedAt: publications.publishedAt,
      endedAt: publications.endedAt,
      endedBecause: publications.endedBecause,
      document: publications.document,
    })
    .from(publications)
    .where(and(eq(publications.productSlug, slug), isReadable(db, slug)))
    .orderBy(asc(publications.number));
}

/** Whether the documents of a product's publications may be read now. */
export function isReadable(db: Db, slug: string): SQL | undefined {
  const present = db.select({ one: sql`1` }).from(publicProducts).where(eq(publicProducts.slug, slug));
  const merged = alias(publications, 'merged');
  const ended = db
    .select({ one: sql`1` })
    .from(merged)
    .where(and(eq(merged.productSlug, slug), eq(merged.endedBecause, 'merged')));
  return or(exists(present), exists(ended));
}

/** Every interface that ever was, removed ones too, and the groups, in the catalogue's order: what was published names them. */
export async function listInterfacesEver(db: Db) {
  const [groups, listed] = await Promise.all([
    db
      .select({ id: interfaceGroups.id, name: interfaceGroups.name })
      .from(interfaceGroups)
      .orderBy(asc(interfaceGroups.position)),
    db
      .select({ id: interfaces.id, groupId: interfaces.groupId, name: interfaces.name })
      .from(interfaces)
      .innerJoin(interfaceGroups, eq(interfaceGroups.id, interfaces.groupId))
      .orderBy(asc(interfaceGroups.position), asc(interfaces.position), asc(interfaces.id)),
  ]);
  return { groups, interfaces: listed };
}
