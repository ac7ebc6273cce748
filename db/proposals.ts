import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { isPastPlan } from '~/workflows/planned-date';
import {
  type ComparableAnswer,
  isSameAnswer,
  type ProposalFate,
  type ProposalOrigin,
  type ProposalOriginDetails,
  type ProposalRelation,
  relateProposal,
} from '~/workflows/proposal';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';
import { type AnswerEdit, checkEdit, readKnownCodes, type SaveOutcome, writeEdits } from './answers';
import type { Db, Transaction } from './client';
import { type EditRefusal, isUuid, loadDeclaration, lockDeclaration, lockForEdit } from './declarations';
import { appendLog, type LogEntry } from './log';
import { answers, declarations, people, proposals, publicProducts, publicSupport } from './schema';

/** An answer that a machine came with, as it came. */
export interface ProposedAnswer {
  key: QuestionKey;
  value: unknown;
  justification: unknown;
  /** Overrides the batch's, where each answer has a source of its own. */
  originDetails?: ProposalOriginDetails;
}

/** Why one of them is no proposal; `unknown-question`: the questionnaire has no such question for this scope. */
export interface ProposalProblem {
  key: QuestionKey;
  problem: AnswerProblem | 'unknown-question';
  field: 'value' | 'justification';
}

export interface ProposeInput {
  declarationId: string;
  origin: ProposalOrigin;
  originDetails: ProposalOriginDetails;
  /** Each question at most once; of one that is there twice, the last counts. */
  proposals: readonly ProposedAnswer[];
  /** Store nothing when one of them has a problem. */
  allOrNothing?: boolean;
  /**
   * What the newest proposal of the same origin to a question says already counts as the same: while that one waits,
   * or (`waiting-or-declined`) also when a person has said no to it. For what comes again and again by itself.
   */
  leaveOut?: 'waiting' | 'waiting-or-declined';
}

export interface Proposed {
  batchId: string;
  /** How many were stored. */
  proposed: number;
  /** How many say what the answer says already; those are not stored. */
  same: number;
  problems: ProposalProblem[];
}

/**
 * Stores answers as proposals, also while the declaration itself cannot be changed: they wait. Each is checked as a save
 * would check it. An older open proposal of the same origin to the same question is superseded.
 */
export function proposeAnswers(
  db: Db,
  acting: Acting,
  input: ProposeInput,
): Promise<Result<Proposed, 'not-found' | 'role-required'>> {
  return db.transaction(async (tx) => {
    const locked = await lockDeclaration(tx, acting.actor, input.declarationId);
    if (!locked) return refuse('not-found');
    if (!canEditAnswers(acting.actor, locked.product.id)) return refuse('role-required');
    const { entries, ...proposed } = await writeProposals(tx, acting, input);
    if (entries.length > 0) await appendLog(tx, acting, ...entries);
    return ok(proposed);
  });
}

/**
 * The same inside a command that has locked the declaration, has authorized, and appends the entries to the log itself.
 */
export async function writeProposals(
  tx: Transaction,
  acting: Acting,
  input: ProposeInput,
): Promise<Proposed & { entries: LogEntry[] }> {
  const { declarationId, origin, originDetails } = input;
  const batchId = randomUUID();
  const checked = await checkProposals(tx, acting, input);
  const { problems, same } = checked;
  const stored = input.allOrNothing && problems.length > 0 ? [] : checked.changes;
  if (stored.length === 0) return { batchId, proposed: 0, same, problems, entries: [] };
  await tx
    .update(proposals)
    .set({ decidedAs: 'superseded', decidedBy: acting.actor.personId, decidedAt: acting.now })
    .where(
      and(
        eq(proposals.declarationId, declarationId),
        eq(proposals.origin, origin),
        inArray(
          proposals.questionKey,
          stored.map(({ questionKey }) => questionKey),
        ),
        isNull(proposals.decidedAs),
      ),
    );
  await tx.insert(proposals).values(
    stored.map((row) => ({
      id: randomUUID(),
      declarationId,
      origin,
      batchId,
      createdBy: acting.actor.personId,
      createdAt: acting.now,
      ...row,
    })),
  );
  const details = { origin, originDetails, batchId, keys: stored.map(({ questionKey }) => questionKey) };
  const subject = { type: 'declaration', id: declarationId };
  return {
    batchId,
    proposed: stored.length,
    same,
    problems,
    entries: [{ action: 'proposal.make', subject, details }],
  };
}

