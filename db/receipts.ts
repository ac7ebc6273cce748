import { and, eq } from 'drizzle-orm';
import type { Db } from './client';
import { cases, people, submissions } from './schema';

/** A submission as its receipt tells it; made from what was frozen, so it never changes. */
export interface Receipt {
  caseNumber: string;
  number: number;
  submittedAt: Date;
  submittedBy: string;
  productName: string;
  supplierName: string;
  questionnaire: { slug: string; version: string };
  answers: number;
  interfaces: number;
  hash: string;
}

/** The caller has authorized the declaration. @param number of the submission, from 1 up */
export async function findReceipt(db: Db, declarationId: string, number: number): Promise<Receipt | undefined> {
  const [row] = await db
    .select({ submission: submissions, caseNumber: cases.number, submittedBy: people.name })
    .from(submissions)
    .innerJoin(cases, eq(cases.id, submissions.caseId))
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .where(and(eq(submissions.declarationId, declarationId), eq(submissions.number, number)));
  if (!row) return undefined;
  const { document, hash, submittedAt } = row.submission;
  return {
    caseNumber: row.caseNumber,
    number,
    submittedAt,
    submittedBy: row.submittedBy,
    productName: document.product.name,
    supplierName: document.supplier.name,
    questionnaire: { slug: document.questionnaire.slug, version: document.questionnaire.version },
    answers: document.answers.length,
    interfaces: document.scope.filter(({ isIncluded }) => isIncluded).length,
    hash,
  };
}
