import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { type Acting, type Actor, hasRole } from '~/workflows/actor';
import { mayKnowCase } from '~/workflows/case/visibility';
import { noteProblem } from '~/workflows/note';
import { ok, type Refusal, type Result, refuse } from '~/workflows/refusal';
import { actorFor } from '~/workflows/supplier-rights';
import { findThreadRefusal, messageLimit, sideOf, type ThreadAudience, type ThreadView } from '~/workflows/thread';
import type { Text } from '~/workflows/words';
import { type CaseRow, lockCase } from './cases/case-row';
import { findReviewRefusal } from './cases/impartial';
import type { Database, Db, Transaction } from './client';
import { appendLog } from './log';
import { queueThreadNotices } from './mail/thread-notices';
import {
  caseSections,
  cases,
  interfaces,
  memberships,
  municipalities,
  people,
  submissionAnswers,
  submissions,
  suppliers,
  threadMessages,
  threads,
} from './schema';

/** Somebody who can be told of a message among reviewers. */
export interface Mentionable {
  personId: string;
  name: string;
  organisation: string;
}

export interface WrittenMessage {
  caseId: string;
  questionKey: string;
  audience: ThreadAudience;
  text: string;
  /** People who are told of it; in internal threads alone. */
  mentions: readonly string[];
}

/**
 * Writes a message about one question of a case; the thread is begun by its first one, and opened again by one that
 * comes after it was resolved. Whoever has to know of it gets a mail without its text.
 * @returns `answer-not-in-case`, `thread-closed` once the case is decided, `message-empty`, or why the actor may not
 */
export function writeMessage(
  db: Database,
  acting: Acting,
  input: WrittenMessage,
): Promise<Result<{ messageId: string }, string>> {
  return db.transaction(async (tx) => {
    const found = await openPlace(tx, acting.actor, input);
    if (!found.ok) return found;
    const { row, sectionId } = found.value;
    const text = input.text.trim();
    if (text === '') return refuse('message-empty');
    const problem = noteProblem(text, messageLimit);
    if (problem) return { ok: false, refusal: problem };
    const mentions = input.audience === 'internal' ? await knownMentions(tx, row, input.mentions) : [];
    const threadId = await openThread(tx, acting, input);
    const messageId = randomUUID();
    const organisation = organisationOf(acting.actor, row);
    const { personId } = acting.actor;
    await tx
      .insert(threadMessages)
      .values({ id: messageId, threadId, text, personId, organisation, mentions, writtenAt: acting.now });
    await queueThreadNotices(tx, { row, sectionId, acting, message: { ...input, mentions } });
    await appendLog(tx, acting, {
      action: 'thread.write',
      subject: { type: 'case', id: row.id },
      details: {
        number: row.number,
        questionKey: input.questionKey,
        audience: input.audience,
        messageId,
        text,
        mentions,
      },
    });
    return ok({ messageId });
  });
}

/** Marks a thread as resolved, or opens it again. For those who review: the supplier answers, they say when it is enough. */
export function resolveThread(
  db: Database,
  acting: Acting,
  input: { caseId: string; questionKey: string; audience: ThreadAudience; isResolved: boolean },
): Promise<Result<null, string>> {
  return db.transaction(async (tx) => {
    const found = await openPlace(tx, acting.actor, input);
    if (!found.ok) return found;
    const { row } = found.value;
    if (sideOf(acting.actor, row.supplierId) !== 'review') return refuse('role-required');
    const [changed] = await tx
      .update(threads)
      .set(
        input.isResolved
          ? { resolvedAt: acting.now, resolvedBy: acting.actor.personId }
          : { resolvedAt: null, resolvedBy: null },
      )
      .where(isThread(input))
      .returning({ id: threads.id });
    if (!changed) return refuse('not-found');
    await appendLog(tx, acting, {
      action: input.isResolved ? 'thread.resolve' : 'thread.reopen',
      subject: { type: 'case', id: row.id },
      details: { number: row.number, questionKey: input.questionKey, audience: input.audience },
    });
    return ok(null);
  });
}

type Place = { caseId: string; questionKey: string; audience: ThreadAudience };

