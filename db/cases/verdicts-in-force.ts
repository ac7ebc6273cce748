import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import { submissionAnswers, verdicts } from '../schema';

export type Verdict = typeof verdicts.$inferSelect;

/** An answer of a submission with the verdict that counts: the submission's own, else the one that carried over. */
export interface AnswerInForce {
  questionKey: string;
  sectionId: string;
  interfaceId: string | null;
  answerHash: string;
  verdict: Pick<
    Verdict,
    'id' | 'kind' | 'reason' | 'answerHash' | 'reviewerId' | 'municipalityCode' | 'givenAt'
  > | null;
  /** Whether it carried over from an earlier submission and nobody has looked anew. */
  isCarried: boolean;
  /** Whether it moved since it was approved: it had no verdict to carry over. */
  isMoved: boolean;
}

const own = alias(verdicts, 'own');
const carried = alias(verdicts, 'carried');
const isOwn = and(
  eq(own.submissionId, submissionAnswers.submissionId),
  eq(own.questionKey, submissionAnswers.questionKey),
  isNull(own.replacedAt),
);
const isCarriedOver = eq(carried.id, submissionAnswers.carriedVerdictId);

/** Answers of one section with the same kind of verdict in force; null: nobody has judged them. */
export interface CountedVerdicts {
  sectionId: string;
  kind: Verdict['kind'] | null;
  hasReason: boolean;
  answers: number;
}

/** How the verdicts in force are spread: what every event of a case has to know, without reading each answer. */
export function countVerdictsInForce(db: Db, submissionId: string): Promise<CountedVerdicts[]> {
  const kind = sql<Verdict['kind'] | null>`coalesce(${own.kind}, ${carried.kind})`;
  const reason = sql`case when ${own.id} is null then ${carried.reason} else ${own.reason} end`;
  const hasReason = sql<boolean>`coalesce(${reason}, '') <> ''`;
  return db
    .select({ sectionId: submissionAnswers.sectionId, kind, hasReason, answers: count() })
    .from(submissionAnswers)
    .leftJoin(own, isOwn)
    .leftJoin(carried, isCarriedOver)
    .where(eq(submissionAnswers.submissionId, submissionId))
    .groupBy(submissionAnswers.sectionId, kind, hasReason);
}

/** @returns in the questionnaire's order */
export async function listAnswersInForce(db: Db, submissionId: string): Promise<AnswerInForce[]> {
  const rows = await db
    .select({ answer: answerColumns, own: columnsOf(own), carried: columnsOf(carried) })
    .from(submissionAnswers)
    .leftJoin(own, isOwn)
    .leftJoin(carried, isCarriedOver)
    .where(eq(submissionAnswers.submissionId, submissionId))
    .orderBy(asc(submissionAnswers.position));
  return rows.map(({ answer: { isMoved, ...answer }, own: given, carried: kept }) => ({
    ...answer,
    isMoved,
    verdict: given ?? kept,
    isCarried: given === null && kept !== null,
  }));
}

const answerColumns = {
  questionKey: submissionAnswers.questionKey,
  sectionId: submissionAnswers.sectionId,
  interfaceId: submissionAnswers.interfaceId,
  answerHash: submissionAnswers.answerHash,
  isMoved: sql<boolean>`${submissionAnswers.carriedVerdictId} is null`,
};

type Aliased = ReturnType<typeof alias<typeof verdicts, string>>;

function columnsOf(table: Aliased) {
  const { id, kind, reason, answerHash, reviewerId, municipalityCode, givenAt } = table;
  return { id, kind, reason, answerHash, reviewerId, municipalityCode, givenAt };
}
