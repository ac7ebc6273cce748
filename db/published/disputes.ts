import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { publicDisputes, publicProducts, publicSupplierChanges } from '../schema';

/** A dispute as everybody reads it. */
export interface PublicDispute {
  questionKey: string;
  publicationNumber: number;
  statement: string;
  statedBy: string;
  openedAt: Date;
  reply: string | null;
  repliedAt: Date | null;
  outcome: string | null;
  /** Null: it stands, and the answer is marked as disputed. */
  resolvedAt: Date | null;
}

const disputeColumns = {
  questionKey: publicDisputes.questionKey,
  publicationNumber: publicDisputes.publicationNumber,
  statement: publicDisputes.statement,
  statedBy: publicDisputes.statedBy,
  openedAt: publicDisputes.openedAt,
  reply: publicDisputes.reply,
  repliedAt: publicDisputes.repliedAt,
  outcome: publicDisputes.outcome,
  resolvedAt: publicDisputes.resolvedAt,
};

/**
 * The disputes about answers of a product that are public now, oldest first.
 * @param keys of the answers that are public: what is said of another answer is not
 */
export async function listPublicDisputes(
  db: Db,
  productId: string,
  keys: ReadonlySet<string>,
): Promise<PublicDispute[]> {
  const rows = await db
    .select(disputeColumns)
    .from(publicDisputes)
    .where(eq(publicDisputes.productId, productId))
    .orderBy(asc(publicDisputes.openedAt), asc(publicDisputes.disputeId));
  return rows.filter((row) => keys.has(row.questionKey));
}

/** The disputes about one answer of a product that is public, oldest first. @param key of an answer that is public now */
export function listDisputesOf(db: Db, slug: string, key: string): Promise<PublicDispute[]> {
  return db
    .select(disputeColumns)
    .from(publicDisputes)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicDisputes.productId))
    .where(and(eq(publicProducts.slug, slug), eq(publicDisputes.questionKey, key)))
    .orderBy(asc(publicDisputes.openedAt), asc(publicDisputes.disputeId));
}

export interface SupplierChange {
  fromName: string;
  toName: string;
  changedAt: Date;
}

/** The transfers of a product since it was first public, oldest first. */
export function listSupplierChanges(db: Db, productSlug: string): Promise<SupplierChange[]> {
  const { fromName, toName, changedAt } = publicSupplierChanges;
  return db
    .select({ fromName, toName, changedAt })
    .from(publicSupplierChanges)
    .where(eq(publicSupplierChanges.productSlug, productSlug))
    .orderBy(asc(publicSupplierChanges.changedAt));
}
