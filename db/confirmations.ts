import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import { type Acting, type Actor, hasRole } from '~/workflows/actor';
import { listEventsFor } from '~/workflows/case/decide-event';
import { mayKnowCase } from '~/workflows/case/visibility';
import { noteLimit, noteProblem } from '~/workflows/note';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { municipalRoles } from '~/workflows/words';
import { lockCase } from './cases/case-row';
import { loadFacts } from './cases/load-facts';
import { sendCaseEvent } from './cases/send-event';
import type { Database, Db } from './client';
import { appendLog } from './log';
import { confirmations, decisions, memberships, people } from './schema';

/**
 * Confirms a proposed decision so that it leaves after a while: until then it can be taken back, nothing is decided and
 * nothing is public. The machine is asked now, so that whoever may not confirm is told at once, and again when it leaves.
 * @param input.expectedVersion the version of the case that the confirmer saw
 * @param input.leavesAt when the decision is made and its letter sent
 * @returns `confirmation-waits-already`, or what the machine refuses
 */
export function scheduleConfirmation(
  db: Database,
  acting: Acting,
  input: { caseId: string; expectedVersion: number; note: string; leavesAt: Date },
): Promise<Result<{ leavesAt: Date }, string>> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !mayKnowCase(acting.actor, row)) return refuse('not-found');
    if (row.version !== input.expectedVersion) return refuse('case-has-moved', { version: row.version });
    const problem = noteProblem(input.note, noteLimit);
    if (problem) return { ok: false, refusal: problem };
    const facts = await loadFacts(tx, { row, actor: acting.actor });
    const listed = listEventsFor(row.snapshot, acting.actor, facts, acting.now);
    const confirm = listed.find(({ event }) => event === 'confirm');
    if (!confirm) return refuse('event-not-possible');
    if (!confirm.allowed) return { ok: false, refusal: confirm.refusal ?? { code: 'event-not-possible' } };
    await endStale(tx, row.id, row.version, acting.now);
    const id = randomUUID();
    const [written] = await tx
      .insert(confirmations)
      .values({
        id,
        caseId: row.id,
        caseVersion: row.version,
        note: input.note,
        personId: acting.actor.personId,
        createdAt: acting.now,
        leavesAt: input.leavesAt,
      })
      .onConflictDoNothing()
      .returning({ id: confirmations.id });
    if (!written) return refuse('confirmation-waits-already');
    await appendLog(tx, acting, {
      action: 'confirmation.give',
      subject: { type: 'case', id: row.id },
      details: { number: row.number, version: row.version, leavesAt: input.leavesAt },
    });
    return ok({ leavesAt: input.leavesAt });
  });
}

/** One that was given on an earlier version of the case will never be sent. */
async function endStale(tx: Parameters<typeof appendLog>[0], caseId: string, version: number, now: Date) {
  const [open] = await tx
    .select()
    .from(confirmations)
    .where(and(eq(confirmations.caseId, caseId), isNull(confirmations.endedAt)));
  if (!open || open.caseVersion === version) return;
  await tx
    .update(confirmations)
    .set({ endedAt: now, endedBecause: 'refused', refusal: 'case-has-moved' })
    .where(eq(confirmations.id, open.id));
}

/** Takes a confirmation back before it leaves: by whoever gave it, or the coordinator. */
export function undoConfirmation(
  db: Database,
  acting: Acting,
  { caseId }: { caseId: string },
): Promise<Result<null, string>> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (!row || !mayKnowCase(acting.actor, row)) return refuse('not-found');
    const [open] = await tx
      .select()
      .from(confirmations)
      .where(and(eq(confirmations.caseId, caseId), isNull(confirmations.endedAt)))
      .for('update');
    if (!open) return refuse('confirmation-has-left');
    if (open.personId !== acting.actor.personId && !hasRole(acting.actor, 'coordinator'))
      return refuse('role-required');
    await tx
      .update(confirmations)
      .set({ endedAt: acting.now, endedBecause: 'undone' })
      .where(eq(confirmations.id, open.id));
    await appendLog(tx, acting, {
      action: 'confirmation.undo',
      subject: { type: 'case', id: caseId },
      details: { number: row.number },
    });
    return ok(null);
  });
}

/**
 * Sends the confirmations whose time has come, each in one transaction with the decision that it makes: the event and
 * the mark are committed together, so it happens exactly once, whoever calls and whatever dies in between.
 * @returns how many decisions were made; one that the machine refuses now is ended and shown with the reason
 */
export async function sendDueConfirmations(db: Database, now: Date): Promise<number> {
  let made = 0;
  for (;;) {
    const next = await sendNext(db, now);
    if (next === undefined) return made;
    if (next) made += 1;
  }
}

function sendNext(db: Database, now: Date): Promise<boolean | undefined> {
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(confirmations)
      .where(and(isNull(confirmations.endedAt), lte(confirmations.leavesAt, now)))
      .orderBy(asc(confirmations.leavesAt), asc(confirmations.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!due) return undefined;
    const actor = await findConfirmer(tx, due.personId);
    const event = { type: 'confirm', note: due.note } as const;
    const { caseId, caseVersion } = due;
    // Who has lost their role meanwhile decides nothing.
    const sent: Result<unknown> = actor
      ? await sendCaseEvent(tx, { actor, now }, { caseId, expectedVersion: caseVersion, event })
      : refuse('role-required');
    await tx
      .update(confirmations)
      .set(
        sent.ok
          ? { endedAt: now, endedBecause: 'sent' }
          : { endedAt: now, endedBecause: 'refused', refusal: sent.refusal.code },
      )
      .where(eq(confirmations.id, due.id));
    return sent.ok;
  });
}

/** The person with the municipal roles that they have now. */
async function findConfirmer(db: Db, personId: string): Promise<Actor | undefined> {
  const rows = await db
    .select({ name: people.name, role: memberships.role, municipalityCode: memberships.municipalityCode })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(and(eq(people.id, personId), isNull(people.endedAt)));
  const lead = rows.find(({ role, municipalityCode }) => role === 'lead-reviewer' && municipalityCode !== null);
  if (!lead) return undefined;
  const { name, municipalityCode } = lead;
  const roles = rows
    .filter((row) => row.municipalityCode === municipalityCode && municipalRoles.some((role) => role === row.role))
    .map(({ role }) => role);
  return { personId, name, roles, supplierId: null, municipalityCode };
}

export interface SeenConfirmation {
  personId: string;
  personName: string;
  leavesAt: Date;
  /** Null: it waits. */
  endedBecause: 'sent' | 'undone' | 'refused' | null;
  refusal: string | null;
}

/** The newest confirmation of a case that is not decided. Nothing is authorized here. */
export async function findConfirmation(
  db: Db,
  { caseId, version }: { caseId: string; version: number },
): Promise<SeenConfirmation | undefined> {
  const [row] = await db
    .select({ confirmation: confirmations, personName: people.name, decisionId: decisions.id })
    .from(confirmations)
    .innerJoin(people, eq(people.id, confirmations.personId))
    .leftJoin(decisions, eq(decisions.caseId, confirmations.caseId))
    .where(eq(confirmations.caseId, caseId))
    .orderBy(desc(confirmations.createdAt))
    .limit(1);
  if (!row || row.decisionId !== null) return undefined;
  const { personId, leavesAt, endedBecause, refusal, caseVersion } = row.confirmation;
  if (caseVersion !== version) return undefined;
  return { personId, personName: row.personName, leavesAt, endedBecause, refusal };
}
