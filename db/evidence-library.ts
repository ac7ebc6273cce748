import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { canReadProduct } from '~/workflows/supplier-rights';
import type { Db } from './client';
import type { Evidence } from './declarations';
import { answerEvidence, declarations, evidence, products } from './schema';

/** A piece of evidence of a supplier, with where it is used now. */
export interface LibraryEvidence {
  evidence: Evidence;
  product: { id: string; name: string };
  questionKeys: QuestionKey[];
  /** The evidence that stands in for it, if any. */
  replacedById: string | null;
}

/** All evidence of the actor's supplier for products that they may read, newest first; replaced ones too. */
export async function listLibrary(db: Db, actor: Actor, supplierId: string): Promise<LibraryEvidence[]> {
  const rows = await db
    .select({ evidence, product: products })
    .from(evidence)
    .innerJoin(declarations, eq(declarations.id, evidence.declarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(and(eq(products.supplierId, supplierId), isNull(products.endedAt)))
    .orderBy(desc(evidence.createdAt), asc(evidence.id));
  const readable = rows.filter(({ product }) => canReadProduct(actor, product));
  const used = await listUses(
    db,
    readable.map((row) => row.evidence.id),
  );
  const replacedBy = new Map(readable.map((row) => [row.evidence.replacesId, row.evidence.id]));
  return readable.map((row) => ({
    evidence: row.evidence,
    product: { id: row.product.id, name: row.product.name },
    questionKeys: used.filter(({ evidenceId }) => evidenceId === row.evidence.id).map(({ questionKey }) => questionKey),
    replacedById: replacedBy.get(row.evidence.id) ?? null,
  }));
}

function listUses(db: Db, ids: readonly string[]) {
  return db
    .select({ evidenceId: answerEvidence.evidenceId, questionKey: answerEvidence.questionKey })
    .from(answerEvidence)
    .where(and(inArray(answerEvidence.evidenceId, [...ids]), isNull(answerEvidence.detachedAt)))
    .orderBy(asc(answerEvidence.attachedAt), asc(answerEvidence.questionKey));
}
