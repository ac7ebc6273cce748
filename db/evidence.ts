import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { checkEvidence, type EvidenceFacts, type EvidenceProblems } from '~/workflows/evidence';
import { type CheckedFile, checkEvidenceFile, type FileProblem } from '~/workflows/evidence-file';
import { evidenceHash } from '~/workflows/evidence-hash';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Refusal, refuse } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { copenhagenDay } from '~/workflows/working-days';
import { attach, evidenceLimits, findPlace, isOf } from './attached-evidence';
import { listMunicipalities } from './catalogue';
import type { Database, Db, Transaction } from './client';
import { type EditRefusal, type Evidence, findDeclarationFor, lockForEdit } from './declarations';
import { appendLog } from './log';
import { answerEvidence, evidence, files } from './schema';

/** Where the bytes go: the part of the portal's evidence storage that is needed here. */
export interface FileStore {
  put(content: Uint8Array): Promise<{ sha256: string; size: number }>;
}

export interface UploadedFile {
  /** As the browser sent it. */
  name: string;
  bytes: Uint8Array;
}

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
