import { and, desc, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import { minutesPerVerdict } from '~/workflows/review/minutes-saved';
import type { Db } from '../client';
import { log } from '../schema';

/** How far back the log is read, in days, and how many rows at most: the last year's habit is today's. */
const period = 365;
const rowLimit = 5_000;

/**
 * How many minutes a verdict takes reviewers, measured from the log.
 * @returns null where too few verdicts were given to say
 */
export async function measureMinutesPerVerdict(db: Db, now: Date): Promise<number | null> {
  const since = new Date(now.getTime() - period * 86_400_000);
  const rows = await db
    .select({
      caseId: log.subjectId,
      personId: sql<string>`${log.personId}::text`,
      at: log.at,
      action: log.action,
    })
    .from(log)
    .where(and(inArray(log.action, ['case.claim', 'verdict.give']), gte(log.at, since), isNotNull(log.personId)))
    .orderBy(desc(log.number))
    .limit(rowLimit);
  return minutesPerVerdict(
    rows.map(({ caseId, personId, at, action }) => ({
      caseId,
      personId,
      at: at.getTime(),
      kind: action === 'verdict.give' ? 'give' : 'claim',
    })),
  );
}
