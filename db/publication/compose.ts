import { eq, sql } from 'drizzle-orm';
import { type GivenVerdict, type PublicationDocument, publicationOf } from '~/workflows/publication';
import { listAnswersInForce } from '../cases/verdicts-in-force';
import type { Transaction } from '../client';
import { cases, decisions, products, questionnaires, submissions, suppliers } from '../schema';

export interface ComposedPublication {
  productId: string;
  productSlug: string;
  /** The publication under a number. */
  compose: (number: number) => PublicationDocument;
}

/**
 * Gathers what a decision rests on and gives what it makes public.
 * @throws if there is no such decision, or it rejects
 */
export async function composePublication(tx: Transaction, decisionId: string): Promise<ComposedPublication> {
  const [row] = await tx
    .select({
      outcome: decisions.outcome,
      municipalityCode: decisions.municipalityCode,
      decidedAt: decisions.decidedAt,
      submissionId: submissions.id,
      submission: submissions.document,
      definition: questionnaires.definition,
      productId: products.id,
      productSlug: products.slug,
      supplierSlug: suppliers.slug,
      isDemo: suppliers.isDemo,
    })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(questionnaires, eq(questionnaires.id, submissions.questionnaireId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(products, eq(products.id, cases.productId))
    // Whoever sent it, also where the product has gone to another supplier since.
    .innerJoin(suppliers, sql`${suppliers.id}::text = ${submissions.document}->'supplier'->>'id'`)
    .where(eq(decisions.id, decisionId));
  if (!row) throw new Error('There is no such decision.');
  if (row.outcome === 'rejected') throw new Error('A decision that rejects makes nothing public.');
  const given = await listVerdictsInForce(tx, row.submissionId);
  const { productSlug, supplierSlug, isDemo, submission } = row;
  const { outcome, municipalityCode, decidedAt } = row;
  return {
    productId: row.productId,
    productSlug,
    compose: (number) =>
      publicationOf({
        number,
        productSlug,
        supplierSlug,
        isDemo,
        submission,
        decision: { outcome, municipalityCode, decidedAt },
        verdicts: given,
        evidenceTypes: row.definition.evidenceTypes,
      }),
  };
}

/** The verdict on each answer of a submission: its own, else the one that carried over from an earlier submission. */
async function listVerdictsInForce(tx: Transaction, submissionId: string): Promise<GivenVerdict[]> {
  const answers = await listAnswersInForce(tx, submissionId);
  return answers.flatMap(({ questionKey, verdict }) => (verdict ? [{ questionKey, ...verdict }] : []));
}
