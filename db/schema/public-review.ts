import { date, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import type { ReviewClock } from '~/workflows/review-clock';
import { id, moment } from './columns';
import { published } from './published';

/** What the public may learn of a letter by its code. Written when the letter is sent. */
export const publicLetters = published.table('letters', {
  code: text().primaryKey(),
  decisionId: uuid().notNull(),
  municipalityCode: text().notNull(),
  sentAt: moment().notNull(),
});

/** The public review clock, as it was last computed from the log; one row. */
export const publicReviewClock = published.table('review_clock', {
  id: id(),
  clock: jsonb().$type<ReviewClock>().notNull(),
  computedAt: moment().notNull(),
});

/** The clock as it stood at the end of each day on which it was computed. */
export const pastReviewClocks = published.table('past_review_clocks', {
  day: date({ mode: 'string' }).primaryKey(),
  id: uuid().notNull(),
  clock: jsonb().$type<ReviewClock>().notNull(),
  computedAt: moment().notNull(),
});