const isThread = ({ caseId, questionKey, audience }: Place) =>
  and(eq(threads.caseId, caseId), eq(threads.questionKey, questionKey), eq(threads.audience, audience));

async function openPlace(
  tx: Transaction,
  actor: Actor,
  place: Place,
): Promise<Result<{ row: CaseRow; sectionId: string }, string>> {
  const row = await lockCase(tx, place.caseId);
  if (!row || !mayKnowCase(actor, row)) return refuse('not-found');
  const refusal = await findRefusal(tx, actor, row, place.audience);
  if (refusal) return { ok: false, refusal };
  const [answer] = await tx
    .select({ sectionId: submissionAnswers.sectionId })
    .from(submissionAnswers)
    .where(
      and(
        eq(submissionAnswers.submissionId, row.currentSubmissionId ?? row.id),
        eq(submissionAnswers.questionKey, place.questionKey),
      ),
    );
  return answer ? ok({ row, sectionId: answer.sectionId }) : refuse('answer-not-in-case');
}

/** Why the actor may not write in a thread of a case now, if there is a reason. */
export async function findRefusal(
  db: Db,
  actor: Actor,
  row: CaseRow,
  audience: ThreadAudience,
): Promise<Refusal | undefined> {
  const { supplierId, productId } = row;
  const isGoingOn = (row.isOpen && row.currentSubmissionId !== null) || row.state === 'appealed';
  const refusal = findThreadRefusal(actorFor(actor, productId), { audience, supplierId, productId, isGoingOn });
  if (refusal || sideOf(actor, supplierId) === 'supplier' || hasRole(actor, 'coordinator')) return refusal;
  return findReviewRefusal(db, actor, row);
}

async function openThread(tx: Transaction, { now }: Acting, place: Place): Promise<string> {
  const { caseId, questionKey, audience } = place;
  await tx
    .insert(threads)
    .values({ id: randomUUID(), caseId, questionKey, audience, createdAt: now })
    .onConflictDoUpdate({
      target: [threads.caseId, threads.questionKey, threads.audience],
      set: { resolvedAt: null, resolvedBy: null },
    });
  const [thread] = await tx.select({ id: threads.id }).from(threads).where(isThread(place));
  if (!thread) throw new Error(`The thread on ${questionKey} of case ${caseId} is gone.`);
  return thread.id;
}

function organisationOf(actor: Actor, { supplierId }: CaseRow): string {
  return actor.supplierId === supplierId ? supplierId : (actor.municipalityCode ?? 'portal');
}

/** People who can be mentioned in a case: reviewers of the responsible municipality, whoever claimed a section, coordinators. */
export async function listMentionable(db: Db, row: Pick<CaseRow, 'id' | 'municipalityCode'>): Promise<Mentionable[]> {
  const claimed = db.select({ id: caseSections.reviewerId }).from(caseSections).where(eq(caseSections.caseId, row.id));
  const rows = await db
    .selectDistinct({ personId: people.id, name: people.name, organisation: municipalities.name })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(
      and(
        isNull(people.endedAt),
        or(
          eq(memberships.role, 'coordinator'),
          and(
            inArray(memberships.role, ['reviewer', 'lead-reviewer']),
            or(eq(memberships.municipalityCode, row.municipalityCode ?? ''), inArray(people.id, claimed)),
          ),
        ),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ organisation, ...rest }) => ({ ...rest, organisation: organisation ?? '' }));
}

async function knownMentions(tx: Transaction, row: CaseRow, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const known = await listMentionable(tx, row);
  return known.map(({ personId }) => personId).filter((personId) => wanted.includes(personId));
}

/**
 * The threads of a case by question key. Nothing is authorized here but what a reader sees of them.
 * @param reader `supplier`: shared threads alone, and no reviewer's name
 */
