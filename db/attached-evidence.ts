import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db, Transaction } from './client';
import { type EditRefusal, type Evidence, isUuid, loadDeclaration, lockForEdit } from './declarations';
import { appendLog } from './log';
import { findEvidenceFor } from './read-evidence';
import { answerEvidence, declarations, evidence } from './schema';

/** Most pieces of evidence at one answer, and most bytes of files of one supplier. */
export const evidenceLimits = { perAnswer: 20, supplierBytes: 2_000_000_000 } as const;

/** Whether evidence can go to these questions. For those who hold the declaration's lock. */
export async function findPlace(
  tx: Transaction,
  declarationId: string,
  keys: readonly QuestionKey[],
): Promise<Result<null, 'not-found' | 'evidence-too-many'>> {
  const { instances, evidence: attached } = await loadDeclaration(tx, declarationId);
  const known = new Set(instances.map(({ key }) => key));
  if (keys.some((key) => !known.has(key))) return refuse('not-found');
  const isFull = keys.some((key) => (attached.get(key)?.length ?? 0) >= evidenceLimits.perAnswer);
  return isFull ? refuse('evidence-too-many', { most: evidenceLimits.perAnswer }) : ok(null);
}

/** Backs answers with evidence of the same declaration. For those who hold its lock. */
export async function attach(
  tx: Transaction,
  { now }: Acting,
  input: { declarationId: string; evidenceId: string; keys: readonly QuestionKey[] },
): Promise<void> {
  const { declarationId, evidenceId } = input;
  const rows = input.keys.map((questionKey) => ({ declarationId, questionKey, evidenceId, attachedAt: now }));
  if (rows.length === 0) return;
  await tx
    .insert(answerEvidence)
    .values(rows)
    .onConflictDoUpdate({
      target: [answerEvidence.declarationId, answerEvidence.questionKey, answerEvidence.evidenceId],
      set: { attachedAt: now, detachedAt: null },
    });
  await tx.update(declarations).set({ updatedAt: now }).where(eq(declarations.id, declarationId));
}

/**
 * Lets evidence back another answer too. What another product of the same supplier has is copied: the row, not the
 * file, so that each declaration keeps its own history.
 * @param input.evidenceId of the declaration, or of another product that the actor may read
 */
export function attachEvidence(
  db: Db,
  acting: Acting,
  input: { declarationId: string; evidenceId: string; questionKey: QuestionKey },
): Promise<Result<null, EditRefusal | 'evidence-too-many'>> {
  return db.transaction(async (tx) => {
    const locked = await lockForEdit(tx, acting.actor, input.declarationId);
    if (!locked.ok) return locked;
    const { declarationId, questionKey } = input;
    const found = await findEvidenceFor(tx, acting.actor, input.evidenceId);
    if (!found || found.evidence.supplierId !== locked.value.product.supplierId) return refuse('not-found');
    const place = await findPlace(tx, declarationId, [questionKey]);
    if (!place.ok) return place;
    const own = await ownCopy(tx, acting, declarationId, found.evidence);
    if (!own) return refuse('not-found');
    await attach(tx, acting, { declarationId, evidenceId: own.id, keys: [questionKey] });
    await appendLog(tx, acting, {
      action: own.id === input.evidenceId ? 'evidence.attach' : 'evidence.copy',
      subject: { type: 'declaration', id: declarationId },
      details: { evidenceId: own.id, questionKey, ...(own.id === input.evidenceId ? {} : { from: input.evidenceId }) },
    });
    return ok(null);
  });
}

/** Evidence as the declaration has it; undefined when its questionnaire knows no such type. */
async function ownCopy(
  tx: Transaction,
  { actor, now }: Acting,
  declarationId: string,
  source: Evidence,
): Promise<{ id: string } | undefined> {
  if (source.declarationId === declarationId) return source;
  const { questionnaire } = await loadDeclaration(tx, declarationId);
  if (!questionnaire.definition.evidenceTypes.some(({ id }) => id === source.type)) return undefined;
  const [same] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.declarationId, declarationId), eq(evidence.hash, source.hash)));
  if (same) return same;
  const id = randomUUID();
  await tx
    .insert(evidence)
    .values({ ...source, id, declarationId, replacesId: null, createdBy: actor.personId, createdAt: now });
  return { id };
}

/** Takes evidence away from one answer. Nothing is deleted: submissions that carried it stay whole. */
export function detachEvidence(
  db: Db,
  acting: Acting,
  input: { declarationId: string; evidenceId: string; questionKey: QuestionKey },
): Promise<Result<null, EditRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockForEdit(tx, acting.actor, input.declarationId);
    if (!locked.ok) return locked;
    const { evidenceId, declarationId, questionKey } = input;
    if (!(await isOf(tx, declarationId, evidenceId))) return refuse('not-found');
    const detached = await tx
      .update(answerEvidence)
      .set({ detachedAt: acting.now })
      .where(
        and(
          eq(answerEvidence.declarationId, declarationId),
          eq(answerEvidence.questionKey, questionKey),
          eq(answerEvidence.evidenceId, evidenceId),
          isNull(answerEvidence.detachedAt),
        ),
      )
      .returning({ evidenceId: answerEvidence.evidenceId });
    // Already gone (a double click, a colleague): that is what was wanted.
    if (detached.length === 0) return ok(null);
    await tx.update(declarations).set({ updatedAt: acting.now }).where(eq(declarations.id, declarationId));
    await appendLog(tx, acting, {
      action: 'evidence.detach',
      subject: { type: 'declaration', id: declarationId },
      details: { evidenceId, questionKey },
    });
    return ok(null);
  });
}

/** Whether there is such evidence in the declaration. */
export async function isOf(tx: Transaction, declarationId: string, evidenceId: string): Promise<boolean> {
  if (!isUuid(evidenceId)) return false;
  const [row] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), eq(evidence.declarationId, declarationId)));
  return row !== undefined;
}
