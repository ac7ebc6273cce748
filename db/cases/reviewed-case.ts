import { and, eq } from 'drizzle-orm';
import { type Actor, hasRole } from '~/workflows/actor';
import { mayKnowCase } from '~/workflows/case/visibility';
import type { SubmissionDocument } from '~/workflows/submission';
import { municipalRoles } from '~/workflows/words';
import type { Db } from '../client';
import { cases, decisions, municipalities, products, submissions, suppliers } from '../schema';
import { asCaseRow, type CaseRow, isCaseId } from './case-row';

/** A case as those see it who review, coordinate or audit: with the submission that is under review. */
export interface ReviewedCase {
  row: CaseRow;
  product: { id: string; name: string };
  supplier: { id: string; name: string; cvr: string };
  municipality: { code: string; name: string } | null;
  submission: {
    id: string;
    number: number;
    submittedAt: Date;
    questionnaireId: string;
    document: SubmissionDocument;
  };
  decision: typeof decisions.$inferSelect | null;
}

/**
 * @returns undefined when there is no such case, when it was never sent (a draft is its supplier's alone), or when
 *   the actor may not know that it exists
 */
export async function findReviewedCase(db: Db, actor: Actor, caseId: string): Promise<ReviewedCase | undefined> {
  if (!isCaseId(caseId) || !hasRole(actor, ...municipalRoles, 'coordinator', 'auditor')) return undefined;
  const [found] = await db
    .select({
      row: cases,
      product: { id: products.id, name: products.name },
      supplier: { id: suppliers.id, name: suppliers.name, cvr: suppliers.cvr },
      municipality: { code: municipalities.code, name: municipalities.name },
      submission: {
        id: submissions.id,
        number: submissions.number,
        submittedAt: submissions.submittedAt,
        questionnaireId: submissions.questionnaireId,
        document: submissions.document,
      },
      decision: decisions,
    })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .innerJoin(submissions, and(eq(submissions.id, cases.currentSubmissionId), eq(submissions.caseId, cases.id)))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .leftJoin(decisions, eq(decisions.caseId, cases.id))
    .where(eq(cases.id, caseId));
  if (!found || !mayKnowCase(actor, found.row)) return undefined;
  return { ...found, row: asCaseRow(found.row) };
}
