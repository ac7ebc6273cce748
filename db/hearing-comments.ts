import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { isText } from '~/workflows/email-address';
import { commentProblems, hearingLimits, isHearingOpen, type NewComment } from '~/workflows/hearing';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language, Text } from '~/workflows/words';
import { countAttempt } from './attempts';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { type Coordinating, type HearingRefusal, mayCoordinate } from './hearings';
import type { TokenHashOf } from './invitations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { hearingComments, people, questionnaireHearings } from './schema';

const day = 24 * 60 * 60_000;
const confirmLifetime = 3 * day;
const limit = { kind: 'hearing', each: 10, all: 300, milliseconds: day };
const titleOf = (text: Text, language: Language): string => text[language];

/** Whoever has signed in confirms nothing: it is known whose the address is. */
export type Commenting = { personId: string } | { subject: string; tokenHashOf: TokenHashOf };

/**
 * Takes down a comment. The public's is read by nobody before the mail was confirmed.
 * @param input.questionId null: about the version as a whole
 */
export function commentInHearing(
  db: Db,
  now: Date,
  input: NewComment & { slug: string; questionId: string | null; language: Language },
  by: Commenting,
): Promise<
  Result<{ state: 'received' | 'unconfirmed' }, 'not-found' | 'request-not-understood' | 'too-many-attempts'>
> {
  return db.transaction(async (tx) => {
    if (commentProblems(input).length > 0) return refuse('request-not-understood');
    const running = and(eq(questionnaireHearings.slug, input.slug), isNull(questionnaireHearings.endedAt));
    const [hearing] = await tx.select().from(questionnaireHearings).where(running).for('share');
    if (!hearing || !isHearingOpen(hearing, copenhagenDay(now))) return refuse('not-found');
    const isAsked = input.questionId === null || questionIds(hearing.definition).includes(input.questionId);
    if (!isAsked) return refuse('not-found');
    const isKnown = 'personId' in by;
    if (!isKnown && !(await countAttempt(tx, now, limit, by.subject))) return refuse('too-many-attempts');
    await forgetUnconfirmed(tx, now);
    const id = randomUUID();
    const secretOf = `hearing:${id}:1`;
    const expiresAt = new Date(now.getTime() + confirmLifetime);
    const email = input.email.trim();
    await tx.insert(hearingComments).values({
      id,
      hearingId: hearing.id,
      questionId: input.questionId,
      personId: isKnown ? by.personId : null,
      name: input.name.trim(),
      email,
      organisation: input.organisation.trim(),
      body: input.body.replaceAll('\r\n', '\n').trim(),
      language: input.language,
      // Nothing is confirmed with it where somebody has signed in.
      tokenHash: isKnown ? id : by.tokenHashOf(secretOf),
      createdAt: now,
      expiresAt,
      confirmedAt: isKnown ? now : null,
      state: isKnown ? 'received' : 'unconfirmed',
    });
    const { slug, version } = hearing;
    const title = titleOf(hearing.definition.title, input.language);
    if (isKnown) await tellArrived(tx, now, hearing, input.organisation.trim());
    else {
      await queueNotice(tx, now, {
        about: 'hearing-confirm',
        to: { address: email, language: input.language },
        params: { title, version, date: copenhagenDay(expiresAt) },
        link: { page: 'hearing-confirmation' },
        secretOf,
      });
    }
    await appendLog(
      tx,
      { actor: null, now },
      {
        action: 'hearing.comment',
        subject: { type: 'questionnaire', id: `${slug} ${version}` },
        details: { commentId: id, questionId: input.questionId },
      },
    );
    return ok({ state: isKnown ? ('received' as const) : ('unconfirmed' as const) });
  });
}

/** Every question of a version. */
export function questionIds(definition: {
  sections: readonly { questions: readonly { id: string }[] }[];
  interfaceTemplate: readonly { id: string }[];
}): string[] {
  return [...definition.interfaceTemplate, ...definition.sections.flatMap(({ questions }) => questions)].map(
    ({ id }) => id,
  );
}

async function tellArrived(
  tx: Transaction,
  now: Date,
  { definition, version }: typeof questionnaireHearings.$inferSelect,
  organisation: string,
): Promise<void> {
  const { title } = definition;
  await queueNotice(tx, now, {
    about: 'hearing-arrived',
    to: { coordinators: true },
    params: { title: title.da, titleEn: title.en, version, organisation },
    link: { page: 'admin-questionnaires' },
  });
}

/** What nobody confirmed in time is nobody's statement: nothing of it is kept but that it came. */
async function forgetUnconfirmed(tx: Transaction, now: Date): Promise<void> {
  const late = and(
    eq(hearingComments.state, 'unconfirmed'),
    lt(hearingComments.expiresAt, now),
    ne(hearingComments.email, ''),
  );
  await tx.update(hearingComments).set({ name: '', email: '', organisation: '', body: '' }).where(late);
}

