import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { CaseState } from '~/workflows/words';
import { copenhagenDay, dueAfter } from '~/workflows/working-days';
import type { Database, Transaction } from '../client';
import { queueNotice } from '../mail/plain-notice';
import { getPortalSettings } from '../portal-settings';
import { caseEscalations, cases, municipalities, products } from '../schema';

/** The states in which a municipality holds the ball. The clock begins anew when the case comes back to one of them. */
const reviewing = ['review', 'decision'] as const satisfies readonly CaseState[];

/** @returns when a municipality is to be done with a case that comes into a state now; null: it does not hold the ball */
export async function reviewDueAt(db: Database | Transaction, state: CaseState, now: Date): Promise<Date | null> {
  if (!reviewing.some((each) => each === state)) return null;
  const { reviewDays } = await getPortalSettings(db);
  return dueAfter(now, reviewDays);
}

/** A review that has taken longer than it may, and so long that the coordinators are to know. */
export interface OverdueReview {
  caseId: string;
  number: string;
  state: CaseState;
  stateSince: Date;
  product: string;
  municipality: string;
  /** When the review should have been done. */
  dueAt: Date;
}

/** Reviews whose clock ran out so many working days ago that it is to be told of and has not been, longest first. */
export async function listOverdueReviews(db: Database | Transaction, now: Date): Promise<OverdueReview[]> {
  const { escalateDays } = await getPortalSettings(db);
  const rows = await db
    .select({
      caseId: cases.id,
      number: cases.number,
      state: cases.state,
      stateSince: cases.stateSince,
      product: products.name,
      municipality: municipalities.name,
      dueAt: cases.reviewDueAt,
    })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .leftJoin(
      caseEscalations,
      and(eq(caseEscalations.caseId, cases.id), eq(caseEscalations.stateSince, cases.stateSince)),
    )
    .where(and(inArray(cases.state, [...reviewing]), lt(cases.reviewDueAt, now), isNull(caseEscalations.caseId)))
    .orderBy(asc(cases.stateSince), asc(cases.id));
  return rows.flatMap(({ dueAt, ...row }) =>
    dueAt && dueAfter(dueAt, escalateDays) <= now ? [{ ...row, dueAt }] : [],
  );
}

/**
 * Tells the coordinators of reviews whose clock ran out some working days ago: once for each time that a case comes into
 * its state, whoever calls and how often, also after the server was down.
 * @returns those that were told of now
 */
export async function escalateReviews(db: Database, now: Date): Promise<OverdueReview[]> {
  const told: OverdueReview[] = [];
  for (const review of await listOverdueReviews(db, now)) {
    if (await db.transaction((tx) => tell(tx, review, now))) told.push(review);
  }
  return told;
}

/** The row is the promise that it happens once: whoever inserts it queues the mail, in the same transaction. */
async function tell(tx: Transaction, review: OverdueReview, now: Date): Promise<boolean> {
  const { caseId, stateSince, number, product, municipality, dueAt } = review;
  const [mine] = await tx
    .insert(caseEscalations)
    .values({ caseId, stateSince, escalatedAt: now })
    .onConflictDoNothing()
    .returning({ caseId: caseEscalations.caseId });
  if (!mine) return false;
  await queueNotice(tx, now, {
    about: 'review-overdue',
    to: { coordinators: true },
    params: { number, product, municipality, date: copenhagenDay(dueAt) },
    link: { page: 'review-case', caseId },
  });
  return true;
}