export async function listThreads(
  db: Db,
  { caseId, reader }: { caseId: string; reader: 'review' | 'supplier' },
): Promise<Record<string, ThreadView[]>> {
  const rows = await db
    .select({ thread: threads, message: threadMessages, personName: people.name })
    .from(threads)
    .innerJoin(threadMessages, eq(threadMessages.threadId, threads.id))
    .innerJoin(people, eq(people.id, threadMessages.personId))
    .where(and(eq(threads.caseId, caseId), reader === 'supplier' ? eq(threads.audience, 'shared') : undefined))
    .orderBy(asc(threadMessages.writtenAt), asc(threadMessages.id));
  if (rows.length === 0) return {};
  const names = await loadNames(
    db,
    rows.map(({ message }) => message),
  );
  const views = new Map<string, { key: string; view: ThreadView }>();
  for (const { thread, message, personName } of rows) {
    const begun: ThreadView = {
      audience: thread.audience,
      resolvedAt: thread.resolvedAt?.toISOString() ?? null,
      messages: [],
    };
    const view = views.get(thread.id)?.view ?? begun;
    const isSupplier = !/^(?:\d{4}|portal)$/.test(message.organisation);
    view.messages.push({
      id: message.id,
      text: message.text,
      organisation: names.organisations.get(message.organisation) ?? '',
      // People of the other side stay unnamed.
      person: reader === 'review' && !isSupplier ? personName : null,
      isSupplier,
      mentions: reader === 'review' ? message.mentions.flatMap((id) => names.people.get(id) ?? []) : [],
      writtenAt: message.writtenAt.toISOString(),
    });
    views.set(thread.id, { key: thread.questionKey, view });
  }
  const byQuestion: Record<string, ThreadView[]> = {};
  for (const { key, view } of views.values()) byQuestion[key] = [...(byQuestion[key] ?? []), view];
  return byQuestion;
}

async function loadNames(db: Db, messages: readonly (typeof threadMessages.$inferSelect)[]) {
  const ids = [...new Set(messages.map(({ organisation }) => organisation))];
  const mentioned = [...new Set(messages.flatMap(({ mentions }) => mentions))];
  const supplierIds = ids.filter((id) => id.length === 36);
  const codes = ids.filter((id) => id.length === 4);
  const own = supplierIds.length
    ? await db
        .select({ id: suppliers.id, name: suppliers.name })
        .from(suppliers)
        .where(inArray(suppliers.id, supplierIds))
    : [];
  const towns = codes.length
    ? await db
        .select({ id: municipalities.code, name: municipalities.name })
        .from(municipalities)
        .where(inArray(municipalities.code, codes))
    : [];
  const told = mentioned.length
    ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, mentioned))
    : [];
  return {
    organisations: new Map([...own, ...towns].map(({ id, name }) => [id, name])),
    people: new Map(told.map(({ id, name }) => [id, name])),
  };
}

/** A thread in which something is still to be answered. JSON. */
export interface OpenThread {
  questionKey: string;
  question: Text;
  /** What the question is asked of, where it is asked of each interface. */
  about: { id: string; name: Text } | null;
  audience: ThreadAudience;
}

/** The open threads of a case, in the order of its questions. @param reader `supplier`: shared ones alone */
export async function listOpenThreads(
  db: Db,
  { caseId, reader }: { caseId: string; reader: 'review' | 'supplier' },
): Promise<OpenThread[]> {
  const open = await db
    .select({ questionKey: threads.questionKey, audience: threads.audience })
    .from(threads)
    .where(
      and(
        eq(threads.caseId, caseId),
        isNull(threads.resolvedAt),
        reader === 'supplier' ? eq(threads.audience, 'shared') : undefined,
      ),
    );
  if (open.length === 0) return [];
  const [sent] = await db
    .select({ document: submissions.document })
    .from(submissions)
    .innerJoin(cases, eq(cases.currentSubmissionId, submissions.id))
    .where(eq(cases.id, caseId));
  const asked = (sent?.document.answers ?? []).filter(({ key }) => open.some(({ questionKey }) => questionKey === key));
  const ids = asked.flatMap(({ interfaceId }) => (interfaceId === null ? [] : [interfaceId]));
  const named = await db
    .select({ id: interfaces.id, name: interfaces.name })
    .from(interfaces)
    .where(inArray(interfaces.id, ids));
  return asked.flatMap(({ key, question, interfaceId }) =>
    open
      .filter(({ questionKey }) => questionKey === key)
      .map(({ audience }) => ({
        questionKey: key,
        question: question.text,
        about: named.find(({ id }) => id === interfaceId) ?? null,
        audience,
      })),
  );
}