/** What a mail's link leads to. Reading changes nothing. @returns undefined for every link that does not work */
export async function findUnconfirmedComment(db: Db, now: Date, tokenHash: string) {
  const [row] = await db
    .select({ body: hearingComments.body, slug: questionnaireHearings.slug, version: questionnaireHearings.version })
    .from(hearingComments)
    .innerJoin(questionnaireHearings, eq(questionnaireHearings.id, hearingComments.hearingId))
    .where(isUnconfirmed(now, tokenHash));
  return row;
}

/** Confirms, once, that the mail is the sender's own: also when the hearing has ended meanwhile. */
export function confirmComment(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(hearingComments).where(isUnconfirmed(now, tokenHash)).for('update');
    if (!row) return refuse('link-not-valid');
    const [hearing] = await tx.select().from(questionnaireHearings).where(eq(questionnaireHearings.id, row.hearingId));
    if (!hearing) return refuse('link-not-valid');
    await tx
      .update(hearingComments)
      .set({ state: 'received', confirmedAt: now, version: row.version + 1 })
      .where(eq(hearingComments.id, row.id));
    await tellArrived(tx, now, hearing, row.organisation);
    await appendLog(
      tx,
      { actor: null, now },
      {
        action: 'hearing.confirm',
        subject: { type: 'questionnaire', id: `${hearing.slug} ${hearing.version}` },
        details: { commentId: row.id },
      },
    );
    return ok(null);
  });
}

function isUnconfirmed(now: Date, tokenHash: string) {
  return and(
    eq(hearingComments.tokenHash, tokenHash),
    eq(hearingComments.state, 'unconfirmed'),
    gt(hearingComments.expiresAt, now),
  );
}

/** Answers a comment, by mail in its language, or closes it without an answer. Once. */
export function answerComment(
  db: Db,
  acting: Coordinating,
  input: { commentId: string; expectedVersion: number; as: 'answered' | 'closed'; answer: string },
): Promise<Result<null, HearingRefusal>> {
  return db.transaction(async (tx) => {
    if (!mayCoordinate(acting)) return refuse('role-required');
    if (!isUuid(input.commentId)) return refuse('not-found');
    const [row] = await tx.select().from(hearingComments).where(eq(hearingComments.id, input.commentId)).for('update');
    if (!row || row.state === 'unconfirmed') return refuse('not-found');
    if (row.state !== 'received' || row.version !== input.expectedVersion) return refuse('comment-has-moved');
    const answer = input.answer.replaceAll('\r\n', '\n').trim();
    const { answer: most } = hearingLimits;
    if (input.as === 'answered' && (answer === '' || !isText(answer, most)))
      return refuse('comment-answer', { limit: most });
    const [hearing] = await tx.select().from(questionnaireHearings).where(eq(questionnaireHearings.id, row.hearingId));
    if (!hearing) return refuse('not-found');
    const isAnswered = input.as === 'answered';
    await tx
      .update(hearingComments)
      .set({
        state: input.as,
        version: row.version + 1,
        answer: isAnswered ? answer : null,
        answeredBy: acting.actor?.personId ?? null,
        answeredAt: acting.now,
      })
      .where(eq(hearingComments.id, row.id));
    const { slug, version, definition } = hearing;
    if (isAnswered) {
      await queueNotice(tx, acting.now, {
        about: 'hearing-answered',
        to: { address: row.email, language: row.language },
        params: { title: titleOf(definition.title, row.language), version, answer },
        link: { page: 'questionnaire', slug, version },
      });
    }
    await appendLog(tx, acting, {
      action: `hearing.${input.as}`,
      subject: { type: 'questionnaire', id: `${slug} ${version}` },
      details: { commentId: row.id, answer: isAnswered ? answer : null },
    });
    return ok(null);
  });
}

export type HearingComment = Omit<typeof hearingComments.$inferSelect, 'tokenHash' | 'answeredBy' | 'personId'>;

/** What was written in a hearing and confirmed, oldest first. For the coordinator. */
export async function listComments(db: Db, hearingId: string): Promise<HearingComment[]> {
  if (!isUuid(hearingId)) return [];
  const rows = await db
    .select()
    .from(hearingComments)
    .where(and(eq(hearingComments.hearingId, hearingId), ne(hearingComments.state, 'unconfirmed')))
    .orderBy(asc(hearingComments.confirmedAt), asc(hearingComments.id));
  return rows.map(({ tokenHash: _, answeredBy: __, personId: ___, ...row }) => row);
}

/** What somebody who has signed in need not write: their name and address. */
export async function findCommenter(
  db: Db,
  { personId }: Acting['actor'],
): Promise<{ name: string; email: string } | undefined> {
  const [row] = await db.select({ name: people.name, email: people.email }).from(people).where(eq(people.id, personId));
  return row;
}
