import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { type CaseSnapshot, decideEvent, isOpenState, sectionStateOf } from '~/workflows/case/decide-event';
import type { CaseEffect } from '~/workflows/case/effects';
import type { CaseRequest, SubmissionRequest } from '~/workflows/case/events';
import type { CaseFacts } from '~/workflows/case/facts';
import { ok, type Result } from '~/workflows/refusal';
import type { CaseState } from '~/workflows/words';
import type { Transaction } from '../client';
import { writeLetter, writeRulingLetter } from '../letters';
import type { LogEntry } from '../log';
import { endPublication, publishDecision, resumePublication } from '../publication';
import { caseNotes, caseSections, cases, decisions, outbox, scopeEntries } from '../schema';
import type { CaseRow } from './case-row';
import { reviewDueAt } from './escalation';
import { countSubmission, placeIn } from './keep-inbox';

/** Who does it: null is the portal itself. */
export type CaseActing = { actor: Actor | null; now: Date };

export interface Move {
  row: CaseRow;
  acting: CaseActing;
  request: CaseRequest | SubmissionRequest;
  facts: CaseFacts;
  /** Writes what the event brings along (a submission), once it is decided that it may happen. */
  bring?: () => Promise<void>;
}

export interface Moved {
  state: CaseState;
  version: number;
  effects: CaseEffect[];
  entry: LogEntry;
}

/**
 * Moves a locked case by one event: the one place that writes cases and their sections. The caller has locked the row
 * and checked its version, and appends the entry to the log last of all.
 */
export async function moveCase(tx: Transaction, move: Move): Promise<Result<Moved, string>> {
  const { row, acting, request, facts } = move;
  const decided = decideEvent(row.snapshot, { ...request, by: acting.actor, now: acting.now, facts });
  if (!decided.ok) return decided;
  const { snapshot, state, effects } = decided.value;
  await move.bring?.();
  const version = row.version + 1;
  const decisionId = await writeDecision(tx, move, snapshot, effects);
  await writeCase(tx, move, { snapshot, state, version });
  await writeSections(tx, move, snapshot);
  await writeNote(tx, move);
  await writeRuling(tx, move);
  if (request.type === 'request-changes') await includeDemanded(tx, move);
  await doEffects(tx, move, effects, decisionId);
  return ok({ state, version, effects, entry: entryOf(move, { snapshot, state, version, decisionId }) });
}

async function writeCase(
  tx: Transaction,
  { row, acting, request }: Move,
  { snapshot, state, version }: { snapshot: CaseSnapshot; state: CaseState; version: number },
): Promise<void> {
  const { municipalityCode, assigneeId, submissionId, dueAt } = snapshot.context;
  const isSent = request.type === 'submit' || request.type === 'resubmit';
  const written = await tx
    .update(cases)
    .set({
      snapshot,
      state,
      version,
      isOpen: isOpenState(state),
      municipalityCode,
      currentSubmissionId: submissionId,
      dueAt: dueAt === null ? null : new Date(dueAt),
      ...(state === row.state ? {} : { reviewDueAt: await reviewDueAt(tx, state, acting.now) }),
      assigneeId: assigneeId ?? null,
      inboxPlace: placeIn(snapshot, state),
      ...(isSent && submissionId ? await countSubmission(tx, submissionId) : {}),
      ...(state === row.state ? {} : { stateSince: acting.now }),
    })
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
    .returning({ id: cases.id });
  // The row is locked, so this cannot happen; it is the second of the three things that "exactly one" rests on.
  if (written.length !== 1) throw new Error(`Case ${row.id} moved under its lock.`);
}

/** Rows of the inbox: written where something differs, so that `since` tells the truth. */
async function writeSections(tx: Transaction, { row, acting }: Move, snapshot: CaseSnapshot): Promise<void> {
  const before = await tx.select().from(caseSections).where(eq(caseSections.caseId, row.id));
  const { sections, carried, claims } = snapshot.context;
  const gone = before.map(({ sectionId }) => sectionId).filter((id) => !sections.includes(id));
  if (gone.length > 0) {
    await tx.delete(caseSections).where(and(eq(caseSections.caseId, row.id), inArray(caseSections.sectionId, gone)));
  }
  for (const sectionId of sections) {
    const state = sectionStateOf(snapshot, sectionId);
    const next = { state, isCarried: carried.includes(sectionId), reviewerId: claims[sectionId] ?? null };
    const present = before.find((each) => each.sectionId === sectionId);
    if (!present) {
      await tx.insert(caseSections).values({ caseId: row.id, sectionId, ...next, since: acting.now });
    } else if (
      present.state !== next.state ||
      present.isCarried !== next.isCarried ||
      present.reviewerId !== next.reviewerId
    ) {
      await tx
        .update(caseSections)
        .set({ ...next, since: acting.now })
        .where(and(eq(caseSections.caseId, row.id), eq(caseSections.sectionId, sectionId)));
    }
  }
}

