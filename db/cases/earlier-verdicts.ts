import { and, eq, isNotNull, isNull, notExists, notInArray, or } from 'drizzle-orm';
import type { EarlierVerdict } from '~/workflows/case/delta';
import type { Db } from '../client';
import { cases, decisions, letters, verdicts } from '../schema';

/**
 * Verdicts of the declaration that can carry over: given in this case, or in one that was decided and whose approval
 * nobody has taken back since.
 */
export function listEarlierVerdicts(
  db: Db,
  { caseId, declarationId }: { caseId: string; declarationId: string },
): Promise<EarlierVerdict[]> {
  const { questionKey, answerHash, kind, givenAt } = verdicts;
  return db
    .select({ id: verdicts.id, questionKey, answerHash, kind, givenAt })
    .from(verdicts)
    .innerJoin(cases, eq(cases.id, verdicts.caseId))
    .leftJoin(decisions, eq(decisions.caseId, verdicts.caseId))
    .where(
      and(
        eq(verdicts.declarationId, declarationId),
        isNull(verdicts.replacedAt),
        or(eq(cases.id, caseId), isNotNull(decisions.id)),
        notInArray(cases.state, ['suspended', 'revoked', 'overturned']),
        // An overturned case goes on to expire; its verdicts stay overturned.
        notExists(overturning(db)),
      ),
    );
}

/** The ruling that overturned a case's decision. */
function overturning(db: Db) {
  return db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.caseId, cases.id), eq(letters.about, 'overturned')));
}
