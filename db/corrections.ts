import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Limitable, type Limited, limitTo } from '~/workflows/correction';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { SubmissionDocument } from '~/workflows/submission';
import type { Outcome } from '~/workflows/words';
import { asCaseRow, type CaseRow, withHolder } from './cases/case-row';
import type { Db } from './client';
import type { LoadedDeclaration } from './declarations';
import { cases, decisions, publications, submissionAnswers, submissions } from './schema';

/** What is public of a declaration now, and what it rests on. */
export interface PublishedSubmission {
  number: number;
  publishedAt: Date;
  document: SubmissionDocument;
  outcome: Outcome;
  /** The case that was decided, as its present supplier has it. */
  case: CaseRow;
}

/** @returns undefined when nothing of the declaration is public now. Nothing is authorized here. */
export async function findPublishedSubmission(db: Db, declarationId: string): Promise<PublishedSubmission | undefined> {
  const [row] = await db
    .select({
      number: publications.number,
      publishedAt: publications.publishedAt,
      document: submissions.document,
      outcome: decisions.outcome,
      case: cases,
    })
    .from(publications)
    .innerJoin(decisions, eq(decisions.id, publications.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(and(eq(cases.declarationId, declarationId), isNull(publications.endedAt)))
    .orderBy(desc(publications.number));
  return row && { ...row, case: await withHolder(db, asCaseRow(row.case)) };
}

export type CorrectionRefusal = 'correction-nothing-public' | 'correction-other-version' | 'correction-not-complete';

/**
 * What a submission with only some answers changed would hold.
 * @param keys the answers that are to be sent as they are now
 */
export async function readCorrection(
  db: Db,
  loaded: LoadedDeclaration,
  keys: readonly QuestionKey[],
): Promise<Result<Limited, CorrectionRefusal>> {
  const published = await findPublishedSubmission(db, loaded.declaration.id);
  if (!published) return refuse('correction-nothing-public');
  if (!isSameVersion(loaded, published.document)) return refuse('correction-other-version');
  const limited = limitTo(loaded satisfies Limitable, published.document, keys);
  const missing = limited.completeness.sections.reduce((sum, section) => sum + section.missing.length, 0);
  return missing > 0 ? refuse('correction-not-complete', { count: missing }) : ok(limited);
}

/** Whether the declaration still answers the version that is public: else its questions cannot be put beside each other. */
export function isSameVersion(
  { questionnaire }: Pick<LoadedDeclaration, 'questionnaire'>,
  { questionnaire: sent }: SubmissionDocument,
): boolean {
  return sent.slug === questionnaire.slug && sent.version === questionnaire.version;
}

/** The hash of each answer of a submission, by question. Nothing is authorized here. */
export async function readSubmittedHashes(db: Db, submissionId: string): Promise<Map<QuestionKey, string>> {
  const { questionKey, answerHash } = submissionAnswers;
  const rows = await db
    .select({ questionKey, answerHash })
    .from(submissionAnswers)
    .where(eq(submissionAnswers.submissionId, submissionId));
  return new Map(rows.map((row) => [row.questionKey, row.answerHash]));
}
