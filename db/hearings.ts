import { randomUUID } from 'node:crypto';
import { and, count, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { type Actor, hasRole } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { isHearingOpen, listHearingGaps } from '~/workflows/hearing';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { lockReadModel } from './publication/read-model';
import { answers, hearingComments, questionnaireDrafts, questionnaireHearings } from './schema';

/** Null: the operator at the command line. */
export type Coordinating = { actor: Actor | null; now: Date };

export type HearingRefusal =
  | 'role-required'
  | 'not-found'
  | 'draft-not-found'
  | 'draft-has-changed'
  | 'hearing-runs'
  | 'hearing-day'
  | 'hearing-introduction'
  | 'hearing-ended'
  | 'comment-has-moved'
  | 'comment-answer';

export const mayCoordinate = ({ actor }: Coordinating): boolean => actor === null || hasRole(actor, 'coordinator');

/**
 * Lets everybody read a draft and comment on it. What is heard stays as it is, whatever becomes of the draft.
 * @param input.hash of the draft that the person has seen
 * @param input.closesOn the last day for comments, yyyy-mm-dd
 */
export function openHearing(
  db: Db,
  acting: Coordinating,
  input: { slug: string; version: string; hash: string; closesOn: string; introduction: string },
): Promise<Result<{ hearingId: string }, HearingRefusal>> {
  return db.transaction(async (tx) => {
    if (!mayCoordinate(acting)) return refuse('role-required');
    const { slug, version, closesOn } = input;
    const [draft] = await tx
      .select()
      .from(questionnaireDrafts)
      .where(and(eq(questionnaireDrafts.slug, slug), eq(questionnaireDrafts.version, version)))
      .for('update');
    if (!draft) return refuse('draft-not-found');
    if (draft.hash !== input.hash) return refuse('draft-has-changed');
    const running = and(eq(questionnaireHearings.slug, slug), isNull(questionnaireHearings.endedAt));
    if ((await tx.$count(questionnaireHearings, running)) > 0) return refuse('hearing-runs');
    const introduction = input.introduction.replaceAll('\r\n', '\n').trim();
    const [gap] = listHearingGaps({ closesOn, introduction }, copenhagenDay(acting.now));
    if (gap) return { ok: false, refusal: gap.refusal };
    await lockReadModel(tx);
    const hearingId = randomUUID();
    const { definition, mapping, hash } = draft;
    const heard = { slug, version, definition, mapping, hash, introduction, closesOn, openedAt: acting.now };
    await tx.insert(questionnaireHearings).values({ id: hearingId, ...heard });
    await appendLog(tx, acting, {
      action: 'hearing.open',
      subject: { type: 'questionnaire', id: `${slug} ${version}` },
      details: { hearingId, hash, closesOn, introduction },
    });
    return ok({ hearingId });
  });
}

/** Ends a hearing before its day, or after it without publishing: the draft is a draft again. */
export function endHearing(
  db: Db,
  acting: Coordinating,
  input: { hearingId: string },
): Promise<Result<null, HearingRefusal>> {
  return db.transaction(async (tx) => {
    if (!mayCoordinate(acting)) return refuse('role-required');
    if (!isUuid(input.hearingId)) return refuse('not-found');
    const [hearing] = await tx
      .select()
      .from(questionnaireHearings)
      .where(eq(questionnaireHearings.id, input.hearingId))
      .for('update');
    if (!hearing) return refuse('not-found');
    if (hearing.endedAt) return refuse('hearing-ended');
    await writeEnd(tx, acting, hearing, 'ended');
    return ok(null);
  });
}

async function writeEnd(
  tx: Transaction,
  acting: Coordinating,
  { id, slug, version }: { id: string; slug: string; version: string },
  because: 'ended' | 'published',
): Promise<void> {
  await lockReadModel(tx);
  await tx
    .update(questionnaireHearings)
    .set({ endedAt: acting.now, endedBecause: because })
    .where(eq(questionnaireHearings.id, id));
  await appendLog(tx, acting, {
    action: 'hearing.end',
    subject: { type: 'questionnaire', id: `${slug} ${version}` },
    details: { hearingId: id, because },
  });
}

/**
 * What a hearing has to say to publishing: its day must have passed, or it was ended, and every comment has its answer.
 * Ends it where nothing is in the way. Call it in the transaction that publishes.
 */
export async function concludeHearing(
  tx: Transaction,
  acting: Coordinating,
  { slug, version }: { slug: string; version: string },
): Promise<Result<null, 'hearing-not-over' | 'hearing-comments-open'>> {
  const ofVersion = and(eq(questionnaireHearings.slug, slug), eq(questionnaireHearings.version, version));
  const hearings = await tx.select().from(questionnaireHearings).where(ofVersion).for('update');
  const today = copenhagenDay(acting.now);
  const running = hearings.find((hearing) => isHearingOpen(hearing, today));
  if (running) return refuse('hearing-not-over', { date: running.closesOn });
  const unanswered = await tx
    .select({ id: hearingComments.id })
    .from(hearingComments)
    .innerJoin(questionnaireHearings, eq(questionnaireHearings.id, hearingComments.hearingId))
    .where(and(ofVersion, eq(hearingComments.state, 'received')));
  if (unanswered.length > 0) return refuse('hearing-comments-open', { count: unanswered.length });
  for (const hearing of hearings) if (!hearing.endedAt) await writeEnd(tx, acting, hearing, 'published');
  return ok(null);
}

/** Every hearing, newest first, with how many comments there are and how many of them wait. */
export async function listHearings(db: Db) {
  const { id, slug, version, openedAt, closesOn, endedAt, endedBecause, hash } = questionnaireHearings;
  return db
    .select({
      ...{ id, slug, version, openedAt, closesOn, endedAt, endedBecause, hash },
      comments: count(hearingComments.id),
      waiting: sql<number>`count(${hearingComments.id}) filter (where ${hearingComments.state} = 'received')::int`,
    })
    .from(questionnaireHearings)
    .leftJoin(
      hearingComments,
      and(eq(hearingComments.hearingId, questionnaireHearings.id), ne(hearingComments.state, 'unconfirmed')),
    )
    .groupBy(questionnaireHearings.id)
    .orderBy(desc(questionnaireHearings.openedAt));
}

/** How many answers there are to each question now: how many suppliers a changed question would reach. */
export async function countAnswersByQuestion(db: Db): Promise<ReadonlyMap<string, number>> {
  const question = sql<string>`split_part(${answers.questionKey}, '@', 1)`;
  const rows = await db
    .select({ question, count: count() })
    .from(answers)
    .where(sql`${answers.value} is not null`)
    .groupBy(question);
  return new Map(rows.map((row) => [row.question, row.count]));
}