/** Events whose words are between the municipalities; all others' are read by the supplier too. */
const internalEvents: readonly string[] = ['route', 'propose', 'return', 'confirm', 'lapse', 'close-hearing'];

async function writeNote(tx: Transaction, { row, acting, request }: Move): Promise<void> {
  const text = noteOf(request);
  if (text === '' || !acting.actor) return;
  await tx.insert(caseNotes).values({
    id: randomUUID(),
    caseId: row.id,
    event: request.type,
    audience: internalEvents.includes(request.type) ? 'internal' : 'shared',
    text,
    personId: acting.actor.personId,
    writtenAt: acting.now,
  });
}

function noteOf(request: Move['request']): string {
  if ('reasons' in request) return request.reasons;
  return 'note' in request ? request.note : '';
}

/** What reviewers demanded takes effect: the interface is in the declaration's scope, and its questions are asked. */
async function includeDemanded(tx: Transaction, { row, acting }: Move): Promise<void> {
  await tx
    .update(scopeEntries)
    .set({ isIncluded: true, updatedAt: acting.now })
    .where(and(eq(scopeEntries.demandedByCaseId, row.id), eq(scopeEntries.isIncluded, false)));
}

async function writeDecision(
  tx: Transaction,
  { row, acting }: Move,
  { context }: CaseSnapshot,
  effects: readonly CaseEffect[],
): Promise<string | null> {
  if (!effects.some(({ kind }) => kind === 'decide')) return null;
  const { proposal, submissionId, municipalityCode } = context;
  if (!proposal || !submissionId || !municipalityCode || !acting.actor) {
    throw new Error(`Case ${row.id} was decided without a proposal, a submission, a municipality or a person.`);
  }
  const decisionId = randomUUID();
  await tx.insert(decisions).values({
    id: decisionId,
    caseId: row.id,
    submissionId,
    outcome: proposal.outcome,
    reasons: proposal.reasons.trim() || null,
    municipalityCode,
    proposedBy: proposal.proposedBy,
    confirmedBy: acting.actor.personId,
    decidedAt: acting.now,
  });
  await writeLetter(tx, {
    caseId: row.id,
    decisionId,
    caseNumber: row.number,
    submissionId,
    municipalityCode,
    outcome: proposal.outcome,
    reasons: proposal.reasons.trim() || null,
    now: acting.now,
  });
  return decisionId;
}

/** The supplier is told by letter how its appeal was ruled on, as it was told of the decision. */
async function writeRuling(tx: Transaction, { row, acting, request }: Move): Promise<void> {
  if (request.type !== 'uphold' && request.type !== 'overturn') return;
  const municipalityCode = acting.actor?.municipalityCode;
  if (!municipalityCode) throw new Error(`The appeal in case ${row.id} was ruled on by no municipality.`);
  await writeRulingLetter(tx, {
    caseId: row.id,
    caseNumber: row.number,
    as: request.type === 'uphold' ? 'upheld' : 'overturned',
    reasons: request.note.trim(),
    municipalityCode,
    now: acting.now,
  });
}

async function doEffects(
  tx: Transaction,
  { row, acting: { now } }: Move,
  effects: readonly CaseEffect[],
  decisionId: string | null,
): Promise<void> {
  const { declarationId } = row;
  for (const effect of effects) {
    switch (effect.kind) {
      case 'decide':
        break;
      case 'publish':
        if (decisionId) await publishDecision(tx, { decisionId, now });
        break;
      case 'end-publication':
        await endPublication(tx, { declarationId, because: effect.because, now });
        break;
      case 'resume-publication':
        await resumePublication(tx, { declarationId, now });
        break;
      case 'notify':
        await tx.insert(outbox).values({
          id: randomUUID(),
          kind: 'case-notice',
          payload: { caseId: row.id, to: effect.to, about: effect.about },
          createdAt: now,
        });
        break;
    }
  }
}

function entryOf(
  { row, request }: Move,
  after: { snapshot: CaseSnapshot; state: CaseState; version: number; decisionId: string | null },
): LogEntry {
  const { type, ...payload } = request;
  const { decisionId, state, version } = after;
  const { proposal, dueAt } = after.snapshot.context;
  return {
    action: `case.${type}`,
    subject: { type: 'case', id: row.id },
    details: {
      number: row.number,
      from: row.state,
      to: state,
      version,
      ...payload,
      ...(dueAt ? { dueAt } : {}),
      ...(decisionId && proposal ? { decisionId, outcome: proposal.outcome, proposedBy: proposal.proposedBy } : {}),
    },
  };
}
