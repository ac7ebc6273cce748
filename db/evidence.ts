import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { checkEvidence, type EvidenceFacts, type EvidenceProblems } from '~/workflows/evidence';
import { type CheckedFile, checkEvidenceFile, type FileProblem } from '~/workflows/evidence-file';
import { evidenceHash } from '~/workflows/evidence-hash';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Refusal, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';
import { listMunicipalities } from './catalogue';
import type { Database, Db, Transaction } from './client';
import {
  type EditRefusal,
  type Evidence,
  findDeclarationFor,
  isUuid,
  loadDeclaration,
  lockForEdit,
} from './declarations';
import { appendLog } from './log';
import { answerEvidence, declarations, evidence, files, products } from './schema';

/** Where the bytes go: the part of the portal's evidence storage that is needed here. */
export interface FileStore {
  put(content: Uint8Array): Promise<{ sha256: string; size: number }>;
}

export interface UploadedFile {
  /** As the browser sent it. */
  name: string;
  bytes: Uint8Array;
}

/** Most pieces of evidence at one answer, and most bytes of files of one supplier. */
export const evidenceLimits = { perAnswer: 20, supplierBytes: 2_000_000_000 } as const;

export type EvidenceRefusal = EditRefusal | 'evidence-too-many' | 'evidence-quota';

export type AddEvidenceResult =
  | { ok: true; value: { evidenceId: string } }
  | { ok: false; refusal: Refusal<EvidenceRefusal> }
  | { ok: false; problems: EvidenceProblems; fileProblem: FileProblem | null };

export interface NewEvidence {
  declarationId: string;
  /** The answers that it backs; at least one, unless it takes over those of another. */
  questionKeys: readonly QuestionKey[];
  /** Evidence of the same declaration that it stands in for: its answers move over, and it is kept as it was. */
  replacesId?: string;
  /** An `EvidenceFacts` as it came from a form; checked here. */
  facts: unknown;
  file: UploadedFile | null;
}

/**
 * Adds a link, a file or a municipality that confirms, and attaches it to answers. The file reaches the store before
 * the transaction begins, so a row never refers to bytes that are not there; bytes without a row are harmless.
 */
export async function addEvidence(
  db: Database,
  store: FileStore,
  acting: Acting,
  input: NewEvidence,
): Promise<AddEvidenceResult> {
  // Before anything is stored: whoever may not edit shall not fill the disk either. The lock below asks again.
  const declaration = await findDeclarationFor(db, acting.actor, input.declarationId);
  if (!declaration || declaration.supplier.id !== acting.actor.supplierId) return refuse('not-found');
  if (!canEditAnswers(acting.actor, declaration.product.id)) return refuse('role-required');
  const checked = await checkNew(db, acting, input, declaration.questionnaire.definition.evidenceTypes);
  if (!checked.ok) return checked;
  if (!(await hasRoom(db, declaration.supplier.id, input.file))) return refuse('evidence-quota');
  const stored = input.file && (await store.put(input.file.bytes));
  const file = stored && checked.file ? { ...checked.file, hash: stored.sha256, size: stored.size } : null;
  return db.transaction((tx) => insertEvidence(tx, acting, input, checked.facts, file));
}

interface KeptFile {
  fileName: string;
  mediaType: string;
  hash: string;
  size: number;
}

type CheckedNew =
  | { ok: true; facts: EvidenceFacts; file: (CheckedFile & { ok: true }) | null }
  | { ok: false; problems: EvidenceProblems; fileProblem: FileProblem | null };

async function checkNew(
  db: Db,
  acting: Acting,
  input: NewEvidence,
  types: readonly { id: string }[],
): Promise<CheckedNew> {
  const checked = checkEvidence(input.facts, {
    types: new Set(types.map(({ id }) => id)),
    municipalities: new Set((await listMunicipalities(db)).map(({ code }) => code)),
    today: copenhagenDay(acting.now),
    hasFile: input.file !== null,
  });
  const file = input.file && checkEvidenceFile(input.file.name, input.file.bytes);
  const problems: EvidenceProblems = checked.ok ? {} : { ...checked.problems };
  if (input.questionKeys.length === 0 && !input.replacesId) problems.questionKeys = 'question-required';
  const fileProblem = file && !file.ok ? file.problem : null;
  if (!checked.ok || fileProblem || problems.questionKeys) return { ok: false, problems, fileProblem };
  return { ok: true, facts: checked.facts, file: file?.ok ? file : null };
}

