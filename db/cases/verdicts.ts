import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { sectionStateOf, stateOf } from '~/workflows/case/decide-event';
import { needsReason, type VerdictInput } from '~/workflows/case/verdict';
import { mayKnowCase } from '~/workflows/case/visibility';
import { ok, type Refusal, type Result, refuse } from '~/workflows/refusal';
import type { Database, Transaction } from '../client';
import { appendLog } from '../log';
import { submissionAnswers, verdicts } from '../schema';
import { type CaseRow, lockCase } from './case-row';
import { findReviewRefusal } from './impartial';

type AnswerRow = Pick<typeof submissionAnswers.$inferSelect, 'questionKey' | 'sectionId' | 'answerHash'>;

/**
 * Gives verdicts on answers in sections that the actor has claimed: all of them or none. A changed mind is a new row;
 * the older one is marked as replaced. What stays the same is not written again. The case's version does not move:
 * the claim and each answer's hash say whether the reviewer judges what they saw, so colleagues at work in other
 * sections are no conflict.
 * @returns how many were written; refusals name the question (params: question)
 */
export function giveVerdicts(
  db: Database,
  acting: Acting,
  input: { caseId: string; verdicts: readonly VerdictInput[] },
): Promise<Result<{ caseId: string; version: number; given: number }, string>> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, input.caseId);
    const { municipalityCode, personId } = acting.actor;
    if (!row || !mayKnowCase(acting.actor, row)) return refuse('not-found');
    if (municipalityCode === null) return refuse('role-required');
    const refusal = await findReviewRefusal(tx, acting.actor, row);
    if (refusal) return { ok: false, refusal };
    if (stateOf(row.snapshot) !== 'review' || row.currentSubmissionId === null) return refuse('case-not-in-review');
    const answers = await listAnswers(tx, row.currentSubmissionId, input.verdicts);
    for (const verdict of input.verdicts) {
      const problem = problemWith(verdict, answers.get(verdict.questionKey), row, personId);
      if (problem) return { ok: false, refusal: problem };
    }
    const given = await writeVerdicts(
      tx,
      { row, acting, municipalityCode, submissionId: row.currentSubmissionId },
      input,
    );
    if (given.length > 0) {
      await appendLog(
        tx,
        acting,
        ...given.map((verdict) => ({
          action: 'verdict.give',
          subject: { type: 'case', id: row.id },
          details: { number: row.number, submissionId: row.currentSubmissionId, ...verdict },
        })),
      );
    }
    return ok({ caseId: row.id, version: row.version, given: given.length });
  });
}

async function listAnswers(
  tx: Transaction,
  submissionId: string,
  wanted: readonly VerdictInput[],
): Promise<Map<string, AnswerRow>> {
  if (wanted.length === 0) return new Map();
  const { questionKey, sectionId, answerHash } = submissionAnswers;
  const rows = await tx
    .select({ questionKey, sectionId, answerHash })
    .from(submissionAnswers)
    .where(
      and(
        eq(submissionAnswers.submissionId, submissionId),
        inArray(
          questionKey,
          wanted.map((verdict) => verdict.questionKey),
        ),
      ),
    );
  return new Map(rows.map((row) => [row.questionKey, row]));
}

function problemWith(
  verdict: VerdictInput,
  answer: AnswerRow | undefined,
  { snapshot }: CaseRow,
  personId: string,
): Refusal | undefined {
  const params = { question: verdict.questionKey };
  if (!answer) return { code: 'answer-not-in-case', params };
  if (sectionStateOf(snapshot, answer.sectionId) !== 'claimed') return { code: 'section-not-claimed' };
  if (snapshot.context.claims[answer.sectionId] !== personId) return { code: 'section-claimed-by-other' };
  if (answer.answerHash !== verdict.answerHash) return { code: 'answer-has-moved', params };
  if (needsReason(verdict.kind) && !verdict.reason) return { code: 'verdict-reason-needed', params };
  return undefined;
}

async function writeVerdicts(
  tx: Transaction,
  to: { row: CaseRow; acting: Acting; municipalityCode: string; submissionId: string },
  input: { verdicts: readonly VerdictInput[] },
): Promise<VerdictInput[]> {
  const { row, acting, submissionId, municipalityCode } = to;
  const present = await tx
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.submissionId, submissionId), isNull(verdicts.replacedAt)));
  const byKey = new Map(present.map((verdict) => [verdict.questionKey, verdict]));
  // The last one on a question counts, as in a form.
  const wanted = [...new Map(input.verdicts.map((verdict) => [verdict.questionKey, verdict])).values()];
  const changed = wanted.filter(({ questionKey, kind, reason }) => {
    const before = byKey.get(questionKey);
    return !before || before.kind !== kind || before.reason !== reason;
  });
  const replaced = changed.flatMap(({ questionKey }) => byKey.get(questionKey)?.id ?? []);
  if (replaced.length > 0) {
    await tx.update(verdicts).set({ replacedAt: acting.now }).where(inArray(verdicts.id, replaced));
  }
  if (changed.length > 0) {
    await tx.insert(verdicts).values(
      changed.map((verdict) => ({
        ...verdict,
        id: randomUUID(),
        caseId: row.id,
        submissionId,
        declarationId: row.declarationId,
        reviewerId: acting.actor.personId,
        municipalityCode,
        givenAt: acting.now,
      })),
    );
  }
  return changed;
}
