import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { type EvidenceWithFile, findEvidence } from '../read-evidence';
import { submissionAnswers, submissions } from '../schema';

/**
 * A piece of evidence for those who review it: only what was sent with some submission of the declaration. What its
 * supplier has attached since, and not sent, does not exist here. The caller has authorized the declaration's case.
 */
export async function findSentEvidence(
  db: Db,
  { declarationId, evidenceId }: { declarationId: string; evidenceId: string },
): Promise<EvidenceWithFile | undefined> {
  const found = await findEvidence(db, evidenceId);
  if (!found || found.evidence.declarationId !== declarationId) return undefined;
  const [sent] = await db
    .select({ key: submissionAnswers.questionKey })
    .from(submissionAnswers)
    .innerJoin(submissions, eq(submissions.id, submissionAnswers.submissionId))
    .where(
      and(
        eq(submissions.declarationId, declarationId),
        sql`${submissionAnswers.evidence} @> ${JSON.stringify([{ id: evidenceId }])}::jsonb`,
      ),
    )
    .limit(1);
  return sent && found;
}
