import type { ReviewClock } from '~/workflows/review-clock';
import type { Db } from '../client';
import { publicReviewClock } from '../schema';

/** The public review clock and when it was computed; undefined before it was for the first time. */
export async function findReviewClock(db: Db): Promise<{ clock: ReviewClock; computedAt: Date } | undefined> {
  const [row] = await db
    .select({ clock: publicReviewClock.clock, computedAt: publicReviewClock.computedAt })
    .from(publicReviewClock);
  return row;
}
