import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import type { ProposalFate } from '~/workflows/proposal';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { type AnswerEdit, type SaveOutcome, writeEdits } from './answers';
import type { Db, Transaction } from './client';
import { type EditRefusal, isUuid, lockDeclaration, lockForEdit } from './declarations';
import { appendLog, type LogEntry } from './log';
import { proposals } from './schema';

/** What became of one proposal that somebody wanted accepted. */
export type AcceptOutcome =
  | { id: string; key: QuestionKey; status: 'accepted'; version: number }
  /** The answer is another than the one the person saw; nothing was written, the proposal is still open. */
  | { id: string; key: QuestionKey; status: 'conflict' }
  | { id: string; key: QuestionKey; status: 'problem'; problem: AnswerProblem }
  | { id: string; key: QuestionKey; status: 'unknown-question' };

export interface DecideInput {
  declarationId: string;
  accept: readonly string[];
  decline: readonly string[];
  /**
   * The version of each answer that the person saw beside the proposal, by the proposal's id; else the version it was
   * proposed on counts.
   */
  seen?: Readonly<Record<string, number>>;
}

export interface Decided {
  accepted: AcceptOutcome[];
  /** Ids. */
  declined: string[];
  /** Ids of the declaration that were not open any more, or never were there. */
  gone: string[];
}

/**
 * Accepts and declines proposals, each for itself. Accepting writes the answer as a save would, with the same check of
 * its version: what somebody wrote meanwhile is not overwritten unseen. Declining is possible also while the
 * declaration cannot be changed.
 */
export function decideProposals(db: Db, acting: Acting, input: DecideInput): Promise<Result<Decided, EditRefusal>> {
  return db.transaction(async (tx) => {
    const { declarationId } = input;
    const locked = await lockDeclaration(tx, acting.actor, declarationId);
    if (!locked) return refuse('not-found');
    if (!canEditAnswers(acting.actor, locked.product.id)) return refuse('role-required');
    if (input.accept.length > 0) {
      const editable = await lockForEdit(tx, acting.actor, declarationId);
      if (!editable.ok) return editable;
    }
    const open = await readOpen(tx, declarationId, [...input.accept, ...input.decline]);
    const toAccept = input.accept.flatMap((id) => open.get(id) ?? []);
    const toDecline = input.decline.flatMap((id) => (input.accept.includes(id) ? [] : (open.get(id) ?? [])));
    const written = await accept(tx, acting, declarationId, toAccept, input.seen ?? {});
    const accepted = written.outcomes;
    await close(tx, acting, 'accepted', idsOf(accepted.filter(({ status }) => status === 'accepted')));
    await close(tx, acting, 'declined', idsOf(toDecline));
    const entries = [...written.entries, ...entriesOf(declarationId, accepted, toDecline)];
    if (entries.length > 0) await appendLog(tx, acting, ...entries);
    const gone = [...input.accept, ...input.decline].filter((id) => !open.has(id));
    return ok({ accepted, declined: idsOf(toDecline), gone });
  });
}

type ProposalRow = typeof proposals.$inferSelect;

async function readOpen(tx: Transaction, declarationId: string, ids: readonly string[]) {
  const known = ids.filter(isUuid);
  if (known.length === 0) return new Map<string, ProposalRow>();
  const rows = await tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.declarationId, declarationId), inArray(proposals.id, known), isNull(proposals.decidedAs)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of two proposals to one question, the second meets the version that the first has made: a conflict to look at. */
async function accept(
  tx: Transaction,
  acting: Acting,
  declarationId: string,
  rows: readonly ProposalRow[],
  seen: Readonly<Record<string, number>>,
): Promise<{ outcomes: AcceptOutcome[]; entries: LogEntry[] }> {
  if (rows.length === 0) return { outcomes: [], entries: [] };
  const edits = rows.map(
    ({ id, questionKey, value, justification, baseVersion }): AnswerEdit => ({
      key: questionKey,
      value,
      justification,
      expectedVersion: seen[id] ?? baseVersion,
    }),
  );
  const saved = await writeEdits(tx, acting, declarationId, edits);
  const outcomes = saved.outcomes.flatMap((outcome, index): AcceptOutcome[] => {
    const row = rows[index];
    return row ? [acceptOutcomeOf(row.id, outcome)] : [];
  });
  return { outcomes, entries: saved.entries };
}

function acceptOutcomeOf(id: string, outcome: SaveOutcome): AcceptOutcome {
  const { key } = outcome;
  switch (outcome.status) {
    case 'saved':
    case 'unchanged':
      return { id, key, status: 'accepted', version: outcome.version };
    case 'empty':
      return { id, key, status: 'accepted', version: 0 };
    case 'problem':
      return { id, key, status: 'problem', problem: outcome.problem };
    case 'conflict':
    case 'unknown-question':
      return { id, key, status: outcome.status };
  }
}

async function close(tx: Transaction, { actor, now }: Acting, fate: ProposalFate, ids: readonly string[]) {
  if (ids.length === 0) return;
  await tx
    .update(proposals)
    .set({ decidedAs: fate, decidedBy: actor.personId, decidedAt: now })
    .where(inArray(proposals.id, [...ids]));
}

function entriesOf(
  declarationId: string,
  accepted: readonly AcceptOutcome[],
  declined: readonly ProposalRow[],
): LogEntry[] {
  const subject = { type: 'declaration', id: declarationId };
  const taken = accepted.filter(({ status }) => status === 'accepted').map(({ id, key }) => ({ id, key }));
  const refused = declined.map(({ id, questionKey }) => ({ id, key: questionKey }));
  const entries: LogEntry[] = [];
  if (taken.length > 0) entries.push({ action: 'proposal.accept', subject, details: { proposals: taken } });
  if (refused.length > 0) entries.push({ action: 'proposal.decline', subject, details: { proposals: refused } });
  return entries;
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