async function hasRoom(db: Db, supplierId: string, file: UploadedFile | null): Promise<boolean> {
  if (!file) return true;
  const [used] = await db
    .select({ bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8` })
    .from(files)
    .where(
      inArray(
        files.hash,
        db.select({ hash: evidence.fileHash }).from(evidence).where(eq(evidence.supplierId, supplierId)),
      ),
    );
  return (used?.bytes ?? 0) + file.bytes.byteLength <= evidenceLimits.supplierBytes;
}

async function insertEvidence(
  tx: Transaction,
  acting: Acting,
  input: NewEvidence,
  facts: EvidenceFacts,
  file: KeptFile | null,
): Promise<AddEvidenceResult> {
  const locked = await lockForEdit(tx, acting.actor, input.declarationId);
  if (!locked.ok) return locked;
  const { declaration, product } = locked.value;
  const { replacesId = null } = input;
  if (replacesId !== null && !(await isOf(tx, declaration.id, replacesId))) return refuse('not-found');
  const place = await findPlace(tx, declaration.id, input.questionKeys);
  if (!place.ok) return place;
  const movedKeys = replacesId === null ? [] : await detachEverywhere(tx, acting, declaration.id, replacesId);
  const keys = [...new Set([...input.questionKeys, ...movedKeys])];
  if (file) {
    const { hash, size, mediaType } = file;
    await tx.insert(files).values({ hash, size, mediaType, storedAt: acting.now }).onConflictDoNothing();
  }
  const row: Evidence = {
    id: randomUUID(),
    supplierId: product.supplierId,
    declarationId: declaration.id,
    ...facts,
    fileHash: file?.hash ?? null,
    fileName: file?.fileName ?? null,
    replacesId,
    hash: evidenceHash(facts, file?.hash ?? null),
    createdBy: acting.actor.personId,
    createdAt: acting.now,
  };
  await tx.insert(evidence).values(row);
  await attach(tx, acting, { declarationId: declaration.id, evidenceId: row.id, keys });
  const { id, hash, fileHash, fileName } = row;
  await appendLog(tx, acting, {
    action: replacesId === null ? 'evidence.add' : 'evidence.replace',
    subject: { type: 'declaration', id: declaration.id },
    details: {
      evidenceId: id,
      ...facts,
      fileHash,
      fileName,
      hash,
      questionKeys: keys,
      ...(replacesId === null ? {} : { replacesId }),
    },
  });
  return ok({ evidenceId: id });
}

/** @returns the answers that it backed until now */
async function detachEverywhere(
  tx: Transaction,
  { now }: Acting,
  declarationId: string,
  evidenceId: string,
): Promise<QuestionKey[]> {
  const detached = await tx
    .update(answerEvidence)
    .set({ detachedAt: now })
    .where(
      and(
        eq(answerEvidence.declarationId, declarationId),
        eq(answerEvidence.evidenceId, evidenceId),
        isNull(answerEvidence.detachedAt),
      ),
    )
    .returning({ questionKey: answerEvidence.questionKey });
  return detached.map(({ questionKey }) => questionKey);
}

async function findPlace(
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

async function attach(
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

async function isOf(tx: Transaction, declarationId: string, evidenceId: string): Promise<boolean> {
  if (!isUuid(evidenceId)) return false;
  const [row] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), eq(evidence.declarationId, declarationId)));
  return row !== undefined;
}

/** All evidence of a declaration, attached or not, oldest first: what a further answer can share. */
export function listEvidence(db: Db, declarationId: string): Promise<Evidence[]> {
  return db
    .select()
    .from(evidence)
    .where(eq(evidence.declarationId, declarationId))
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** A piece of evidence with what is known of its file. */
export interface EvidenceWithFile {
  evidence: Evidence;
  file: typeof files.$inferSelect | null;
}

/** Nothing is authorized here: for those who decide by other means who may see it. */
export async function findEvidence(db: Db, evidenceId: string): Promise<EvidenceWithFile | undefined> {
  if (!isUuid(evidenceId)) return undefined;
  const [row] = await db
    .select({ evidence, file: files })
    .from(evidence)
    .leftJoin(files, eq(files.hash, evidence.fileHash))
    .where(eq(evidence.id, evidenceId));
  return row;
}

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findEvidenceFor(db: Db, actor: Actor, evidenceId: string): Promise<EvidenceWithFile | undefined> {
  const found = await findEvidence(db, evidenceId);
  if (!found) return undefined;
  const [product] = await db
    .select({ id: products.id, supplierId: products.supplierId })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(declarations.id, found.evidence.declarationId));
  return product && canReadProduct(actor, product) ? found : undefined;
}
