import { and, asc, desc, eq, exists, gt, gte, notExists, or, type SQL, sql } from 'drizzle-orm';
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
 * withdrawn, suspended or revoked, nothing but the tombstone is shown, and of one that has expired from the day on that
 * the coordinator's setting gave. One that was merged stays to be read.
 * @param today yyyy-mm-dd in Copenhagen
 */
export function listPublicationsInFull(db: Db, slug: string, today: string): Promise<CitedPublication[]> {
  return db
    .select({
      number: publications.number,
      publishedAt: publications.publishedAt,
      endedAt: publications.endedAt,
      endedBecause: publications.endedBecause,
      readableUntil: publications.readableUntil,
      document: publications.document,
    })
    .from(publications)
    .where(and(eq(publications.productSlug, slug), isReadable(db, slug, today)))
    .orderBy(asc(publications.number));
}

/** Whether the documents of a product's publications may be read on a day. */
export function isReadable(db: Db, slug: string, today: string): SQL | undefined {
  const present = db.select({ one: sql`1` }).from(publicProducts).where(eq(publicProducts.slug, slug));
  const merged = alias(publications, 'merged');
  const ended = db
    .select({ one: sql`1` })
    .from(merged)
    .where(and(eq(merged.productSlug, slug), eq(merged.endedBecause, 'merged')));
  const expired = db
    .select({ one: sql`1` })
    .from(latest)
    .where(and(eq(latest.productSlug, slug), isLatestAndExpired(db, today)));
  return or(exists(present), exists(ended), exists(expired));
}

const latest = alias(publications, 'latest');

/** Whether the publication is its product's last one, has expired, and can be read still. */
function isLatestAndExpired(db: Db, today: string): SQL | undefined {
  const later = alias(publications, 'later');
  const next = db
    .select({ one: sql`1` })
    .from(later)
    .where(and(eq(later.productSlug, latest.productSlug), gt(later.number, latest.number)));
  return and(gte(latest.readableUntil, today), eq(latest.endedBecause, 'expired'), notExists(next));
}

/** A product whose last publication has expired and can be read still. */
export interface ExpiredProduct {
  slug: string;
  name: string;
  supplierSlug: string;
  supplierName: string;
  number: number;
  endedAt: Date;
  /** yyyy-mm-dd: the last day on which it can be read. */
  readableUntil: string;
}

/** Every such product, the last to expire first. @param today yyyy-mm-dd in Copenhagen */
export async function listExpired(db: Db, today: string): Promise<ExpiredProduct[]> {
  const rows = await db
    .select({
      slug: latest.productSlug,
      name: sql<string>`${latest.document}->'product'->>'name'`,
      supplierSlug: sql<string>`${latest.document}->'supplier'->>'slug'`,
      supplierName: sql<string>`${latest.document}->'supplier'->>'name'`,
      number: latest.number,
      endedAt: latest.endedAt,
      readableUntil: latest.readableUntil,
    })
    .from(latest)
    .where(isLatestAndExpired(db, today))
    .orderBy(desc(latest.endedAt), asc(latest.productSlug));
  return rows.flatMap(({ endedAt, readableUntil, ...row }) =>
    endedAt && readableUntil ? [{ ...row, endedAt, readableUntil }] : [],
  );
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
