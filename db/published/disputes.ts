import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { publicDisputes, publicSupplierChanges } from '../schema';

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

/**
 * The disputes about answers of a product that are public now, oldest first.
 * @param keys of the answers that are public: what is said of another answer is not
 */
export async function listPublicDisputes(
  db: Db,
  productId: string,
  keys: ReadonlySet<string>,
): Promise<PublicDispute[]> {
  const { questionKey, publicationNumber, statement, statedBy, openedAt, reply, repliedAt, outcome, resolvedAt } =
    publicDisputes;
  const rows = await db
    .select({ questionKey, publicationNumber, statement, statedBy, openedAt, reply, repliedAt, outcome, resolvedAt })
    .from(publicDisputes)
    .where(eq(publicDisputes.productId, productId))
    .orderBy(asc(publicDisputes.openedAt), asc(publicDisputes.disputeId));
  return rows.filter((row) => keys.has(row.questionKey));
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
