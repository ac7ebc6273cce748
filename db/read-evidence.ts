import { asc, eq } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { canReadProduct } from '~/workflows/supplier-rights';
import type { Db } from './client';
import { type Evidence, isUuid } from './declarations';
import { declarations, evidence, files, products } from './schema';

/** All evidence of a declaration, attached or not, oldest first: what a further answer can share. */
export function listEvidence(db: Db, declarationId: string): Promise<Evidence[]> {
  return db
    .select()
    .from(evidence)
    .where(eq(evidence.declarationId, declarationId))
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** A piece of evidence with what is known of its file. */
export interface EvidenceWithFile {
  evidence: Evidence;
  file: typeof files.$inferSelect | null;
}

/** Nothing is authorized here: for those who decide by other means who may see it. */
export async function findEvidence(db: Db, evidenceId: string): Promise<EvidenceWithFile | undefined> {
  if (!isUuid(evidenceId)) return undefined;
  const [row] = await db
    .select({ evidence, file: files })
    .from(evidence)
    .leftJoin(files, eq(files.hash, evidence.fileHash))
    .where(eq(evidence.id, evidenceId));
  return row;
}

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findEvidenceFor(db: Db, actor: Actor, evidenceId: string): Promise<EvidenceWithFile | undefined> {
  const found = await findEvidence(db, evidenceId);
  if (!found) return undefined;
  const [product] = await db
    .select({ id: products.id, supplierId: products.supplierId })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(declarations.id, found.evidence.declarationId));
  return product && canReadProduct(actor, product) ? found : undefined;
}