async function checkProposals(tx: Transaction, { now }: Acting, input: ProposeInput) {
  const { declarationId, originDetails, proposals } = input;
  const codes = await readKnownCodes(tx);
  const repeated = await readRepeated(tx, input);
  const loaded = await loadDeclaration(tx, declarationId);
  const questions = new Map(loaded.instances.map(({ key, question }) => [key, question]));
  const today = copenhagenDay(now);
  const problems: ProposalProblem[] = [];
  const changes = [];
  let same = 0;
  for (const proposal of new Map(proposals.map((each) => [each.key, each])).values()) {
    const { key } = proposal;
    const question = questions.get(key);
    const checked = question && checkEdit(codes, question, proposal);
    if (!checked) problems.push({ key, problem: 'unknown-question', field: 'value' });
    else if (!checked.ok) problems.push({ key, problem: checked.problem, field: checked.field });
    else {
      const present = loaded.answers.get(key);
      const { value, justification } = checked;
      const last = repeated.get(key);
      const isRepeated = last !== undefined && isSameAnswer(last, checked);
      if (isRepeated || isSameAnswer(present ?? { value: null, justification: null }, checked)) same += 1;
      else if (isPastPlan(question.id, value, today)) {
        problems.push({ key, problem: 'planned-date-past', field: 'value' });
      } else {
        const baseVersion = present?.version ?? 0;
        changes.push({
          questionKey: key,
          value,
          justification,
          baseVersion,
          originDetails: proposal.originDetails ?? originDetails,
        });
      }
    }
  }
  return { problems, changes, same };
}

/** The newest proposal of the same origin to each question, where saying the same again is left out. */
async function readRepeated(tx: Transaction, { declarationId, origin, leaveOut }: ProposeInput) {
  if (leaveOut === undefined) return new Map<QuestionKey, ComparableAnswer>();
  const rows = await tx
    .selectDistinctOn([proposals.questionKey])
    .from(proposals)
    .where(and(eq(proposals.declarationId, declarationId), eq(proposals.origin, origin)))
    .orderBy(asc(proposals.questionKey), desc(proposals.createdAt), desc(isNull(proposals.decidedAs)));
  const counts = rows.filter(
    ({ decidedAs }) => decidedAs === null || (leaveOut === 'waiting-or-declined' && decidedAs === 'declined'),
  );
  return new Map(counts.map((row): [QuestionKey, ComparableAnswer] => [row.questionKey, row]));
}

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

/** An open proposal beside what is there. */
export interface OpenProposal extends ComparableAnswer {
  id: string;
  key: QuestionKey;
  origin: ProposalOrigin;
  originDetails: ProposalOriginDetails;
  batchId: string;
  createdAt: Date;
  /** The colleague who imported, copied or changed what it comes from. */
  createdByName: string;
  relation: ProposalRelation;
  present: (ComparableAnswer & { version: number }) | null;
  /** The approved answer that is public, where it says something else. */
  published: ComparableAnswer | null;
}

/**
 * The open proposals of a declaration, newest batch first and in the order in which they were made. One that the answer
 * has come to say by itself is left out. Nothing is authorized here.
 */
export async function listProposals(db: Db, declarationId: string): Promise<OpenProposal[]> {
  const rows = await db
    .select({ proposal: proposals, createdByName: people.name, present: answers })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.createdBy))
    .leftJoin(
      answers,
      and(eq(answers.declarationId, proposals.declarationId), eq(answers.questionKey, proposals.questionKey)),
    )
    .where(and(eq(proposals.declarationId, declarationId), isNull(proposals.decidedAs)))
    .orderBy(asc(proposals.createdAt), asc(proposals.questionKey));
  if (rows.length === 0) return [];
  const published = await readPublishedAnswers(db, declarationId);
  return rows.flatMap(({ proposal, createdByName, present }) => {
    const approved = published.get(proposal.questionKey);
    const relation = relateProposal(present ?? undefined, approved, proposal);
    if (relation === 'same') return [];
    return [
      {
        id: proposal.id,
        key: proposal.questionKey,
        value: proposal.value,
        justification: proposal.justification,
        origin: proposal.origin,
        originDetails: proposal.originDetails,
        batchId: proposal.batchId,
        createdAt: proposal.createdAt,
        createdByName,
        relation,
        present: present && {
          value: present.value,
          justification: present.justification,
          version: present.version,
        },
        published: relation === 'disagrees' && approved ? approved : null,
      },
    ];
  });
}

/** The approved answers that are public, by question. Nothing is authorized here. */
export async function readPublishedAnswers(db: Db, declarationId: string): Promise<Map<QuestionKey, ComparableAnswer>> {
  const [product] = await db
    .select({ id: publicProducts.productId, answers: publicProducts.answers })
    .from(publicProducts)
    .innerJoin(declarations, eq(declarations.productId, publicProducts.productId))
    .where(eq(declarations.id, declarationId));
  if (!product) return new Map();
  const support = await db
    .select({ answers: publicSupport.answers })
    .from(publicSupport)
    .where(eq(publicSupport.productId, product.id));
  const all = [product, ...support].flatMap((row) => row.answers);
  return new Map(all.map(({ key, value, justification }) => [key, { value, justification }]));
}

/** How many proposals wait, by declaration; declarations without any are left out. Nothing is authorized here. */
export async function countProposals(db: Db, declarationIds: readonly string[]): Promise<Map<string, number>> {
  if (declarationIds.length === 0) return new Map();
  const rows = await db
    .select({ id: proposals.declarationId, waiting: count() })
    .from(proposals)
    .where(and(inArray(proposals.declarationId, [...declarationIds]), isNull(proposals.decidedAs)))
    .groupBy(proposals.declarationId);
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}
