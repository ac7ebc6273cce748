import { randomUUID } from 'node:crypto';
import { eq, max } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { hashOf } from '~/workflows/canonical';
import { type Delta, deltaOf } from '~/workflows/case/delta';
import { type DeclarationToFreeze, freezeDeclaration } from '~/workflows/freeze-declaration';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { SubmissionDocument } from '~/workflows/submission';
import { actorFor } from '~/workflows/supplier-rights';
import type { Database, Db, Transaction } from '../client';
import { readCorrection } from '../corrections';
import { type LoadedDeclaration, loadDeclaration, lockDeclaration } from '../declarations';
import { offerToMembers } from '../family-offers';
import { appendLog } from '../log';
import { listUnconfirmed } from '../renewals';
import { submissionAnswers, submissions } from '../schema';
import { type CaseRow, lockOpenCase } from './case-row';
import { listEarlierVerdicts } from './earlier-verdicts';
import { loadFacts } from './load-facts';
import { moveCase } from './move-case';
import { listPastPlans } from './past-plans';
import { routeAutomatically } from './route-automatically';

export interface Submitted {
  caseId: string;
  caseNumber: string;
  submissionNumber: number;
  submissionId: string;
}

/**
 * Sends a declaration for review, in one transaction: completeness, the frozen document with its hashes, what carries
 * over from earlier approvals, the case's event, the log.
 * @param input.expectedCaseVersion the version of the case that the check page showed
 * @param input.event what the sender means to do; without it, what the case's state asks for
 * @param input.only a correction of what is public: these answers as they are now, all others as they are published;
 *   what else has been written since stays in the draft
 * @returns `scope-not-confirmed`, `declaration-not-complete` or `renewal-not-finished` (params: count), `case-has-moved`,
 *   a refusal of the correction, or that of the case's guard
 */
export function submitDeclaration(
  db: Database,
  given: Acting,
  input: {
    declarationId: string;
    expectedCaseVersion: number;
    event?: 'submit' | 'resubmit' | undefined;
    only?: readonly QuestionKey[];
  },
): Promise<Result<Submitted, string>> {
  return db.transaction(async (tx) => {
    const own = await lockDeclaration(tx, given.actor, input.declarationId);
    if (!own) return refuse('not-found');
    const acting = { actor: actorFor(given.actor, own.product.id), now: given.now };
    const locked = await lockOpenCase(tx, input.declarationId);
    if (!locked) return refuse('declaration-not-editable');
    if (locked.version !== input.expectedCaseVersion) return refuse('case-has-moved', { version: locked.version });
    const loaded = await loadDeclaration(tx, input.declarationId);
    const toSend = await readWhatToSend(tx, loaded, input.only);
    if (!toSend.ok) return toSend;
    const { freeze, missingAnswers } = toSend.value;
    const row = withSections(locked, loaded);
    const document = freezeDeclaration(freeze);
    const delta = deltaOf(document.answers, await listEarlierVerdicts(tx, { caseId: row.id, ...input }));
    if (input.only && delta.moved.length === 0) return refuse('correction-empty');
    const past = listPastPlans(document, delta, acting.now);
    if (past.length > 0) {
      const interfaces = past.map(({ key, interfaceId }) => interfaceId ?? key).join(', ');
      return refuse('planned-date-past', { count: past.length, interfaces });
    }
    const submissionId = randomUUID();
    const number = await nextSubmissionNumber(tx, input.declarationId);
    const facts = await loadFacts(tx, { row, actor: acting.actor, missingAnswers });
    const moved = await moveCase(tx, {
      row,
      acting,
      facts,
      request: {
        type: input.event ?? (row.state === 'changes-requested' ? 'resubmit' : 'submit'),
        submissionId,
        sections: delta.sections,
        carried: delta.carriedSections,
      },
      bring: () => writeSubmission(tx, { row, loaded, acting, document, delta, submissionId, number }),
    });
    if (!moved.ok) return moved;
    const { entry } = moved.value;
    const details = {
      ...entry.details,
      submissionNumber: number,
      hash: hashOf(document),
      moved: delta.moved.length,
      ...(input.only ? { only: [...input.only] } : {}),
    };
    // What it was sent as is what the products that answer alike are offered.
    const offer = await offerToMembers(tx, acting, toSend.value.source);
    await appendLog(tx, acting, { ...entry, details }, ...offer.entries);
    if (moved.value.state === 'screening') await routeAutomatically(tx, row.id, acting.now);
    return ok({ caseId: row.id, caseNumber: row.number, submissionNumber: number, submissionId });
  });
}

/**
 * The whole declaration as it is now, or a correction of what is public; how much of it is missing; and with which
 * answers it can be a source to others.
 */
async function readWhatToSend(
  tx: Transaction,
  loaded: LoadedDeclaration,
  only: readonly QuestionKey[] | undefined,
): Promise<Result<{ freeze: DeclarationToFreeze; missingAnswers: number; source: LoadedDeclaration }, string>> {
  if (only) {
    const correction = await readCorrection(tx, loaded, only);
    if (!correction.ok) return correction;
    const chosen = new Set(correction.value.chosen);
    const answers = new Map([...loaded.answers].filter(([key]) => chosen.has(key)));
    return ok({ freeze: correction.value, missingAnswers: 0, source: { ...loaded, answers } });
  }
  if (loaded.declaration.scopeConfirmedAt === null) return refuse('scope-not-confirmed');
  const missingAnswers = countMissing(loaded);
  const unconfirmed = missingAnswers === 0 ? (await listUnconfirmed(tx, loaded)).size : 0;
  if (unconfirmed > 0) return refuse('renewal-not-finished', { count: unconfirmed });
  return ok({ freeze: { ...loaded, open: loaded.completeness.open }, missingAnswers, source: loaded });
}

/** The review has a region for each section of the questionnaire that the declaration stands on now. */
function withSections(row: CaseRow, { questionnaire }: LoadedDeclaration): CaseRow {
  const sectionIds = questionnaire.definition.sections.map(({ id }) => id);
  return { ...row, snapshot: { ...row.snapshot, sectionIds } };
}

function countMissing({ completeness }: LoadedDeclaration): number {
  return completeness.sections.reduce((sum, { missing }) => sum + missing.length, 0);
}

async function nextSubmissionNumber(db: Db, declarationId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(submissions.number) })
    .from(submissions)
    .where(eq(submissions.declarationId, declarationId));
  return (row?.last ?? 0) + 1;
}

interface Sent {
  row: CaseRow;
  loaded: LoadedDeclaration;
  acting: Acting;
  document: SubmissionDocument;
  delta: Delta;
  submissionId: string;
  number: number;
}

async function writeSubmission(tx: Transaction, sent: Sent): Promise<void> {
  const { row, loaded, acting, document, delta, submissionId, number } = sent;
  await tx.insert(submissions).values({
    id: submissionId,
    caseId: row.id,
    declarationId: row.declarationId,
    questionnaireId: loaded.questionnaire.id,
    number,
    document,
    hash: hashOf(document),
    submittedBy: acting.actor.personId,
    submittedAt: acting.now,
  });
  if (document.answers.length === 0) return;
  await tx.insert(submissionAnswers).values(
    document.answers.map(({ key, sectionId, interfaceId, value, justification, evidence, answerHash }, position) => ({
      submissionId,
      questionKey: key,
      sectionId,
      interfaceId,
      position,
      value,
      justification,
      evidence,
      answerHash,
      carriedVerdictId: delta.carried.get(key) ?? null,
    })),
  );
}
