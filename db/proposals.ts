import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { isPastPlan } from '~/workflows/planned-date';
import {
  type ComparableAnswer,
  isSameAnswer,
  type ProposalOrigin,
  type ProposalOriginDetails,
} from '~/workflows/proposal';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';
import { checkEdit, readKnownCodes } from './answers';
import type { Db, Transaction } from './client';
import { loadDeclaration, lockDeclaration } from './declarations';
import { appendLog, type LogEntry } from './log';
import { proposals } from './schema';

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
