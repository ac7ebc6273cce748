import { randomUUID } from 'node:crypto';
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import { clockPeriodDays, computeReviewClock } from '~/workflows/review-clock';
import { type CaseState, caseEvents } from '~/workflows/words';
import type { Database, Db } from './client';
import { lockReadModel } from './publication/read-model';
import { cases, log, pastReviewClocks, publicReviewClock } from './schema';

/** How old the public clock may be, in milliseconds. Seldom on purpose: from one to the next nobody sees a single case. */
const maximumAge = 24 * 3_600_000;

const waitingStates: CaseState[] = ['submitted', 'screening', 'review', 'hearing', 'decision'];

/**
 * Computes the public review clock from the log when the present one is a day old. Several processes may call it: the
 * read model's lock lets one at a time look and write.
 * @returns whether it was computed
 */
export async function keepReviewClock(db: Database, now: Date): Promise<boolean> {
  if (!(await isOld(db, now))) return false;
  return db.transaction(async (tx) => {
    await lockReadModel(tx);
    if (!(await isOld(tx, now))) return false;
    const clock = computeReviewClock(await listSteps(tx, now), await countWaiting(tx));
    const row = { id: randomUUID(), clock, computedAt: now };
    await tx.delete(publicReviewClock);
    await tx.insert(publicReviewClock).values(row);
    const day = copenhagenDay(now);
    await tx
      .insert(pastReviewClocks)
      .values({ day, ...row })
      .onConflictDoUpdate({ target: pastReviewClocks.day, set: row });
    return true;
  });
}

async function isOld(db: Db, now: Date): Promise<boolean> {
  const [present] = await db.select({ computedAt: publicReviewClock.computedAt }).from(publicReviewClock);
  return !present || now.getTime() - present.computedAt.getTime() >= maximumAge;
}

function countWaiting(db: Db): Promise<number> {
  return db.$count(cases, and(eq(cases.isOpen, true), inArray(cases.state, waitingStates)));
}

async function listSteps(db: Db, now: Date) {
  const [from, to] = [sql<CaseState>`${log.details} ->> 'from'`, sql<CaseState>`${log.details} ->> 'to'`];
  const rows = await db
    .select({ caseId: log.subjectId, at: log.at, from, to })
    .from(log)
    .where(
      and(
        inArray(
          log.action,
          caseEvents.map((event) => `case.${event}`),
        ),
        gte(log.at, new Date(now.getTime() - clockPeriodDays * 86_400_000)),
        sql`${from} <> ${to}`,
      ),
    )
    .orderBy(asc(log.number));
  return rows.map(({ at, ...step }) => ({ ...step, at: at.getTime() }));
}
